using Search.Reading.Text;

namespace Search.Reading.Pages;

/// <summary>
/// Cuts a text into paragraphs: one a line, or wrapped at a fixed width with a blank line or an indent between them. A title's
/// second line belongs to its first.
/// </summary>
internal static class TextLines
{
    public static List<string> Cut(string text)
    {
        var runs = Runs(text);
        var wrap = LineWrap.Of(runs.SelectMany(run => run.Zip(run.Skip(1))));
        return [.. runs.SelectMany(run => Paragraphs(run, wrap))];
    }

    /// <summary>Lines without a blank line between them.</summary>
    private static List<List<TextualLine>> Runs(string text)
    {
        List<List<TextualLine>> runs = [[]];
        foreach (var raw in text.Split('\n'))
        {
            var line = TextualLine.Of(raw);
            if (line.Text.Length > 0)
            {
                runs[^1].Add(line);
            }
            else if (runs[^1].Count > 0)
            {
                runs.Add([]);
            }
        }

        return runs;
    }

    private static IEnumerable<string> Paragraphs(List<TextualLine> run, LineWrap wrap)
    {
        var lines = new List<string>();
        for (var index = 0; index < run.Count; index++)
        {
            var joint = lines.Count > 0 ? LineWrap.Joint(run[index - 1].Text, run[index].Text) : string.Empty;
            lines.Add(joint + run[index].Text);
            if (index + 1 == run.Count || !Joins(run[index], run[index + 1], wrap))
            {
                yield return string.Concat(lines);
                lines.Clear();
            }
        }
    }

    private static bool Joins(TextualLine upper, TextualLine lower, LineWrap wrap) =>
        wrap.Joins(upper, lower) && !StandsAlone(upper.Text) && !StandsAlone(lower.Text);

    private static bool StandsAlone(string text) => PageLabels.IsLabelLine(text) || TextLine.Of(text).IsBareDate;
}
