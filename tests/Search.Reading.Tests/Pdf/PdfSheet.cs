using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace Search.Reading.Tests.Pdf;

/// <summary>Sets text on pages as a word processor does: A4, wrapped, justified or not, hyphenated or not.</summary>
internal sealed class PdfSheet
{
    public const double Left = 72;
    public const double Width = 451;
    private readonly PdfDocumentBuilder _builder = new();
    private readonly PdfDocumentBuilder.AddedFont _plain;
    private readonly PdfDocumentBuilder.AddedFont _bold;
    private PdfPageBuilder _page;

    public PdfSheet()
    {
        _plain = _builder.AddStandard14Font(Standard14Font.TimesRoman);
        _bold = _builder.AddStandard14Font(Standard14Font.TimesBold);
        _page = _builder.AddPage(PageSize.A4);
    }

    public double Size { get; set; } = 11;

    public double Leading => Size * 1.25;

    public bool IsBold { get; set; }

    public bool IsJustified { get; set; }

    /// <summary>Cuts long words at line ends: where, the text says by a soft hyphen.</summary>
    public bool Hyphenates { get; set; }

    /// <summary>Of the next line.</summary>
    public double Y { get; set; } = 760;

    public void NewPage()
    {
        _page = _builder.AddPage(PageSize.A4);
        Y = 760;
    }

    public void SetInformation(string title, string author) =>
        (_builder.DocumentInformation.Title, _builder.DocumentInformation.Author) = (title, author);

    public byte[] Build() => _builder.Build();

    public void Put(string text, double x, double y) =>
        _page.AddText(text, Size, new PdfPoint(x, y), IsBold ? _bold : _plain);

    public void Centre(string text)
    {
        Put(text, Left + ((Width - WidthOf(text)) / 2), Y);
        Y -= Leading;
    }

    /// <param name="text">A paragraph.</param>
    /// <param name="left">Of its column.</param>
    /// <param name="width">Of its column.</param>
    /// <param name="indent">Of its first line; negative: all others are indented by as much.</param>
    /// <param name="behind">Space behind it.</param>
    public void Flow(string text, double left = Left, double width = Width, double indent = 0, double behind = 0)
    {
        foreach (var (line, isLast) in Lines(text, left, width, indent))
        {
            Y = Y < 80 ? throw new InvalidOperationException("The page is full.") : Y;
            Put(line, isLast, Y);
            Y -= Leading;
        }

        Y -= behind;
    }

    /// <summary>The same, on a new page where this one is full; what is done there first is the caller's.</summary>
    public void FlowOn(string text, Action turn, double behind = 0)
    {
        foreach (var (line, isLast) in Lines(text, Left, Width, 0))
        {
            if (Y < 90)
            {
                NewPage();
                turn();
            }

            Put(line, isLast, Y);
            Y -= Leading;
        }

        Y -= behind;
    }

    private void Put(SetLine line, bool isLast, double y)
    {
        var words = line.Text.Split(' ');
        if (!IsJustified || isLast || words.Length == 1)
        {
            Put(line.Text, line.Left, y);
            return;
        }

        var room = (line.Width - words.Sum(WidthOf)) / (words.Length - 1);
        var x = line.Left;
        foreach (var word in words)
        {
            Put(word, x, y);
            x += WidthOf(word) + room;
        }
    }

    private List<(SetLine Line, bool IsLast)> Lines(string text, double left, double width, double indent)
    {
        var lines = new List<(SetLine, bool)>();
        var words = new Queue<string>(text.Split(' '));
        var line = string.Empty;
        while (words.TryDequeue(out var word))
        {
            var (start, room) = Place(lines.Count, left, width, indent);
            var whole = line.Length == 0 ? Plain(word) : $"{line} {Plain(word)}";
            if (WidthOf(whole) <= room)
            {
                line = whole;
                continue;
            }

            var rest = word;
            if (Hyphenates && Cut(line, word, room) is var (head, tail))
            {
                (line, rest) = (head, tail);
            }

            lines.Add((new SetLine(line, start, room), false));
            line = Plain(rest);
        }

        var (lastStart, lastRoom) = Place(lines.Count, left, width, indent);
        lines.Add((new SetLine(line, lastStart, lastRoom), true));
        return lines;
    }

    private static (double Left, double Width) Place(int line, double left, double width, double indent)
    {
        var by = line == 0 ? Math.Max(0, indent) : Math.Max(0, -indent);
        return (left + by, width - by);
    }

    /// <summary>As much of a word as fits, up to a soft hyphen or behind a hyphen of its own.</summary>
    private (string Line, string Behind)? Cut(string line, string word, double room)
    {
        for (var at = word.Length - 1; at > 0; at--)
        {
            if (word[at] is not ('\u00AD' or '-'))
            {
                continue;
            }

            var head = $"{line} {Plain(word[..at])}-".TrimStart();
            if (WidthOf(head) <= room)
            {
                return (head, word[(at + 1)..]);
            }
        }

        return null;
    }

    private static string Plain(string word) => word.Replace("\u00AD", string.Empty, StringComparison.Ordinal);

    private double WidthOf(string text)
    {
        var letters = _page.MeasureText(text, Size, new PdfPoint(0, 0), IsBold ? _bold : _plain);
        return letters.Count == 0 ? 0 : letters[^1].EndBaseLine.X - letters[0].StartBaseLine.X;
    }

    private sealed record SetLine(string Text, double Left, double Width);
}
