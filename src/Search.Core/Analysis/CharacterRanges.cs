using System.Globalization;

namespace Search.Core.Analysis;

/// <summary>
/// Reads the generated tables: lines of <c>label: first-last/step first-last first</c> in hexadecimal, where the step
/// is 1 unless given.
/// </summary>
internal static class CharacterRanges
{
    public static IEnumerable<(string Label, int First, int Last, int Step)> Parse(string table)
    {
        var label = string.Empty;
        foreach (var item in table.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (item.EndsWith(':'))
            {
                label = item[..^1];
                continue;
            }

            var parts = item.Split('/');
            var bounds = parts[0].Split('-');
            yield return (label, ParseHex(bounds[0]), ParseHex(bounds[^1]), parts.Length == 1 ? 1 : ParseHex(parts[1]));
        }
    }

    public static int ParseHex(ReadOnlySpan<char> text) => int.Parse(text, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}
