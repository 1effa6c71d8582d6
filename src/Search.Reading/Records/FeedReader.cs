using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml;
using System.Xml.Linq;
using Search.Reading.Files;

namespace Search.Reading.Records;

/// <summary>Reads RSS 2.0, RSS 1.0 and Atom files, an entry at a time. Entries with an excerpt only are attachments: their text is elsewhere.</summary>
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
        var feed = new FeedHead();
        for (var number = 1; ;)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var (element, fault) = await NextAsync(xml, feed);
            if (fault is not null)
            {
                yield return file.Refuse(string.Create(CultureInfo.InvariantCulture, $"{file.Name}:{number}"), ReadFaultKind.Malformed, fault);
                yield break;
            }

            if (element is null)
            {
                yield break;
            }

            var location = string.Create(CultureInfo.InvariantCulture, $"{file.Name}:{number++}");
            var (position, head) = (file.Position, feed.Copy());
            yield return new UnreadRecord(location, position, () => FeedEntry.Read(element, head, location, position, file, options));
        }
    }

    /// <summary>The next item or entry; on the way, what the feed says of itself.</summary>
    private static async Task<(XElement? Element, string? Fault)> NextAsync(XmlReader xml, FeedHead feed)
    {
        try
        {
            while (!xml.EOF)
            {
                if (xml.NodeType != XmlNodeType.Element)
                {
                    await xml.ReadAsync();
                }
                else if (xml.LocalName is "item" or "entry")
                {
                    return ((XElement)await XNode.ReadFromAsync(xml, CancellationToken.None), null);
                }
                else if (xml.LocalName is "title" or "language" or "link" && feed.Wants(xml.LocalName))
                {
                    feed.Set(xml.GetAttribute("lang", "http://www.w3.org/XML/1998/namespace"), (XElement)await XNode.ReadFromAsync(xml, CancellationToken.None));
                }
                else
                {
                    feed.SetLanguage(xml.GetAttribute("lang", "http://www.w3.org/XML/1998/namespace"));
                    await xml.ReadAsync();
                }
            }

            return (null, null);
        }
        catch (Exception exception) when (exception is XmlException or InvalidOperationException)
        {
            return (null, $"The feed is not sound XML: {exception.Message}");
        }
    }
}
