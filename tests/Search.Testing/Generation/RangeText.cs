using System.Globalization;
using System.Text;

namespace Search.Testing.Generation;

/// <summary>Writes code points as the ranges that Search.Core's tables are read from.</summary>
public static class RangeText
{
    private const int LineLength = 128;

    /// <summary>A paragraph for each value: its name, then the ranges of code points that have it.</summary>
    public static string OfGroups(Dictionary<int, string> values)
    {
        var text = new StringBuilder();
        foreach (var group in values.GroupBy(pair => pair.Value, pair => pair.Key).OrderBy(group => group.Min()))
        {
            Wrap(text, [$"{group.Key}:", .. Ranges([.. group.Order()])]);
        }

        return text.ToString();
    }

    /// <summary>What turns into ASCII or several code points by that, all else by the distance it moves.</summary>
    public static string OfFolds(Dictionary<int, string> folds) =>
        OfGroups(folds.ToDictionary(pair => pair.Key, pair => LabelOf(pair.Key, [.. pair.Value.EnumerateRunes()])));

    private static string LabelOf(int codePoint, Rune[] target)
    {
        if (target.Length != 1 || (target[0].IsAscii && codePoint > 127))
        {
            return "=" + string.Join('.', target.Select(rune => rune.Value.ToString("x", CultureInfo.InvariantCulture)));
        }

        var distance = target[0].Value - codePoint;
        return string.Create(CultureInfo.InvariantCulture, $"{(distance < 0 ? '-' : '+')}{Math.Abs(distance):x}");
    }

    /// <summary>Runs of three or more with a step of one or two; anything else stands alone.</summary>
    private static IEnumerable<string> Ranges(int[] codePoints)
    {
        for (var i = 0; i < codePoints.Length;)
        {
            var step = i + 1 < codePoints.Length ? codePoints[i + 1] - codePoints[i] : 0;
            var last = i;
            while (step is 1 or 2 && last + 1 < codePoints.Length && codePoints[last + 1] - codePoints[last] == step)
            {
                last++;
            }

            if (last - i < 2)
            {
                yield return codePoints[i++].ToString("x", CultureInfo.InvariantCulture);
                continue;
            }

            yield return string.Create(CultureInfo.InvariantCulture, $"{codePoints[i]:x}-{codePoints[last]:x}{(step == 2 ? "/2" : "")}");
            i = last + 1;
        }
    }

    /// <summary>The items, separated by spaces, in lines of even length.</summary>
    public static void Wrap(StringBuilder text, IEnumerable<string> items)
    {
        var line = new StringBuilder();
        foreach (var item in items)
        {
            if (line.Length + item.Length + 1 > LineLength)
            {
                text.Append("        ").Append(line).Append('\n');
                line.Clear();
            }

            line.Append(line.Length == 0 ? "" : " ").Append(item);
        }

        text.Append("        ").Append(line).Append('\n');
    }
}
