using System.Globalization;
using Search.Reading.Text;

namespace Search.Reading.Pdf;

/// <summary>
/// What stands above and below the text of every page: running headers, footers, page numbers. They are told by standing in the same
/// place on several pages and differing in numbers only; a page's own number alone is told on a single page too.
/// </summary>
/// <param name="Lines">The lines that remain.</param>
/// <param name="Cut">Those that are cut, each once with the pages on which it stands.</param>
/// <param name="Heads">What the first page has of them above its text: a letterhead says who speaks.</param>
internal sealed record PdfMargins(IReadOnlyList<PdfLine> Lines, IReadOnlyList<string> Cut, IReadOnlyList<string> Heads)
{
    /// <summary>Share of the page's height at either end in which they stand.</summary>
    private const double Zone = 0.12;

    /// <summary>How far from page to page a line may move, as a share of the height.</summary>
    private const double Drift = 0.02;
    private const int MostWordsBesideNumber = 3;

    public static PdfMargins Of(IReadOnlyList<PdfLine> lines, int pages)
    {
        var repeated = lines.Where(IsInZone).GroupBy(line => (Key(line.Text), line.Height > 0.5))
            .Where(group => IsRunning(group.ToList(), pages)).SelectMany(group => group).ToHashSet(ReferenceEqualityComparer.Instance);
        var cut = lines.Where(line => repeated.Contains(line) || (IsInZone(line) && IsNumberOf(line, pages) && IsOutermost(line, lines)))
            .ToList();
        var isCut = cut.ToHashSet<object>(ReferenceEqualityComparer.Instance);
        return new PdfMargins(
            [.. lines.Where(line => !isCut.Contains(line))],
            [.. cut.GroupBy(line => Key(line.Text)).Select(Describe)],
            [.. cut.Where(line => line.Page == 1 && line.Height > 0.5).Select(line => line.Text)]);
    }

    private static bool IsInZone(PdfLine line) => line.Height is < Zone or > 1 - Zone;

    /// <summary>On most pages, or on all of one side: at the same height, in letters of the same size.</summary>
    private static bool IsRunning(List<PdfLine> group, int pages)
    {
        var number = group.Select(line => line.Page).Distinct().Count();
        var wanted = Math.Max(2, (pages - 1) * 2 / 5);
        return number >= wanted && group.Max(line => line.Height) - group.Min(line => line.Height) <= Drift
            && group.Max(line => line.Size) - group.Min(line => line.Size) < 1;
    }

    /// <summary>The page's number, alone or with a word or two: Page 2 of 9, - 2 -, 2/9.</summary>
    private static bool IsNumberOf(PdfLine line, int pages)
    {
        if (line.Text.Length > 30 || Prose.Words(line.Text) > MostWordsBesideNumber + 1)
        {
            return false;
        }

        var numbers = Numbers(line.Text);
        var others = line.Text.Count(char.IsLetter);
        return numbers.Count is 1 or 2 && numbers[0] == line.Page
            && (numbers.Count == 1 ? others == 0 || HasOneWord(line.Text) : numbers[1] == pages);
    }

    private static bool HasOneWord(string text) =>
        text.Split(' ').Count(word => word.Any(char.IsLetter)) == 1 && !Prose.EndsLikeSentence(text);

    private static bool IsOutermost(PdfLine line, IReadOnlyList<PdfLine> lines) =>
        lines.Where(other => other.Page == line.Page).All(other => line.Height > 0.5
            ? other.Baseline <= line.Baseline + (line.Size / 2)
            : other.Baseline >= line.Baseline - (line.Size / 2));

    private static List<int> Numbers(string text)
    {
        var numbers = new List<int>();
        for (var index = 0; index < text.Length; index++)
        {
            var start = index;
            while (index < text.Length && char.IsDigit(text[index]))
            {
                index++;
            }

            if (index > start)
            {
                var digits = string.Concat(text[start..index].Select(digit => (char)('0' + (int)char.GetNumericValue(digit))));
                numbers.Add(int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1);
            }
        }

        return numbers;
    }

    /// <summary>The line with a sign for every number.</summary>
    private static string Key(string text)
    {
        var key = string.Concat(text.Select(character => char.IsDigit(character) ? '#' : char.ToLowerInvariant(character)));
        while (key.Contains("##", StringComparison.Ordinal))
        {
            key = key.Replace("##", "#", StringComparison.Ordinal);
        }

        return key;
    }

    private static string Describe(IGrouping<string, PdfLine> group)
    {
        var first = group.First();
        var pages = group.Select(line => line.Page).Distinct().ToList();
        return $"Cut {(first.Height > 0.5 ? "above" : "below")} the text of page{(pages.Count > 1 ? "s" : string.Empty)} "
            + $"{string.Join(", ", pages.Take(10))}{(pages.Count > 10 ? ", ..." : string.Empty)}: {first.Text}";
    }
}
