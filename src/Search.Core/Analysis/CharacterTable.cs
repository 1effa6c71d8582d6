namespace Search.Core.Analysis;

/// <summary>What analysis knows of each code point. The ranges are generated from what Elasticsearch answers.</summary>
internal static partial class CharacterTable
{
    private static readonly CharacterClass[] s_basicPlane = new CharacterClass[0x10000];
    private static readonly (int First, int Last, CharacterClass Class)[] s_otherPlanes = ReadClasses();
    private static readonly Dictionary<int, string> s_folds = ReadFolds();

    public static CharacterClass ClassOf(char character) => s_basicPlane[character];

    public static CharacterClass ClassOf(int codePoint)
    {
        if (codePoint < s_basicPlane.Length)
        {
            return s_basicPlane[codePoint];
        }

        var low = 0;
        var high = s_otherPlanes.Length - 1;
        while (low <= high)
        {
            var middle = (low + high) / 2;
            if (codePoint > s_otherPlanes[middle].Last)
            {
                low = middle + 1;
            }
            else if (codePoint < s_otherPlanes[middle].First)
            {
                high = middle - 1;
            }
            else
            {
                return s_otherPlanes[middle].Class;
            }
        }

        return CharacterClass.Other;
    }

    /// <summary>Lower-case, without accents, ligatures apart; null where the code point stays as it is.</summary>
    public static string? FoldOf(int codePoint) => s_folds.GetValueOrDefault(codePoint);

    /// <summary>Fills the basic plane and gives the ranges of the others, in order.</summary>
    private static (int First, int Last, CharacterClass Class)[] ReadClasses()
    {
        var others = new List<(int First, int Last, CharacterClass Class)>();
        foreach (var (label, first, last, step) in CharacterRanges.Parse(Classes))
        {
            var characterClass = Enum.Parse<CharacterClass>(label);
            if (first >= s_basicPlane.Length && step == 1)
            {
                others.Add((first, last, characterClass));
                continue;
            }

            for (var codePoint = first; codePoint <= last; codePoint += step)
            {
                if (codePoint < s_basicPlane.Length)
                {
                    s_basicPlane[codePoint] = characterClass;
                }
                else
                {
                    others.Add((codePoint, codePoint, characterClass));
                }
            }
        }

        return [.. others.OrderBy(range => range.First)];
    }

    /// <summary>A label is what code points turn into (=61, =28.31.29, = for nothing) or how far they move (+20, -8).</summary>
    private static Dictionary<int, string> ReadFolds()
    {
        var folds = new Dictionary<int, string>();
        foreach (var (label, first, last, step) in CharacterRanges.Parse(Folds))
        {
            var target = string.Concat(label[1..].Split('.', StringSplitOptions.RemoveEmptyEntries)
                .Select(hex => char.ConvertFromUtf32(CharacterRanges.ParseHex(hex))));
            var distance = label[0] == '=' ? 0 : CharacterRanges.ParseHex(label.AsSpan(1)) * (label[0] == '-' ? -1 : 1);
            for (var codePoint = first; codePoint <= last; codePoint += step)
            {
                folds[codePoint] = label[0] == '=' ? target : char.ConvertFromUtf32(codePoint + distance);
            }
        }

        return folds;
    }
}
