using System.Text;
using System.Xml;
using System.Xml.Linq;
using Search.Reading.Files;

namespace Search.Reading.Records;

/// <summary>What a feed's next entry is: an element, or why there is none.</summary>
internal sealed record FeedCut(XElement? Entry, ReadFault? Fault, bool EndsFeed)
{
    public static FeedCut Broken(string reason, bool endsFeed) =>
        new(null, new ReadFault(ReadFaultKind.Malformed, $"The {(endsFeed ? "feed" : "entry")} is not sound XML: {reason}"), endsFeed);

    public static FeedCut TooLarge(string reason, bool endsFeed) => new(null, new ReadFault(ReadFaultKind.TooLarge, reason), endsFeed);
}

/// <summary>
/// Cuts a feed into its entries by their tags alone, so that whatever is wrong inside one ends with it. On the way it learns what the
/// feed says of itself.
/// </summary>
internal sealed class FeedCutter(FeedLexer lexer, FeedHead head)
{
    private const long MostCharacters = 64 << 20;
    private readonly Dictionary<string, string> _namespaces = new(StringComparer.Ordinal);
    private FeedCapture? _capture;
    private FeedToken? _next;
    private int _depth;
    private bool _isClosed;
    private bool _hasOwnEntities;

    /// <summary>Null behind the feed's end.</summary>
    public async ValueTask<FeedCut?> NextAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var token = _next ?? await lexer.NextAsync(cancellationToken);
            _next = null;
            if (token is null)
            {
                return End();
            }

            if (lexer.Characters > MostCharacters)
            {
                return FeedCut.TooLarge($"The feed has more than {MostCharacters >> 20} million characters.", endsFeed: true);
            }

            if ((_capture is null ? TakeOutside(token.Value) : TakeInside(token.Value)) is { } cut)
            {
                return cut;
            }
        }
    }

    private FeedCut? End()
    {
        var isClosed = _isClosed && _capture is null;
        (_capture, _isClosed) = (null, true);
        return isClosed ? null : FeedCut.Broken("it ends before it is closed.", endsFeed: true);
    }

    private FeedCut? TakeOutside(FeedToken token)
    {
        switch (token.Kind)
        {
            case FeedTokenKind.Doctype:
                _hasOwnEntities = token.Text.Span.Contains("<!ENTITY", StringComparison.Ordinal);
                return null;
            case FeedTokenKind.End:
                _depth--;
                _isClosed |= token.LocalName is "rss" or "feed" or "RDF";
                return null;
            case FeedTokenKind.Start or FeedTokenKind.Empty:
                return Open(token);
            default:
                return null;
        }
    }

    private FeedCut? Open(FeedToken token)
    {
        var isEntry = token.LocalName is "item" or "entry";
        if (isEntry || (token.LocalName is "title" or "language" or "link" && head.Wants(token.LocalName)))
        {
            _capture = new FeedCapture(token.Name.ToString(), isEntry, _hasOwnEntities);
            return TakeInside(token);
        }

        Describe(token);
        _depth += token.Kind == FeedTokenKind.Start ? 1 : 0;
        return IsTooDeep(_depth);
    }

    private FeedCut? TakeInside(FeedToken token)
    {
        var capture = _capture!;
        if (capture.IsCutOffBy(token))
        {
            _next = token;
            return Close(capture);
        }

        capture.Append(token);
        return capture.IsComplete ? Close(capture) : IsTooDeep(_depth + capture.Depth);
    }

    private static FeedCut? IsTooDeep(int depth) => depth <= ReadLimits.Depth ? null
        : FeedCut.TooLarge($"The feed's elements are nested deeper than {ReadLimits.Depth}.", endsFeed: true);

    /// <summary>The entry; null where what was gathered belongs to the feed's head.</summary>
    private FeedCut? Close(FeedCapture capture)
    {
        _capture = null;
        if (capture.IsTooLarge)
        {
            return capture.IsEntry ? FeedCut.TooLarge("The entry is larger than a page that is read.", endsFeed: false) : null;
        }

        try
        {
            var element = FeedElement.Parse(capture.Text, _namespaces);
            if (capture.IsEntry)
            {
                return new FeedCut(element, null, EndsFeed: false);
            }

            head.Set(element);
            return null;
        }
        catch (XmlException exception)
        {
            return capture.IsEntry ? FeedCut.Broken(exception.Message, endsFeed: false) : null;
        }
    }

    /// <summary>Prefixes, language and base address that an element around the entries declares.</summary>
    private void Describe(FeedToken token)
    {
        if (!token.Text.Span.Contains('='))
        {
            return;
        }

        var tag = new StringBuilder();
        FeedMarkup.AppendTag(tag, token.Text.Span[..^(token.Kind == FeedTokenKind.Empty ? 2 : 1)], _hasOwnEntities);
        try
        {
            var element = FeedElement.Parse(tag.Append("/>").ToString(), _namespaces);
            foreach (var declaration in element.Attributes().Where(attribute => attribute.IsNamespaceDeclaration))
            {
                _namespaces[declaration.Name.LocalName == "xmlns" ? string.Empty : declaration.Name.LocalName] = declaration.Value;
            }

            head.Describe(element);
        }
        catch (XmlException)
        {
            // An element that is not read declares nothing.
        }
    }
}
