using System.Buffers;
using System.Text;
using static Search.Core.Analysis.CharacterClass;

namespace Search.Core.Analysis;

/// <summary>
/// What is done to a text before a <c>standard</c> tokenizer that knows nothing of the rules here (see <see cref="Apostrophes"/>) looks
/// for words in it: afterwards it finds the words that <see cref="TextAnalyzer"/> finds in the text as printed. Two differences are left
/// to the filters behind it: ’ stays where the tokenizer takes it for an apostrophe anyway, which is nearly everywhere, and
/// marks that are in no word stay as they are. So hardly any text changes.
/// </summary>
public static class CharacterFilters
{
    private const char Typographic = '\u2019';

    private static readonly SearchValues<char> s_marks = SearchValues.Create(Apostrophes.Single + Apostrophes.Double[1..]);

    /// <summary>The same string where the tokenizer finds the right words without help.</summary>
    public static string Apply(string text)
    {
        StringBuilder? changed = null;
        var copied = 0;
        for (var mark = NextMark(text, 0); mark >= 0; mark = NextMark(text, mark + 1))
        {
            var endsInitials = mark > 0 && Apostrophes.IsDotBeforePossessive(text, mark - 1);
            if ((endsInitials ? '\'' : Replace(text, mark)) is { } replacement)
            {
                changed ??= new StringBuilder(text.Length);
                changed.Append(text, copied, mark - copied - (endsInitials ? 1 : 0)).Append(replacement);
                copied = mark + 1;
            }
        }

        return changed is null ? text : changed.Append(text, copied, text.Length - copied).ToString();
    }

    private static int NextMark(string text, int from) =>
        text.AsSpan(from).IndexOfAny(s_marks) is var distance and >= 0 ? from + distance : -1;

    /// <summary>What stands for a mark; null where it may stay.</summary>
    private static char? Replace(string text, int mark)
    {
        var character = text[mark];
        if (!Apostrophes.IsSingle(character))
        {
            return MaySpellHebrew(text, mark - 1) && MaySpellHebrew(text, mark + 1) ? '"' : null;
        }

        if (Apostrophes.LacksSpaceAfter(text, mark))
        {
            return ' ';
        }

        return character != '\'' && MayBeInWord(text, mark) ? '\'' : null;
    }

    /// <summary>
    /// Whether a single mark that is not straight may be part of a word that the tokenizer would otherwise cut, or not cut, there. A
    /// straight mark may end a Hebrew word; where ’ stands between two characters the tokenizer makes no difference.
    /// </summary>
    private static bool MayBeInWord(string text, int mark) =>
        CharacterTable.ClassOf(text[mark]) == Letter
        || MaySpellHebrew(text, mark - 1)
        || (text[mark] != Typographic && IsInWord(text, mark - 1) && IsInWord(text, mark + 1));

    private static bool IsInWord(string text, int index) =>
        MaySpellHebrew(text, index)
        || (index >= 0 && index < text.Length && CharacterTable.ClassOf(text[index]) is Letter or EmojiLetter or Numeric);

    /// <summary>A Hebrew letter, or what extends a character, which may be one; half of a pair may be anything.</summary>
    private static bool MaySpellHebrew(string text, int index) => index >= 0 && index < text.Length
        && (char.IsSurrogate(text[index]) || CharacterTable.ClassOf(text[index]) is HebrewLetter or SoutheastAsianExtend or Extend
            or EmojiModifier or Keycap or Joiner or TextPresentation or EmojiPresentation or Tag or CancelTag);
}
