using System.Text;
using Search.Reading.Text;

namespace Search.Reading.Html;

/// <summary>Takes the marks of footnotes, and the links back from them, out of a block's text while it is gathered.</summary>
internal sealed class HtmlMarks
{
    private const int MostWordsBack = 3;
    private const int Window = 100;
    private readonly List<string> _taken = [];
    private (int Start, int LinkWords) _raised = (-1, 0);
    private (int Start, int LinkWords) _link = (-1, 0);
    private (int Start, int End, int LinkWords) _last = (-1, -1, 0);

    /// <summary>A link on the page stands inside the raised text.</summary>
    private bool _isLinked;

    public void OpenRaised(StringBuilder text, int linkWords) => (_raised, _isLinked) = ((text.Length, linkWords), _link.Start >= 0);

    public void OpenLink(StringBuilder text, int linkWords, string? href)
    {
        var isOnPage = FootnoteMark.IsOnPage(href);
        _link = isOnPage ? (text.Length, linkWords) : (-1, 0);
        _isLinked |= isOnPage;
    }

    public void CloseRaised(StringBuilder text, ref int linkWords)
    {
        if (_raised.Start >= 0 && text.Length > _raised.Start)
        {
            var (before, raised) = (Before(text, _raised.Start), text.ToString(_raised.Start, text.Length - _raised.Start));
            if (FootnoteMark.IsRaised(before, raised, _isLinked))
            {
                Take(text, _raised.Start, raised);
                linkWords = _raised.LinkWords;
            }
        }

        _raised = (-1, 0);
    }

    public void CloseLink(StringBuilder text, ref int linkWords)
    {
        if (_link.Start >= 0 && _raised.Start < 0 && text.Length > _link.Start)
        {
            var (before, shown) = (Before(text, _link.Start), text.ToString(_link.Start, text.Length - _link.Start));
            if (FootnoteMark.IsLink(before, shown))
            {
                Take(text, _link.Start, shown);
                linkWords = _link.LinkWords;
            }
            else
            {
                _last = (_link.Start, text.Length, _link.LinkWords);
            }
        }

        _link = (-1, 0);
    }

    /// <summary>The text is at its end: a link behind its last sentence leads back to where the note is called.</summary>
    public void End(StringBuilder text, ref int linkWords)
    {
        if (_last.Start > 0 && string.IsNullOrWhiteSpace(text.ToString(_last.End, text.Length - _last.End)))
        {
            var (before, shown) = (text.ToString(0, _last.Start), text.ToString(_last.Start, _last.End - _last.Start));
            if (Prose.IsProse(before) && Prose.EndsLikeSentence(before) && Prose.Words(shown) <= MostWordsBack)
            {
                Take(text, _last.Start, shown);
                linkWords = _last.LinkWords;
            }
        }

        _raised = _link = (-1, 0);
        _last = (-1, -1, 0);
    }

    /// <summary>The marks taken out since the last call.</summary>
    public IReadOnlyList<string> Take()
    {
        if (_taken.Count == 0)
        {
            return [];
        }

        string[] taken = [.. _taken];
        _taken.Clear();
        return taken;
    }

    /// <summary>A text may have as many marks as words: only what stands next to one is looked at.</summary>
    private static string Before(StringBuilder text, int start) => text.ToString(Math.Max(0, start - Window), Math.Min(start, Window));

    private void Take(StringBuilder text, int start, string mark)
    {
        text.Length = start;
        _taken.Add(mark.Trim());
    }
}
