namespace Search.Reading.Tests.Text;

/// <summary>Breaks a text as a program does: before the word that does not fit.</summary>
internal static class Wrapped
{
    public static List<string> Lines(string text, int width)
    {
        var indent = text.Length - text.TrimStart().Length;
        var lines = new List<string> { text[..indent] };
        foreach (var word in text.TrimStart().Split(' '))
        {
            var isFirst = lines[^1].Length == 0 || lines[^1].Length == indent && lines.Count == 1;
            if (!isFirst && lines[^1].Length + 1 + word.Length > width)
            {
                lines.Add(word);
            }
            else
            {
                lines[^1] += (isFirst ? string.Empty : " ") + word;
            }
        }

        return lines;
    }
}
