using Search.Reading.Text;

namespace Search.Reading.Pages;

/// <summary>Cuts a text into paragraphs, whether it has one a line or is wrapped at a fixed width.</summary>
internal static class TextLines
{
    private const int NarrowestWrap = 50;
    private const int WidestWrap = 100;

    public static List<string> Cut(string text)
    {
        List<List<string>> paragraphs = [[]];
        foreach (var raw in text.Split('\n'))
        {
            var line = WhiteSpace.Collapse(raw);
            if (line.Length > 0)
            {
                paragraphs[^1].Add(line);
            }
            else if (paragraphs[^1].Count > 0)
            {
                paragraphs.Add([]);
            }
        }

        return [.. IsWrapped(paragraphs) ? paragraphs.Where(lines => lines.Count > 0).SelectMany(Join)
            : paragraphs.SelectMany(lines => lines)];
    }

    /// <summary>
    /// Wrapped text: paragraphs of several lines, of which all but the last are about equally long and mostly end within a sentence.
    /// </summary>
    private static bool IsWrapped(List<List<string>> paragraphs)
    {
        var (inner, within, fitting) = (0, 0, 0);
        foreach (var lines in paragraphs)
        {
            foreach (var line in lines.SkipLast(1))
            {
                inner++;
                fitting += line.Length is >= NarrowestWrap and <= WidestWrap ? 1 : 0;
                within += Prose.EndsLikeSentence(line) ? 0 : 1;
            }
        }

        return inner >= 4 && fitting * 10 >= inner * 8 && within * 10 >= inner * 7;
    }

    private static IEnumerable<string> Join(List<string> lines) =>
        lines.Count > 1 && lines.SkipLast(1).All(line => line.Length >= NarrowestWrap) ? [string.Join(' ', lines)] : lines;
}
