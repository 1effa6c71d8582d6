namespace Search.Reading.Text;

internal enum Script
{
    Latin,
    Cyrillic,
    Arabic,
    Han,
    Kana,
    Hangul,
    Greek,
    Hebrew,
    Thai,
    Devanagari,
    Georgian,
    Armenian,
    Other,
}

/// <summary>How many letters of a text are of which script.</summary>
internal sealed class ScriptCounts
{
    private readonly int[] _counts = new int[(int)Script.Other + 1];

    public int Total { get; private set; }

    public int Of(Script script) => _counts[(int)script];

    public void Add(Script script)
    {
        _counts[(int)script]++;
        Total++;
    }
}

internal static class Scripts
{
    public static ScriptCounts Count(ReadOnlySpan<char> text)
    {
        var counts = new ScriptCounts();
        foreach (var character in text)
        {
            if (char.IsLetter(character))
            {
                counts.Add(Of(character));
            }
        }

        return counts;
    }

    /// <summary>By block, as Unicode lays them out; supplementary characters are not counted.</summary>
    public static Script Of(char character) => character switch
    {
        < '\u0250' => Script.Latin,
        >= '\u1E00' and <= '\u1EFF' => Script.Latin,
        >= '\u0370' and <= '\u03FF' => Script.Greek,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0530' and <= '\u058F' => Script.Armenian,
        >= '\u0590' and <= '\u05FF' => Script.Hebrew,
        >= '\u0600' and <= '\u077F' or >= '\uFB50' and <= '\uFDFF' or >= '\uFE70' and <= '\uFEFE' => Script.Arabic,
        >= '\u0900' and <= '\u097F' => Script.Devanagari,
        >= '\u0E00' and <= '\u0E7F' => Script.Thai,
        >= '\u10A0' and <= '\u10FF' => Script.Georgian,
        >= '\u3040' and <= '\u30FF' => Script.Kana,
        >= '\u3400' and <= '\u9FFF' or >= '\uF900' and <= '\uFAFF' => Script.Han,
        >= '\uAC00' and <= '\uD7A3' or >= '\u1100' and <= '\u11FF' => Script.Hangul,
        _ => Script.Other,
    };
}
