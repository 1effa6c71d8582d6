using System.Text.RegularExpressions;
using Search.Archive.Searching;
using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Service.Requests;

/// <summary>Reads what narrows a search beside the query.</summary>
internal static partial class FilterReader
{
    public const string None = "none";

    private delegate bool FilterValueReader(string text, out string value, out string problem);

    public static SearchFilters Read(ParameterReader reader)
    {
        var filters = new SearchFilters
        {
            Issuer = ReadFacet(reader, SearchParameters.Issuer, Any),
            Country = ReadCountries(reader),
            Source = ReadFacet(reader, SearchParameters.Source, Any),
            Kind = ReadFacet(reader, SearchParameters.Kind, Kind),
            Language = ReadFacet(reader, SearchParameters.Language, Language),
            From = reader.Date(SearchParameters.From),
            To = reader.Date(SearchParameters.To),
            CountryKinds = ReadCountryKinds(reader),
            Captures = ReadCaptures(reader),
        };
        if (filters.From > filters.To)
        {
            reader.Fail(
                SearchParameters.From.Name,
                $"{filters.From:yyyy-MM-dd} is after {SearchParameters.To.Name}, {filters.To:yyyy-MM-dd}.");
        }

        return filters;
    }

    private static CaptureFilter ReadCaptures(ParameterReader reader)
    {
        var captures = new CaptureFilter
        {
            Changed = reader.YesOrNo(SearchParameters.Changed),
            Missing = reader.YesOrNo(SearchParameters.Missing),
            From = reader.Date(SearchParameters.CapturedFrom),
            To = reader.Date(SearchParameters.CapturedTo),
            AsOf = reader.Date(SearchParameters.AsOf),
        };
        if (captures.From > captures.To)
        {
            reader.Fail(
                SearchParameters.CapturedFrom.Name,
                $"{captures.From:yyyy-MM-dd} is after {SearchParameters.CapturedTo.Name}, {captures.To:yyyy-MM-dd}.");
        }

        return captures;
    }

    private static FacetFilter ReadCountries(ParameterReader reader)
    {
        var filter = ReadFacet(reader, SearchParameters.Country, Country);
        return filter with { All = reader.Choice(SearchParameters.CountryMatch) == "all" && filter.Included.Count > 1 };
    }

    private static FacetFilter ReadFacet(ParameterReader reader, Parameter parameter, FilterValueReader read)
    {
        List<string?> included = [];
        List<string?> excluded = [];
        foreach (var text in reader.Texts(parameter))
        {
            var excludes = text[0] == '-';
            var rest = excludes ? text[1..].Trim() : text;
            if (rest.Equals(None, StringComparison.OrdinalIgnoreCase))
            {
                (excludes ? excluded : included).Add(null);
            }
            else if (rest.Length > 0 && read(rest, out var value, out var problem))
            {
                (excludes ? excluded : included).Add(value);
            }
            else
            {
                reader.Fail(parameter.Name, rest.Length == 0 ? "has a minus without a value." : Problem(read, rest));
            }
        }

        return new FacetFilter([.. included.Distinct()], [.. excluded.Distinct()]);
    }

    private static string Problem(FilterValueReader read, string text) => read(text, out _, out var problem) ? string.Empty : problem;

    private static bool Any(string text, out string value, out string problem)
    {
        (value, problem) = (text, string.Empty);
        return true;
    }

    private static bool Country(string text, out string value, out string problem)
    {
        value = text.ToUpperInvariant();
        var known = CountryNames.TryResolve(text, out var code);
        problem = known
            ? $"'{text}' is no ISO 3166 alpha-2 code. Did you mean {code}?"
            : $"'{text}' is no ISO 3166 alpha-2 code of a country, such as JP.";
        return known && code == value;
    }

    private static bool Kind(string text, out string value, out string problem)
    {
        var known = StatementKinds.TryParse(text, out var kind);
        value = kind.ToValue();
        problem = $"'{text}' is none of {string.Join(", ", StatementKinds.Values)}.";
        return known;
    }

    private static bool Language(string text, out string value, out string problem)
    {
        value = text;
        problem = $"'{text}' is no BCP 47 tag, such as en or pt-BR.";
        return LanguageTag().IsMatch(text);
    }

    private static MentionKinds ReadCountryKinds(ParameterReader reader)
    {
        var kinds = MentionKinds.None;
        var texts = reader.Texts(SearchParameters.CountryKinds).SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries));
        foreach (var text in texts)
        {
            var kind = MentionKindNames.Parse(text);
            kinds |= kind ?? MentionKinds.None;
            if (kind is null)
            {
                reader.Fail(SearchParameters.CountryKinds.Name, $"'{text}' is none of {string.Join(", ", MentionKindNames.Values)}.");
            }
        }

        return kinds == MentionKinds.None ? MentionKinds.Default : kinds;
    }

    [GeneratedRegex("^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 100)]
    private static partial Regex LanguageTag();
}
