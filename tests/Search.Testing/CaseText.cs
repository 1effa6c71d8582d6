using System.Globalization;
using System.Text.RegularExpressions;

namespace Search.Testing;

/// <summary>
/// Cells of case files: <c>{U+00A0}</c> stands for a character that cannot be seen, <c>{empty}</c> for nothing,
/// <c>{x*2000}</c> for a text two thousand times.
/// </summary>
public static partial class CaseText
{
    /// <summary>The text that a cell stands for.</summary>
    public static string Expand(string cell)
    {
        var text = CodePoint().Replace(cell, match => Character(int.Parse(match.Groups[1].Value, NumberStyles.HexNumber)));
        text = Repetition().Replace(
            text, match => string.Concat(Enumerable.Repeat(match.Groups[1].Value, int.Parse(match.Groups[2].Value))));
        return text.Replace("{empty}", "");
    }

    /// <summary>Halves of surrogate pairs too: users send them.</summary>
    private static string Character(int codePoint) => codePoint > char.MaxValue ? char.ConvertFromUtf32(codePoint) : $"{(char)codePoint}";

    [GeneratedRegex(@"\{U\+([0-9A-F]{4,6})\}")]
    private static partial Regex CodePoint();

    [GeneratedRegex(@"\{(.+?)\*(\d+)\}")]
    private static partial Regex Repetition();
}
