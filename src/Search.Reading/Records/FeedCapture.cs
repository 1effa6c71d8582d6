using System.Text;
using Search.Reading.Files;

namespace Search.Reading.Records;

/// <summary>The text of one element of a feed while it is gathered, mended so that it is sound where it can be.</summary>
internal sealed class FeedCapture(string name, bool isEntry, bool hasOwnEntities)
{
    private readonly StringBuilder _text = new();
    private long _characters;
    private int _elements;

    public bool IsEntry => isEntry;

    /// <summary>Elements that are open, its own among them.</summary>
    public int Depth { get; private set; }

    public bool IsComplete { get; private set; }

    public bool IsTooLarge => _elements > ReadLimits.Elements || _characters > ReadLimits.PageBytes;

    public string Text => _text.ToString();

    /// <summary>A tag that can only stand behind it: it was not closed.</summary>
    public bool IsCutOffBy(FeedToken token) => _elements > 0 && token.Kind switch
    {
        FeedTokenKind.Start or FeedTokenKind.Empty => token.LocalName is "item" or "entry",
        FeedTokenKind.End => token.LocalName is "channel" or "rss" or "feed" or "RDF",
        _ => false,
    };

    public void Append(FeedToken token)
    {
        _characters += token.Text.Length;
        if (token.Kind is FeedTokenKind.Start or FeedTokenKind.Empty)
        {
            _elements++;
            Depth += token.Kind == FeedTokenKind.Start ? 1 : 0;
            IsComplete = Depth == 0;
        }
        else if (token.Kind == FeedTokenKind.End)
        {
            Depth--;
            IsComplete = token.Name.SequenceEqual(name) && (isEntry || Depth <= 0);
        }

        if (IsTooLarge)
        {
            _text.Clear();
            return;
        }

        switch (token.Kind)
        {
            case FeedTokenKind.Text:
                FeedMarkup.AppendText(_text, token.Text.Span, hasOwnEntities);
                break;
            case FeedTokenKind.Literal:
                FeedMarkup.AppendLiteral(_text, token.Text.Span);
                break;
            case not FeedTokenKind.Doctype:
                FeedMarkup.AppendTag(_text, token.Text.Span, hasOwnEntities);
                break;
        }
    }
}
