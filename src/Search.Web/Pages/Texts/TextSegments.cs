using Search.Archive.Highlighting;

namespace Search.Web.Pages.Texts;

/// <summary>A stretch of text that is marked alike throughout.</summary>
/// <param name="Mark">Index of the mark it lies in; -1 for none.</param>
/// <param name="StartsMark">The mark begins here.</param>
/// <param name="Country">The country it names, to be shown; null for none.</param>
public readonly record struct TextSegment(string Text, int Mark, bool StartsMark, string? Country);

/// <summary>A mention of a country to be shown in a text.</summary>
public readonly record struct NamedCountry(int Start, int Length, string Name);

/// <summary>Cuts a text where marks and mentions begin and end. What comes out is plain text: the page encodes it.</summary>
public static class TextSegments
{
    /// <param name="text">The whole text that the offsets are of.</param>
    /// <param name="start">Where the wanted part begins.</param>
    /// <param name="end">Where it ends, exclusive.</param>
    public static IEnumerable<TextSegment> Cut(
        string text, int start, int end, IReadOnlyList<Mark> marks, IReadOnlyList<NamedCountry> countries)
    {
        SortedSet<int> cuts = [start, end];
        foreach (var mark in marks)
        {
            cuts.Add(Math.Clamp(mark.Start, start, end));
            cuts.Add(Math.Clamp(mark.Start + mark.Length, start, end));
        }

        foreach (var country in countries)
        {
            cuts.Add(Math.Clamp(country.Start, start, end));
            cuts.Add(Math.Clamp(country.Start + country.Length, start, end));
        }

        var (markIndex, countryIndex, from) = (0, 0, start);
        foreach (var to in cuts.Skip(1))
        {
            while (markIndex < marks.Count && marks[markIndex].Start + marks[markIndex].Length <= from)
            {
                markIndex++;
            }

            while (countryIndex < countries.Count && countries[countryIndex].Start + countries[countryIndex].Length <= from)
            {
                countryIndex++;
            }

            var marked = markIndex < marks.Count && marks[markIndex].Start <= from;
            var named = countryIndex < countries.Count && countries[countryIndex].Start <= from;
            yield return new TextSegment(
                text[from..to],
                marked ? markIndex : -1,
                marked && marks[markIndex].Start == from,
                named ? countries[countryIndex].Name : null);
            from = to;
        }
    }

    /// <summary>Start and end of each line, without white space around it, and whether it is the last.</summary>
    public static IEnumerable<(int Start, int End, bool IsLast)> Lines(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var next = end;
            while (next < text.Length && char.IsWhiteSpace(text[next]))
            {
                next++;
            }

            yield return (start, end, next == text.Length);
            start = next;
        }
    }

    /// <summary>Start and end of each paragraph: blank lines separate them.</summary>
    public static IEnumerable<(int Start, int End)> Paragraphs(string text)
    {
        for (var start = 0; start < text.Length;)
        {
            var end = text.IndexOf("\n\n", start, StringComparison.Ordinal);
            end = end < 0 ? text.Length : end;
            if (end > start)
            {
                yield return (start, end);
            }

            start = end + 2;
        }
    }
}
