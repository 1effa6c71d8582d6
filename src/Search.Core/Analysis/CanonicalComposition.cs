using System.Text;

namespace Search.Core.Analysis;

/// <summary>
/// Unicode's Normalization Form C (Standard Annex 15). The runtime's own needs ICU and leaves text as it is without it,
/// and what a statement's text is must not depend on what a machine has installed.
/// </summary>
internal static partial class CanonicalComposition
{
    private const int HangulBase = 0xac00;
    private const int LeadBase = 0x1100;
    private const int VowelBase = 0x1161;
    private const int TrailBase = 0x11a7;
    private const int VowelCount = 21;
    private const int TrailCount = 28;
    private const int HangulCount = 19 * VowelCount * TrailCount;

    /// <summary>Below this every character is in Form C wherever it stands.</summary>
    private const char FirstSuspect = '\u0300';

    private static readonly Dictionary<int, byte> s_combiningClasses = ReadCombiningClasses();
    private static readonly Dictionary<int, int[]> s_decompositions = ReadDecompositions();
    private static readonly Dictionary<(int First, int Second), int> s_compositions = ReadCompositions();
    private static readonly HashSet<int> s_suspects = FindSuspects();

    /// <summary>The text in Form C; the same string if it is so already. Unpaired surrogates are not expected.</summary>
    public static string Compose(string text)
    {
        var first = FirstSuspectIn(text);
        if (first < 0)
        {
            return text;
        }

        var codePoints = new List<int>(text.Length);
        foreach (var rune in text.AsSpan(first).EnumerateRunes())
        {
            Decompose(rune.Value, codePoints);
        }

        Order(codePoints);
        Recompose(codePoints);
        var composed = new StringBuilder(text.Length).Append(text, 0, first);
        foreach (var codePoint in codePoints)
        {
            composed.Append(new Rune(codePoint));
        }

        return composed.Equals(text) ? text : composed.ToString();
    }

    /// <summary>Where the part begins that may have to change: one code point before the first suspect. -1: nothing may.</summary>
    private static int FirstSuspectIn(string text)
    {
        var index = text.AsSpan().IndexOfAnyInRange(FirstSuspect, char.MaxValue);
        while (index >= 0 && index < text.Length)
        {
            var isPair = char.IsHighSurrogate(text[index]);
            if (text[index] >= FirstSuspect && s_suspects.Contains(isPair ? char.ConvertToUtf32(text, index) : text[index]))
            {
                return index == 0 ? 0 : index > 1 && char.IsLowSurrogate(text[index - 1]) ? index - 2 : index - 1;
            }

            index += isPair ? 2 : 1;
        }

        return -1;
    }

    private static byte CombiningClass(int codePoint) => s_combiningClasses.GetValueOrDefault(codePoint);

    private static void Decompose(int codePoint, List<int> output)
    {
        if (codePoint is >= HangulBase and < HangulBase + HangulCount)
        {
            var syllable = codePoint - HangulBase;
            output.Add(LeadBase + (syllable / (VowelCount * TrailCount)));
            output.Add(VowelBase + (syllable % (VowelCount * TrailCount) / TrailCount));
            if (syllable % TrailCount != 0)
            {
                output.Add(TrailBase + (syllable % TrailCount));
            }
        }
        else if (s_decompositions.TryGetValue(codePoint, out var parts))
        {
            foreach (var part in parts)
            {
                Decompose(part, output);
            }
        }
        else
        {
            output.Add(codePoint);
        }
    }

    /// <summary>Marks after one starter stand in the order of their classes, those of one class as they came.</summary>
    private static void Order(List<int> codePoints)
    {
        for (var index = 1; index < codePoints.Count; index++)
        {
            var codePoint = codePoints[index];
            var combiningClass = CombiningClass(codePoint);
            var place = index;
            while (combiningClass > 0 && place > 0 && CombiningClass(codePoints[place - 1]) > combiningClass)
            {
                codePoints[place] = codePoints[place - 1];
                place--;
            }

            codePoints[place] = codePoint;
        }
    }

    private static void Recompose(List<int> codePoints)
    {
        var starter = -1;
        var last = 0;
        var length = 0;
        for (var index = 0; index < codePoints.Count; index++)
        {
            var codePoint = codePoints[index];
            var combiningClass = CombiningClass(codePoint);
            var adjacent = starter == length - 1;
            if (starter >= 0 && (adjacent || last < combiningClass) && Pair(codePoints[starter], codePoint) is { } composite)
            {
                codePoints[starter] = composite;
                continue;
            }

            starter = combiningClass == 0 ? length : starter;
            last = combiningClass;
            codePoints[length++] = codePoint;
        }

        codePoints.RemoveRange(length, codePoints.Count - length);
    }

    private static int? Pair(int first, int second)
    {
        if (first - LeadBase is >= 0 and < 19 && second - VowelBase is >= 0 and < VowelCount)
        {
            return HangulBase + ((((first - LeadBase) * VowelCount) + second - VowelBase) * TrailCount);
        }

        if (first - HangulBase is >= 0 and < HangulCount && (first - HangulBase) % TrailCount == 0
            && second - TrailBase is > 0 and < TrailCount)
        {
            return first + second - TrailBase;
        }

        return s_compositions.TryGetValue((first, second), out var composite) ? composite : null;
    }

    private static Dictionary<int, byte> ReadCombiningClasses()
    {
        var classes = new Dictionary<int, byte>();
        foreach (var (label, first, last, step) in CharacterRanges.Parse(CombiningClasses))
        {
            for (var codePoint = first; codePoint <= last; codePoint += step)
            {
                classes[codePoint] = (byte)CharacterRanges.ParseHex(label);
            }
        }

        return classes;
    }

    private static Dictionary<int, int[]> ReadDecompositions() =>
        Decompositions.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(entry => entry.Split('=', '.').Select(hex => CharacterRanges.ParseHex(hex)).ToArray())
            .ToDictionary(entry => entry[0], entry => entry[1..]);

    private static Dictionary<(int First, int Second), int> ReadCompositions()
    {
        var excluded = CharacterRanges.Parse(Exclusions)
            .SelectMany(range => Enumerable.Range(0, ((range.Last - range.First) / range.Step) + 1)
                .Select(i => range.First + (i * range.Step)))
            .ToHashSet();
        return s_decompositions.Where(pair => pair.Value.Length == 2 && !excluded.Contains(pair.Key))
            .ToDictionary(pair => (pair.Value[0], pair.Value[1]), pair => pair.Key);
    }

    /// <summary>What is no composite, or moves, or joins with what stands before it (NFC_Quick_Check other than yes).</summary>
    private static HashSet<int> FindSuspects() =>
    [
        .. s_combiningClasses.Keys,
        .. s_decompositions.Keys.Except(s_compositions.Values),
        .. s_compositions.Keys.Select(pair => pair.Second),
        .. Enumerable.Range(VowelBase, VowelCount),
        .. Enumerable.Range(TrailBase + 1, TrailCount - 1),
    ];
}
