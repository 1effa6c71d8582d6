using System.Globalization;
using System.Text;

namespace Search.Core.Countries;

/// <summary>How a character takes part in the boundaries of names.</summary>
internal enum CharacterClass : byte
{
    /// <summary>Between words.</summary>
    Separator,

    /// <summary>Letters and digits of scripts that put spaces between words.</summary>
    Word,

    /// <summary>Katakana: a run is a word, and other scripts border it.</summary>
    Katakana,

    /// <summary>Hangul: a name begins a word, and particles may follow it.</summary>
    Hangul,

    /// <summary>Arabic and Hebrew: a name ends a word, and particles may be written before it.</summary>
    Prefixing,

    /// <summary>Scripts without word boundaries: a name may begin and end anywhere.</summary>
    Free,
}

/// <summary>
/// Folds characters so that spellings of one name meet: Latin and Greek accents, quotes, hyphens, spaces and Arabic
/// letter variants. Case stays: it tells US from us and Turkey from turkey.
/// </summary>
internal static class NameFolding
{
    /// <summary>
    /// Each word is a letter and what folds to it. (String.Normalize does nothing where globalisation is invariant.)
    /// </summary>
    private const string Accented =
        "AÀÁÂÃÄÅĀĂĄǍǞǠǺȀȂȦḀẠẢẤẦẨẪẬẮẰẲẴẶ CÇĆĈĊČḈ EÈÉÊËĒĔĖĘĚȄȆȨḔḖḘḚḜẸẺẼẾỀỂỄỆ IÌÍÎÏĨĪĬĮİǏȈȊḬḮỈỊ NÑŃŅŇǸṄṆṈṊ "
        + "OÒÓÔÕÖŌŎŐƠǑǪǬȌȎȪȬȮȰṌṎṐṒỌỎỐỒỔỖỘỚỜỞỠỢØ UÙÚÛÜŨŪŬŮŰŲƯǓǕǗǙǛȔȖṲṴṶṸṺỤỦỨỪỬỮỰ YÝŶŸȲẎỲỴỶỸ aàáâãäåāăąǎǟǡǻȁȃȧḁạảấầẩẫậắằẳẵặ "
        + "cçćĉċčḉ eèéêëēĕėęěȅȇȩḕḗḙḛḝẹẻẽếềểễệ iìíîïĩīĭįǐȉȋḭḯỉịı nñńņňǹṅṇṉṋ oòóôõöōŏőơǒǫǭȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợø "
        + "uùúûüũūŭůűųưǔǖǘǚǜȕȗṳṵṷṹṻụủứừửữự yýÿŷȳẏẙỳỵỷỹ DĎḊḌḎḐḒĐ dďḋḍḏḑḓđ GĜĞĠĢǦǴḠ gĝğġģǧǵḡ HĤȞḢḤḦḨḪ hĥȟḣḥḧḩḫẖ JĴ jĵǰ "
        + "KĶǨḰḲḴ kķǩḱḳḵ LĹĻĽḶḸḺḼŁ lĺļľḷḹḻḽł RŔŖŘȐȒṘṚṜṞ rŕŗřȑȓṙṛṝṟ SŚŜŞŠȘṠṢṤṦṨ sśŝşšșṡṣṥṧṩ TŢŤȚṪṬṮṰ tţťțṫṭṯṱẗ WŴẀẂẄẆẈ "
        + "wŵẁẃẅẇẉẘ ZŹŻŽẐẒẔ zźżžẑẓẕ ΑΆ ΕΈ ΗΉ ΙΊΪ ΟΌ ΥΎΫ ΩΏ ιΐίϊ αά εέ ηή υΰϋύ οό ωώ BḂḄḆ bḃḅḇ FḞ fḟ MḾṀṂ mḿṁṃ PṔṖ pṕṗ VṼṾ "
        + "vṽṿ XẊẌ xẋẍ её ЕЁ اأإآٱ يىیئ كک هةۀە وؤ";

    private static readonly char[] s_folded = BuildFolded();
    private static readonly CharacterClass[] s_classes = BuildClasses();

    public const char Space = ' ';

    /// <summary>What <see cref="Fold"/> gives for a mark that is to be passed over.</summary>
    public const char Nothing = '\0';

    public static char Fold(char character) => s_folded[character];

    public static CharacterClass ClassOf(char character) => s_classes[character];

    /// <summary>A name as the trie holds it; runs of separators are one space.</summary>
    public static string Key(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var character in name)
        {
            var folded = Fold(character);
            if (folded != Nothing && !(folded == Space && (key.Length == 0 || key[^1] == Space)))
                key.Append(folded);
        }

        return key.ToString().TrimEnd(Space);
    }

    private static char[] BuildFolded()
    {
        var folded = new char[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
            folded[i] = FoldOnce((char)i);

        foreach (var letters in Accented.Split(' '))
        {
            foreach (var letter in letters)
                folded[letter] = letters[0];
        }

        return folded;
    }

    private static char FoldOnce(char character) => character switch
    {
        '-' or '\u2010' or '\u2011' => Space,
        '\u05F4' or '\u201C' or '\u201D' => '"',
        '\u05F3' or '\u2018' or '\u2019' or '\u02BC' or '\u02BB' or '`' or '\u00B4' or '\u2032' => '\'',
        >= '\u0300' and <= '\u036F' or '\u0640' or >= '\u064B' and <= '\u0655' or '\u00AD' or '\u200B' or '\u200C' or '\u200D' => Nothing,
        _ => char.IsWhiteSpace(character) ? Space : character,
    };

    private static CharacterClass[] BuildClasses()
    {
        var classes = new CharacterClass[char.MaxValue + 1];
        for (var i = 0; i <= char.MaxValue; i++)
            classes[i] = Classify((char)i);

        return classes;
    }

    private static CharacterClass Classify(char character) => character switch
    {
        >= '\u30A1' and <= '\u30FA' or '\u30FC' => CharacterClass.Katakana,
        >= '\uAC00' and <= '\uD7A3' => CharacterClass.Hangul,
        >= '\u0590' and <= '\u06FF' when IsWord(character) => CharacterClass.Prefixing,
        >= '\u0E00' and <= '\u109F' or >= '\u1780' and <= '\u17FF' or >= '\u3041' and <= '\u309F'
            or >= '\u3400' and <= '\u9FFF' => CharacterClass.Free,
        _ => IsWord(character) ? CharacterClass.Word : CharacterClass.Separator,
    };

    private static bool IsWord(char character) =>
        char.IsLetterOrDigit(character) || CharUnicodeInfo.GetUnicodeCategory(character)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
