using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Linq;
using Search.Reading.Files;

namespace Search.Reading.Records;

/// <summary>
/// Reads RSS 2.0, RSS 1.0 and Atom files, an entry at a time. Entries with an excerpt only are attachments: their text is elsewhere.
/// </summary>
internal static class FeedReader
{
    private const int MostCharacters = 64 << 20;

    /// <summary>No DTD, so no entities that multiply; nothing is fetched.</summary>
    private static readonly XmlReaderSettings s_settings = new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Ignore,
        XmlResolver = null,
        MaxCharactersInDocument = MostCharacters,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
        CloseInput = false,
    };

    public static async IAsyncEnumerable<UnreadRecord> ReadAsync(
        SourceFile file, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var xml = XmlReader.Create(file.Content, s_settings);
        var elements = new FeedElement(xml, cancellationToken);
        var feed = new FeedHead();
        for (var number = 1; ; number++)
        {
            var (entry, fault) = await NextAsync(xml, elements, feed);
            var location = string.Create(CultureInfo.InvariantCulture, $"{file.Name}:{number}");
            if (fault is not null)
            {
                yield return file.Refuse(location, fault.Kind, fault.Reason);
            }
            else if (entry is not null)
            {
                var origin = RecordOrigin.Of(file, location, options);
                var head = feed.Copy();
                yield return origin.Unread(token => FeedEntry.Read(entry, head, origin, token));
            }

            if (fault is { EndsFeed: true } || (fault is null && entry is null))
            {
                yield break;
            }
        }
    }

    /// <summary>The next item or entry; on the way, what the feed says of itself. Neither an entry nor a fault at the feed's end.</summary>
    private static async Task<(XElement? Entry, FeedFault? Fault)> NextAsync(XmlReader xml, FeedElement elements, FeedHead feed)
    {
        try
        {
            while (!xml.EOF)
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    await elements.NextAsync();
                }
                else if (xml.LocalName is "item" or "entry")
                {
                    return await elements.ReadAsync() is { } entry ? (entry, null) : (null, FeedFault.Entry);
                }
                else if (xml.LocalName is "title" or "language" or "link" && feed.Wants(xml.LocalName))
                {
                    var language = LanguageOf(xml);
                    if (await elements.ReadAsync() is { } element)
                    {
                        feed.Set(language, element);
                    }
                }
                else
                {
                    feed.SetLanguage(LanguageOf(xml));
                    await elements.NextAsync();
                }
            }

            return (null, null);
        }
        catch (Exception exception) when (exception is XmlException or InvalidOperationException)
        {
            return (null, new FeedFault(ReadFaultKind.Malformed, $"The feed is not sound XML: {exception.Message}", EndsFeed: true));
        }
        catch (RecordTooCostlyException exception)
        {
            return (null, new FeedFault(ReadFaultKind.TooLarge, exception.Message, EndsFeed: true));
        }
    }

    private static string? LanguageOf(XmlReader xml) => xml.GetAttribute("lang", "http://www.w3.org/XML/1998/namespace");

    private sealed record FeedFault(ReadFaultKind Kind, string Reason, bool EndsFeed)
    {
        public static FeedFault Entry { get; } =
            new(ReadFaultKind.TooLarge, "The entry is larger than a page that is read.", EndsFeed: false);
    }
}
