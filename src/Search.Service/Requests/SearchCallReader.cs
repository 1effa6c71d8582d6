using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Queries;

namespace Search.Service.Requests;

/// <summary>Reads the parameters of HTTP requests and of the command line into what is asked.</summary>
public static class SearchCallReader
{
    /// <summary>The facets counted with every page, in the order shown.</summary>
    private static readonly FacetName[] s_facets =
        [FacetName.Issuer, FacetName.Country, FacetName.Source, FacetName.Kind, FacetName.Language];

    /// <param name="parameters">Names and values as given; a repeated parameter is there several times.</param>
    /// <param name="today">What relative dates count from.</param>
    public static bool TryRead(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        DateOnly today,
        [NotNullWhen(true)] out SearchCall? call,
        [NotNullWhen(false)] out RequestFault? fault) => TryRead(parameters, SearchParameters.Search, today, out call, out fault);

    /// <inheritdoc cref="TryRead(IEnumerable{KeyValuePair{string, string?}}, DateOnly, out SearchCall?, out RequestFault?)"/>
    /// <param name="known">The parameters that are taken here; those of a search that are not among them keep their defaults.</param>
    public static bool TryRead(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        IReadOnlyList<Parameter> known,
        DateOnly today,
        [NotNullWhen(true)] out SearchCall? call,
        [NotNullWhen(false)] out RequestFault? fault)
    {
        var reader = new ParameterReader(parameters, known);
        call = Read(reader, today, out var queryError);
        if (call is not null && reader.Text(SearchParameters.Cursor) is { } cursor)
        {
            call = call with { Request = call.Request with { After = ReadCursor(reader, cursor, SearchFingerprint.Of(call)) } };
        }

        return Settle(reader, queryError, ref call, out fault);
    }

    /// <summary>Reads the parameters of one facet's values.</summary>
    public static bool TryReadFacet(
        FacetName facet,
        IEnumerable<KeyValuePair<string, string?>> parameters,
        DateOnly today,
        [NotNullWhen(true)] out FacetCall? call,
        [NotNullWhen(false)] out RequestFault? fault)
    {
        var reader = new ParameterReader(parameters, SearchParameters.Facet);
        call = null;
        if (Read(reader, today, out var queryError) is { } search)
        {
            var prefix = reader.Text(SearchParameters.Prefix) ?? string.Empty;
            call = new FacetCall(search, new FacetRequest(search.Request, facet, prefix, 0, search.Request.Size));
            if (reader.Text(SearchParameters.Cursor) is { } cursor)
            {
                call = call with { Request = call.Request with { Offset = ReadOffset(reader, cursor, SearchFingerprint.Of(call)) } };
            }
        }

        return Settle(reader, queryError, ref call, out fault);
    }

    /// <summary>Reads an unfinished query, as text: it need not be one that can be read.</summary>
    public static bool TryReadTyped(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        [NotNullWhen(true)] out string? text,
        [NotNullWhen(false)] out RequestFault? fault)
    {
        var reader = new ParameterReader(parameters, SearchParameters.Suggesting);
        text = reader.Raw(SearchParameters.Query) ?? string.Empty;
        if (text.Length > QueryLimits.MaxLength)
        {
            reader.Fail(SearchParameters.Query.Name, $"is {text.Length} characters long; {QueryLimits.MaxLength} are the most.");
        }

        return Settle(reader, null, ref text, out fault);
    }

    /// <summary>For what takes no parameters.</summary>
    public static bool TryReadNone(IEnumerable<KeyValuePair<string, string?>> parameters, [NotNullWhen(false)] out RequestFault? fault)
    {
        var errors = new ParameterReader(parameters, []).Errors;
        fault = errors.Count > 0 ? new RequestFault(errors) : null;
        return fault is null;
    }

    /// <param name="ordersHits">False where <c>sort</c> orders something else, which its own reader reads.</param>
    internal static SearchCall? Read(ParameterReader reader, DateOnly today, out QueryError? error, bool ordersHits = true)
    {
        var text = reader.Raw(SearchParameters.Query) ?? string.Empty;
        var filters = FilterReader.Read(reader);
        var meaning = new MeaningOptions(today, MatchAny: reader.Choice(SearchParameters.Match) == "any");
        var sort = ordersHits ? reader.Choice(SearchParameters.Sort) : null;
        var size = reader.Integer(SearchParameters.Size);
        var siblings = reader.Choice(SearchParameters.Collapse) is not null ? SiblingsAsked.Collapsed
            : reader.YesOrNo(SearchParameters.Siblings) == true ? SiblingsAsked.Counted : SiblingsAsked.None;
        if (!TryUnderstand(text, out var query, out error))
        {
            return null;
        }

        return new SearchCall
        {
            Text = text,
            Query = query,
            Meaning = meaning,
            Siblings = siblings,
            Request = new SearchRequest
            {
                Query = QueryMeaning.Of(query, meaning),
                Filters = filters,
                Sort = sort is not null ? Enum.Parse<SortOrder>(sort, ignoreCase: true)
                    : query is EverythingNode ? SortOrder.Newest : SortOrder.Relevance,
                Size = size,
                Facets = [.. s_facets.Select(facet => new FacetSelection(facet))],
                Histogram = true,
            },
        };
    }

    /// <summary>Reads one query.</summary>
    internal static bool TryUnderstand(
        string text, [NotNullWhen(true)] out QueryNode? query, [NotNullWhen(false)] out QueryError? error)
    {
        (query, error) = (null, ControlCharacter(text));
        return error is null && QueryParser.TryParse(text, out query, out error);
    }

    /// <summary>Normalising would drop them without a word; they are never typed, so somebody's script has a fault.</summary>
    private static QueryError? ControlCharacter(string text)
    {
        var place = text.AsSpan().IndexOfAnyInRange('\0', '\b');
        return place < 0 ? null : new QueryError(
            "control-character",
            $"The query has a control character (U+{(int)text[place]:X4}) at position {place}; leave it out.",
            text,
            place,
            1,
            string.Concat(text.Where(character => !char.IsControl(character))));
    }

    internal static SearchCursor? ReadCursor(ParameterReader reader, string text, string search)
    {
        var cursor = CursorText.Read(text, search);
        if (cursor is null)
        {
            reader.Fail(SearchParameters.Cursor.Name, "belongs to another search or was altered; ask for the first page again.");
        }

        return cursor;
    }

    /// <summary>How many of a list were shown, as <see cref="CursorText"/> has written it.</summary>
    internal static int ReadOffset(ParameterReader reader, string text, string search) =>
        int.Parse(ReadCursor(reader, text, search)?.Generation ?? "0", CultureInfo.InvariantCulture);

    /// <summary>Errors of parameters are told first; a query's error stands alone.</summary>
    internal static bool Settle<TCall>(
        ParameterReader reader, QueryError? queryError, [NotNullWhen(true)] ref TCall? call, [NotNullWhen(false)] out RequestFault? fault)
        where TCall : class
    {
        fault = reader.Errors.Count > 0 || queryError is not null ? new RequestFault(reader.Errors, queryError) : null;
        call = fault is null ? call : null;
        return fault is null;
    }
}
