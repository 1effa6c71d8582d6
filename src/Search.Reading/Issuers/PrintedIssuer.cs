using System.Text;
using System.Text.RegularExpressions;

namespace Search.Reading.Issuers;

/// <summary>A printed name taken apart: who, in which office, of which body.</summary>
internal sealed partial record PrintedIssuer(string? Person, string? Office, string? Body)
{
    private const int Milliseconds = 1000;

    /// <summary>Offices by their nouns; what stands before and between them is a modifier of theirs.</summary>
    private const string OfficeNouns =
        "secretary of state(?: for [\\p{L} ]+)?|spokes(?:man|woman|person)|head|chair(?:man|woman|person)?|director(?:[- ]general)?|secretar(?:y[- ]general|y)|minister|president|premier|ambassador|representative|"
        + "commander|chief|governor|envoy|coordinator|counsell?or|advis[eo]r|speaker|chancellor|commissioner|delegate|delegation|official|rapporteur|member|king|queen|emir|prime minister|first lady|general secretary";

    private const string Modifiers =
        "official|deputy|vice|first|acting|assistant|under|permanent|principal|special|chief|senior|press|executive|general|department|standing|honorary|federal|state|foreign|prime|defen[cs]e|"
        + "high|political|national|presidential|supreme|managing|external|affairs|interior|government|party|resident|director|section|minister|head|secretary|chairman|u\\.s\\.|us|then|former|new|personal";

    /// <summary>A printed name, without its article.</summary>
    public static PrintedIssuer Of(string printed)
    {
        var text = Article().Replace(printed.Trim().TrimEnd('.', ',', ':').Replace('’', '\''), string.Empty);
        var person = (string?)null;
        if (PersonFirst().Match(text) is { Success: true } named)
        {
            (person, text) = (named.Groups["person"].Value, FirstOffice(named.Groups["rest"].Value));
        }

        return OfficeAlone().IsMatch(text) || OfficeTable.Find(text) is not null ? new PrintedIssuer(person, text, null)
            : OfficeFirst().Match(text) is { Success: true } first ? OfBody(person, text, first.Groups["office"].Value, first.Groups["body"].Value)
            : OfficeAndPerson().Match(text) is { Success: true } both
                ? new PrintedIssuer(person ?? both.Groups["person"].Value, both.Groups["office"].Value, NullIfEmpty(both.Groups["body"].Value.Trim()))
            : OfficeLast().Match(text) is { Success: true } last
                ? new PrintedIssuer(person ?? NullIfEmpty(last.Groups["person"].Value), last.Groups["office"].Value, last.Groups["tail"] is { Success: true, Value: var tail } ? $"{last.Groups["body"].Value} of {tail}" : last.Groups["body"].Value)
            : InTables(person, text) ?? SplitUnit(person, null, text);
    }

    /// <summary>
    /// An office and a body by the tables, for languages whose grammar is not told here. In English an office alone would be a part of a
    /// body's name.
    /// </summary>
    private static PrintedIssuer? InTables(string? person, string text)
    {
        var folded = NameKey.WithPlaces(text);
        if (OfficeTable.FindSpeaking(folded.Key) is not { } office)
        {
            return null;
        }

        var body = OrganisationTable.FindIn(folded.Key);
        if (body is null)
        {
            return Ascii.IsValid(text) ? null : new PrintedIssuer(person, office.Value, null);
        }

        var (start, end) = folded.WordsOf(body.Start, body.Length);
        return new PrintedIssuer(person, office.Value, folded.Text[start..end]);
    }

    /// <summary>What an office is for need not be a body: Under Secretary for Economic Growth.</summary>
    private static PrintedIssuer OfBody(string? person, string text, string office, string body) =>
        person is not null && !BodyNouns.NamesBody(body) && !OfficeTable.IsKnown(office) ? new PrintedIssuer(person, text, null) : SplitUnit(person, office, body);

    /// <summary>An office of a unit inside a body (Head of the External Policy Office of …): the unit goes with the office.</summary>
    private static PrintedIssuer SplitUnit(string? person, string? office, string body)
    {
        if (UnitOfBody().Match(body) is { Success: true } unit && office is not null && IsUnitHead(office))
        {
            return new PrintedIssuer(person, $"{office} of the {unit.Groups["unit"].Value}", unit.Groups["body"].Value);
        }

        // The nearest body is the issuer's organisation; the ministry above it gives only the country.
        return new PrintedIssuer(person, office, body);
    }

    /// <summary>Of several people in one line the first speaks.</summary>
    private static string FirstOffice(string text)
    {
        var comma = text.IndexOf(", ", StringComparison.Ordinal);
        return comma > 0 && OfficeAlone().IsMatch(text[..comma]) ? text[..comma] : text;
    }

    private static bool IsUnitHead(string office) => !office.Contains("spokes", StringComparison.OrdinalIgnoreCase);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;

    [GeneratedRegex(@"^(?:an?|the)\s+", RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Article();

    /// <summary>Antony Example, Secretary of …; Jo Han Ju, chairman of ….</summary>
    [GeneratedRegex(@"^(?<person>(?:(?:Dr|Mr|Mrs|Ms|Sir|H\.E|Ambassador)\.? )?\p{Lu}[\p{L}'.-]*(?: \p{Lu}[\p{L}'.-]*){1,4}), (?:the )?(?<rest>(?i:(?:(?:" + Modifiers + @")[ -])*(?:" + OfficeNouns + @"))\b.*)$", RegexOptions.None, Milliseconds)]
    private static partial Regex PersonFirst();

    [GeneratedRegex(@"^(?:(?!(?:" + Modifiers + "|" + OfficeNouns + @")\b)(?-i:\p{Lu})[\p{L}.]+ )?(?<office>(?:(?:" + Modifiers + @")[ -])*(?:" + OfficeNouns + @"))\s+(?:of|for|at|to|in|under)\s+(?:the\s+)?(?<body>.+)$", RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex OfficeFirst();

    [GeneratedRegex(@"^(?:(?:" + Modifiers + @")[ -])*(?:" + OfficeNouns + @")$", RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex OfficeAlone();

    /// <summary>DPRK Foreign Ministry spokesman; Foreign Ministry Spokesperson Jane Example.</summary>
    [GeneratedRegex(@"^(?<body>.+?)(?:'s)? (?<office>(?:official |deputy |chief )?spokes(?:man|woman|person))(?:'s)?(?: (?<person>(?-i:\p{Lu}).*)| of (?<tail>.+))?$", RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex OfficeLast();

    /// <summary>Foreign Minister EXAMPLE Taro; the Official Spokesperson Shri Example Kumar.</summary>
    [GeneratedRegex(@"^(?<body>(?!(?:" + Modifiers + "|" + OfficeNouns + @")\b)(?-i:\p{Lu})\p{L}+ )?(?<office>(?:(?:" + Modifiers + @")[ -])*(?:" + OfficeNouns + @")),? (?:(?:Shri|Smt|Mr|Mrs|Ms|Dr|H\.E|Sir)\.? )*(?<person>(?-i:\p{Lu})[\p{L}'.-]*(?: (?-i:\p{Lu})[\p{L}'.-]*){0,4})$", RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex OfficeAndPerson();

    [GeneratedRegex(@"^(?<unit>.+? (?:office|department|bureau|division|section|directorate|desk)|(?:department|office|bureau|division|directorate) (?:of|for) .+?) (?:of|under|at|in) (?:the )?(?<body>.+)$", RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex UnitOfBody();
}
