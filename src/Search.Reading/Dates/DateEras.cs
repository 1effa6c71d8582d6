using System.Globalization;
using Search.Reading.Text;

namespace Search.Reading.Dates;

/// <summary>Eras in which years are counted anew, from eras.txt: 令和6年 is the sixth year after 2018.</summary>
internal static class DateEras
{
    private static readonly (string Name, int Zero)[] s_eras = [.. EmbeddedTable.Rows("Dates.eras.txt")
        .Select(row => row.Split(' '))
        .SelectMany(parts => parts.Skip(1).Select(name => (name, int.Parse(parts[0], CultureInfo.InvariantCulture))))];

    /// <summary>The common year before an era's first, and the length of the era's name at the word's end; 0 when there is none.</summary>
    public static (int Zero, int Length) Find(ReadOnlySpan<char> word)
    {
        foreach (var (name, zero) in s_eras)
        {
            // Scripts without blanks have other words before it.
            if (word.EndsWith(name, StringComparison.OrdinalIgnoreCase) && (word.Length == name.Length || name[0] >= '\u3000'))
            {
                return (zero, name.Length);
            }
        }

        return default;
    }
}
