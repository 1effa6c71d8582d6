using System.Globalization;
using Search.Reading.Pages;
using Search.Reading.Text;

namespace Search.Reading.Pdf;

/// <summary>Lines to paragraphs: by the distance between lines, indents, letters, and lines that end early.</summary>
internal sealed class PdfParagraphs
{
    private const double WideGap = 1.35;
    private const double OtherSize = 0.08;
    private const double SmallPrint = 0.93;

    /// <summary>In sizes of letters.</summary>
    private const double Indent = 0.7;

    /// <summary>Share of a block's width that a line leaves empty when it ends early for everybody to see.</summary>
    private const double EndsEarly = 0.3;
    private const string Bullets = "•◦▪●○■–—*‣·";
    private readonly LineEnds _ends;
    private readonly double _bodySize;
    private readonly Dictionary<(int Page, int Block), PdfBlock> _blocks;
    private readonly ILookup<int, PdfBlock> _pages;

    private PdfParagraphs(IReadOnlyList<PdfLine> lines)
    {
        _ends = new LineEnds(lines);
        _bodySize = lines.GroupBy(line => line.Size).MaxBy(group => group.Sum(line => line.Letters))!.Key;
        _blocks = lines.GroupBy(line => (line.Page, line.Block)).ToDictionary(group => group.Key, group => PdfBlock.Of([.. group]));
        _pages = _blocks.ToLookup(block => block.Key.Page, block => block.Value);
    }

    /// <param name="lines">In reading order.</param>
    /// <returns>The paragraphs; footnotes behind all others.</returns>
    public static List<DocumentParagraph> Of(IReadOnlyList<PdfLine> lines) => lines.Count == 0 ? [] : new PdfParagraphs(lines).Join(lines);

    private List<DocumentParagraph> Join(IReadOnlyList<PdfLine> lines)
    {
        var notes = Footnotes(lines);
        var isNote = notes.ToHashSet<object>(ReferenceEqualityComparer.Instance);
        return [.. Cut([.. lines.Where(line => !isNote.Contains(line))], _ => false), .. Cut(notes, BeginsNote)];
    }

    /// <summary>Small print at the foot of a page that begins with its number or sign.</summary>
    private List<PdfLine> Footnotes(IReadOnlyList<PdfLine> lines)
    {
        var notes = new List<PdfLine>();
        foreach (var page in lines.GroupBy(line => line.Page))
        {
            var foot = page.OrderBy(line => line.Baseline).TakeWhile(line => line.Size < SmallPrint * _bodySize).Reverse().ToList();
            var first = foot.FindIndex(BeginsNote);
            notes.AddRange(first >= 0 ? foot[first..] : []);
        }

        return notes;
    }

    private static bool BeginsNote(PdfLine line) =>
        char.IsDigit(line.Text[0]) || line.Text[0] is '*' or '†' or '[' || IsRaised(line.Text[0]);

    private static bool IsRaised(char character) => character is '¹' or '²' or '³' or >= '\u2070' and <= '\u2079';

    private List<DocumentParagraph> Cut(IReadOnlyList<PdfLine> lines, Func<PdfLine, bool> begins)
    {
        var paragraphs = new List<DocumentParagraph>();
        var text = string.Empty;
        PdfLine? first = null;
        PdfLine? last = null;
        foreach (var line in lines)
        {
            if (last is not null && (begins(line) || IsBreak(last, line, text)))
            {
                paragraphs.Add(Paragraph(text, first!));
                (text, first) = (string.Empty, null);
            }

            text = text.Length == 0 ? line.Text : _ends.Join(text, line.Text);
            first ??= line;
            last = line;
        }

        return text.Length == 0 ? paragraphs : [.. paragraphs, Paragraph(text, first!)];
    }

    private DocumentParagraph Paragraph(string text, PdfLine first) => new(
        text,
        first.Size > _bodySize * (1 + OtherSize) ? first.Size / _bodySize
            : first.IsBold && !Prose.EndsLikeSentence(text) ? 1
            : 0);

