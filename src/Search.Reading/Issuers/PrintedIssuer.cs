using System.Buffers;
using System.Text;
using Search.Reading.Text;

namespace Search.Reading.Issuers;

/// <summary>A printed name taken apart: who, in which office, of which body.</summary>
internal sealed record PrintedIssuer(string? Person, string? Office, string? Body)
{
    private static readonly PatternTable s_grammar = new("Issuers.grammar.txt");
    private static readonly BoundedPattern s_article = s_grammar["name-article"];
    private static readonly BoundedPattern s_personFirst = s_grammar["name-person-first"];
    private static readonly BoundedPattern s_officeFirst = s_grammar["name-office-first"];
    private static readonly BoundedPattern s_officeAlone = s_grammar["name-office-alone"];
    private static readonly BoundedPattern s_officeLast = s_grammar["name-office-last"];
    private static readonly BoundedPattern s_officeAndPerson = s_grammar["name-office-and-person"];
    private static readonly SearchValues<char> s_stops = SearchValues.Create(",:;.\n–—|()");
    private static readonly BoundedPattern s_unitOfBody = s_grammar["name-unit-of-body"];

    /// <summary>A printed name, without its article.</summary>
    public static PrintedIssuer Of(string printed)
    {
        var text = s_article.Replace(printed.Trim().TrimEnd('.', ',', ':').Replace('’', '\''), string.Empty);
        var person = (string?)null;
        if (s_personFirst.Match(text) is { Success: true } named)
        {
            (person, text) = (named.Groups["person"].Value, FirstOffice(named.Groups["rest"].Value));
        }

        return s_officeAlone.IsMatch(text) || OfficeTable.Find(text) is not null ? new PrintedIssuer(person, text, null)
            : s_officeFirst.Match(text) is { Success: true } first
                ? OfBody(person, text, first.Groups["office"].Value, first.Groups["body"].Value)
            : s_officeAndPerson.Match(text) is { Success: true } both
                ? new PrintedIssuer(person ?? both.Groups["person"].Value, both.Groups["office"].Value,
                    NullIfEmpty(both.Groups["body"].Value.Trim()))
            : s_officeLast.Match(text) is { Success: true } last
                ? new PrintedIssuer(person ?? NullIfEmpty(last.Groups["person"].Value), last.Groups["office"].Value,
                    last.Groups["tail"] is { Success: true, Value: var tail } ? $"{last.Groups["body"].Value} of {tail}"
                    : last.Groups["body"].Value)
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

        // Beside the body's own name stands whose it is: behind it where the office goes before it, else before it.
        var (start, end) = folded.WordsOf(body.Start, body.Length);
        return new PrintedIssuer(person, office.Value,
            office.Start < body.Start ? ToStop(folded.Text[start..]) : folded.Text[..end]);
    }

    private static string ToStop(string text) => text.AsSpan().IndexOfAny(s_stops) is >= 0 and var stop ? text[..stop].TrimEnd() : text;

    /// <summary>What an office is for need not be a body: Under Secretary for Economic Growth.</summary>
    private static PrintedIssuer OfBody(string? person, string text, string office, string body) =>
        person is not null && !BodyNouns.NamesBody(body) && !OfficeTable.IsKnown(office) ? new PrintedIssuer(person, text, null)
            : SplitUnit(person, office, body);

    /// <summary>An office of a unit inside a body (Head of the External Policy Office of …): the unit goes with the office.</summary>
    private static PrintedIssuer SplitUnit(string? person, string? office, string body)
    {
        if (s_unitOfBody.Match(body) is { Success: true } unit && office is not null && IsUnitHead(office))
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
        return comma > 0 && s_officeAlone.IsMatch(text.AsSpan(0, comma)) ? text[..comma] : text;
    }

    private static bool IsUnitHead(string office) => !office.Contains("spokes", StringComparison.OrdinalIgnoreCase);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
