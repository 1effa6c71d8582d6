namespace Search.Core.Countries;

/// <summary>
/// Countries that one character each names beside another: 中美, 日米韓, 한·미·일. Two characters make words as well, so a
/// pair counts only where what stands around it speaks for it.
/// </summary>
internal static class ClippedNames
{
    private const int MostLetters = 6;

    private static readonly ClippedTable s_han = new("han");
    private static readonly ClippedTable s_hangul = new("hangul");

    /// <summary>Adds the countries named from here; the length in the text, or 0.</summary>
    public static int Read(NameIndex index, ReadOnlySpan<char> text, int position, List<Sighting> found)
    {
        var isHangul = NameFolding.ClassOf(text[position]) == CharacterClass.Hangul;
        var table = isHangul ? s_hangul : s_han;
        if (!table.Letters.ContainsKey(text[position]))
            return 0;

        Span<int> letters = stackalloc int[MostLetters];
        var count = ReadLetters(table, text, position, letters, out var isApart);
        while (count > 1 && !Counts(index, table, text, letters[..count], isApart))
            count--;

        if (count < 2)
            return 0;

        var isJapanese = !isHangul && HasKana(text);
        foreach (var at in letters[..count])
            found.Add(new Sighting(at, 1, MeaningOf(table, text[at], isJapanese)));

        return letters[count - 1] + 1 - position;
    }

    private static NameMeaning MeaningOf(ClippedTable table, char letter, bool isJapanese) =>
        (isJapanese || !table.Letters.ContainsKey(letter)) && table.JapaneseLetters.TryGetValue(letter, out var japanese)
            ? japanese
            : table.Letters[letter];

    /// <summary>Where different letters stand one after another, or with points between them.</summary>
    private static int ReadLetters(ClippedTable table, ReadOnlySpan<char> text, int position, Span<int> letters, out bool isApart)
    {
        isApart = false;
        var count = 0;
        for (var at = position; count < letters.Length && at < text.Length && table.Has(text[at]); at++)
        {
            if (text[position..at].Contains(text[at]))
                break;

            letters[count++] = at;
            if (at + 1 < text.Length && IsPoint(text[at + 1]) && (count == 1 || isApart))
            {
                isApart = true;
                at++;
            }
            else if (isApart)
                break;
        }

        return count;
    }

    private static bool IsPoint(char character) => character is '·' or '・' or 'ㆍ' or '‧' or '•' or '-' or '/' or '–' or '、';

    private static bool Counts(NameIndex index, ClippedTable table, ReadOnlySpan<char> text, ReadOnlySpan<int> letters, bool isApart)
    {
        var last = letters[^1];
        var after = text[(last + 1)..];
        if (table.StartsWithPerson(after.TrimStart(' ')) || (!isApart && NameScanner.IsNameAt(index, text, last)))
            return false;

        var isHangul = table == s_hangul;
        var isFree = letters[0] == 0 || !IsSameScript(text[letters[0] - 1], isHangul);
        if (isHangul && !isFree)
            return false;

        if (table.StartsWithAfter(after.TrimStart(' '), isFree ? 1 : 2))
            return true;

        if (!isHangul && isFree && letters.Length > 2 && !table.IsAmbiguous(text[letters[^2]..(last + 1)]))
            return true;

        var isBefore = after.IsEmpty || !IsSameScript(after[0], isHangul) || (isHangul && Affixes.Default.IsAfter(RunOf(after)));
        if (!isFree || !isBefore)
            return false;

        return letters.Length > 2 || isApart
            || (!table.IsAmbiguous(text[letters[0]..(last + 1)]) && !(isHangul && (after.IsEmpty || after[0] == ' ')));
    }

    /// <summary>Katakana after a pair goes on with its word as Han does.</summary>
    private static bool IsSameScript(char character, bool isHangul) => NameFolding.ClassOf(character) switch
    {
        CharacterClass.Hangul => isHangul,
        CharacterClass.Katakana => !isHangul,
        CharacterClass.Free => !isHangul && !IsHiragana(character),
        CharacterClass.Word => !isHangul && char.IsLetter(character),
        _ => false,
    };

    private static ReadOnlySpan<char> RunOf(ReadOnlySpan<char> text)
    {
        var end = 0;
        while (end < text.Length && NameFolding.ClassOf(text[end]) == CharacterClass.Hangul)
            end++;

        return text[..end];
    }

    private static bool HasKana(ReadOnlySpan<char> text) => text.ContainsAnyInRange('\u3041', '\u30FA');

    private static bool IsHiragana(char character) => character is >= '\u3041' and <= '\u309F';
}
