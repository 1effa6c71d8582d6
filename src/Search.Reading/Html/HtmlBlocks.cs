using System.Text;
using AngleSharp.Dom;
using Search.Reading.Files;
using Search.Reading.Text;

namespace Search.Reading.Html;

/// <summary>
/// Cuts a page into blocks of text, in the order in which a reader meets them. Only tags count, never the names a site gives them.
/// </summary>
internal sealed class HtmlBlocks
{
    private static readonly HashSet<string> s_skipped = new(StringComparer.Ordinal)
    {
        "script", "style", "noscript", "template", "svg", "math", "select", "option", "optgroup", "button", "textarea", "input", "iframe",
        "object", "embed", "audio", "video", "canvas", "map", "head", "dialog", "datalist",
    };

    private static readonly HashSet<string> s_blocks = new(StringComparer.Ordinal)
    {
        "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir", "div", "dl", "dt", "fieldset", "figcaption",
        "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu",
        "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "caption", "noindex",
    };

    private readonly List<HtmlBlock> _blocks = [];
    private readonly StringBuilder _text = new();
    private readonly HtmlMarks _marks = new();
    private int _linkWords;
    private int _linkStart = -1;
    private bool _continued;
    private bool _isAfterBreak;
    private string? _href;
    private string? _time;

    public static List<HtmlBlock> Cut(IElement body, HtmlBudget budget)
    {
        var cutter = new HtmlBlocks();
        cutter.Walk(body, budget);
        return HtmlLines.Join(cutter._blocks);
    }

    /// <summary>
    /// Without recursion: a page may be nested as deep as its author (or an attacker) likes. And by places in lists of children: asking a
    /// node for its next sibling searches the list from its beginning.
    /// </summary>
    private void Walk(IElement root, HtmlBudget budget)
    {
        var block = root;
        var open = new Stack<(IElement Element, int Next)>();
        open.Push((root, 0));
        while (open.TryPop(out var place))
        {
            budget.Spend();
            var children = place.Element.ChildNodes;
            if (place.Next == children.Length)
            {
                if (open.Count > 0)
                {
                    Leave(place.Element, ref block);
                }

                continue;
            }

            open.Push((place.Element, place.Next + 1));
            var node = children[place.Next];
            if (node is IElement element)
            {
                if (Enter(element, ref block))
                {
                    open.Push((element, 0));
                }
                else
                {
                    Leave(element, ref block);
                }
            }
            else if (node.NodeType == NodeType.Text)
            {
                Append(node.NodeValue, block);
            }
        }

        Flush(block, continued: false);
    }

    private bool Enter(IElement element, ref IElement block)
    {
        var name = element.LocalName;
        if (s_skipped.Contains(name) || IsHidden(element))
        {
            return false;
        }

        if (name == "br")
        {
            Flush(block, continued: true);
            _isAfterBreak = true;
        }
        else if (s_blocks.Contains(name))
        {
            Flush(block, continued: false);
            block = element;
        }
        else if (name == "a")
        {
            var href = element.GetAttribute("href");
            _linkStart = _text.Length;
            _marks.OpenLink(_text, _linkWords, href);
            _href ??= href;
        }
        else if (name == "sup")
        {
            _marks.OpenRaised(_text, _linkWords);
        }
        else if (name == "time")
        {
            _time ??= element.GetAttribute("datetime");
        }

        return true;
    }

    private void Leave(IElement element, ref IElement block)
    {
        if (element.LocalName == "a" && _linkStart >= 0)
        {
            _linkWords += Prose.Words(_text.ToString(_linkStart, _text.Length - _linkStart));
            _linkStart = -1;
            _marks.CloseLink(_text, ref _linkWords);
        }
        else if (element.LocalName == "sup")
        {
            _marks.CloseRaised(_text, ref _linkWords);
            _linkStart = Math.Min(_linkStart, _text.Length);
        }
        else if (ReferenceEquals(element, block))
        {
            Flush(block, continued: false);
            block = BlockAround(element);
        }
    }

    private static IElement BlockAround(IElement element)
    {
        var parent = element.ParentElement;
        while (parent?.ParentElement is not null && !s_blocks.Contains(parent.LocalName))
        {
            parent = parent.ParentElement;
        }

        return parent ?? element;
    }

    private void Flush(IElement element, bool continued)
    {
        // A link may hold blocks, and then stays open over them.
        if (_linkStart >= 0)
        {
            _linkWords += Prose.Words(_text.ToString(_linkStart, _text.Length - _linkStart));
        }

        _marks.End(_text, ref _linkWords);
        var line = TextualLine.Of(_text.ToString());
        var text = line.Text;
        var words = Prose.Words(text);
        if (words > 0)
        {
            if (_blocks.Count == ReadLimits.Blocks)
            {
                throw new RecordTooCostlyException($"The page has more than {ReadLimits.Blocks} paragraphs and lines.");
            }

            var links = Math.Min(_linkWords, words);
            var surroundings = HtmlSurroundings.Of(element);
            _blocks.Add(new HtmlBlock
            {
                Text = text,
                Element = element,
                Order = _blocks.Count,
                Words = words,
                LinkWords = links,
                Heading = surroundings.Heading,
                IsChrome = surroundings.IsChrome,
                IsListItem = surroundings.IsListItem,
                IsTableCell = surroundings.IsTableCell,
                IsCaption = surroundings.IsCaption,
                IsContinued = _continued,
                Indent = element.LocalName == "pre" ? line.Indent : 0,
                Href = _href,
                Time = _time,
                Marks = _marks.Take(),
            });
        }

        // Two line breaks in a row end a paragraph.
        _continued = continued && words > 0;
        _text.Clear();
        _linkWords = 0;
        _time = null;
        _href = _linkStart >= 0 ? _href : null;
        _linkStart = _linkStart >= 0 ? 0 : -1;
    }

    /// <summary>In preformatted text a line ends where it ends in the source.</summary>
    private void Append(string text, IElement block)
    {
        if (_isAfterBreak && block.LocalName == "pre" && text is ['\n', ..])
        {
            // An element has ended the line already.
            text = text[1..];
        }

        _isAfterBreak = false;
        if (block.LocalName != "pre" || !text.Contains('\n', StringComparison.Ordinal))
        {
            _text.Append(text);
            return;
        }

        var lines = text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (index > 0)
            {
                Flush(block, continued: true);
            }

            _text.Append(lines[index]);
        }
    }

    private static bool IsHidden(IElement element) =>
        element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { Length: > 0 } style
            && style.Replace(" ", string.Empty, StringComparison.Ordinal).Contains("display:none", StringComparison.OrdinalIgnoreCase));
}