    /// <summary>Whether a paragraph ends between two lines.</summary>
    private bool IsBreak(PdfLine last, PdfLine line, string text)
    {
        if (Math.Abs(last.Size - line.Size) > OtherSize * last.Size || (last.IsBold != line.IsBold && IsApart(last, line, text)))
        {
            return true;
        }

        var endsSentence = Prose.EndsLikeSentence(text);
        if (last.Page != line.Page || last.Block != line.Block)
        {
            return IsListItem(line.Text)
                || !(endsSentence ? GoesOn(last, line) : StartsLower(line.Text) || RoomBehind(last) <= line.FirstWord + last.Size);
        }

        var block = _blocks[(line.Page, line.Block)];
        var gap = last.Baseline - line.Baseline;
        return gap > WideGap * block.Leading && (endsSentence || !StartsLower(line.Text) || gap > 2 * WideGap * block.Leading)
            || IsListItem(line.Text) && !IsHyphenated(text)
            || IsIndented(last, line, block, endsSentence)
            || IsEndedEarly(last, line, block, endsSentence);
    }

    /// <summary>Bold words at the head of a paragraph's first line are its own; a bold line of its own is a heading.</summary>
    private static bool IsApart(PdfLine last, PdfLine line, string text) =>
        Prose.EndsLikeSentence(text) || !StartsLower(line.Text) || last.Page != line.Page;

    private static bool IsIndented(PdfLine last, PdfLine line, PdfBlock block, bool endsSentence) =>
        !block.IsCentred && endsSentence && !IsListItem(last.Text) && block.StartOf(line) - block.StartOf(last) > Indent * line.Size;

    private static bool IsEndedEarly(PdfLine last, PdfLine line, PdfBlock block, bool endsSentence)
    {
        var room = block.RoomBehind(last);
        return !block.IsCentred && room > line.FirstWord && (endsSentence || room > EndsEarly * block.Width);
    }

    /// <summary>
    /// A sentence that ends with the last line of a page or a column: the paragraph goes on where the next word had no room on that line
    /// and the next column begins without an indent. Paragraphs' last lines are rarely full.
    /// </summary>
    private bool GoesOn(PdfLine last, PdfLine line)
    {
        var next = _blocks[(line.Page, line.Block)];
        return (line.Page != last.Page || line.Baseline > last.Baseline)
            && RoomBehind(last) < line.FirstWord && next.StartOf(line) < Indent * line.Size;
    }

    /// <summary>In the line's own column: blocks that begin where its own does.</summary>
    private double RoomBehind(PdfLine line)
    {
        var own = _blocks[(line.Page, line.Block)];
        return _pages[line.Page].Take(PdfLimits.OrderedBlocks).Where(block => block.BeginsWith(own, line.Size)).Append(own)
            .Max(block => block.RoomBehind(line));
    }

    private static bool IsHyphenated(string text) => text.EndsWith('-');

    private static bool StartsLower(string text) => char.IsLower(text[0]) || (char.IsLetter(text[0]) && !char.IsUpper(text[0]));

    /// <summary>A sign, a number or a letter and then a blank: • x, 1. x, (a) x.</summary>
    private static bool IsListItem(string text)
    {
        var blank = text.IndexOf(' ', StringComparison.Ordinal);
        if (blank is < 1 or > 6)
        {
            return false;
        }

        var mark = text.AsSpan(0, blank);
        var inner = mark.Trim("().]");
        return mark.Length == 1 && Bullets.Contains(mark[0], StringComparison.Ordinal)
            || mark[^1] is '.' or ')' && inner.Length > 0
                && (int.TryParse(inner, NumberStyles.None, CultureInfo.InvariantCulture, out _)
                    || (inner.Length == 1 && char.IsLetter(inner[0]) && mark[^1] == ')'));
    }
}
