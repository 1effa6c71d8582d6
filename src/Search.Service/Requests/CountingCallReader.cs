using System.Diagnostics.CodeAnalysis;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Queries;

namespace Search.Service.Requests;

/// <summary>Reads the parameters of what is counted over all statements that match.</summary>
public static class CountingCallReader
{
    /// <summary>Several queries at once, each as dear as one.</summary>
    private const int MaxQueries = 5;

    private const int MaxIssuers = 20;

    /// <param name="parameters">Names and values as given; a repeated parameter is there several times.</param>
    /// <param name="today">What relative dates count from.</param>
    public static bool TryReadUses(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        DateOnly today,
        [NotNullWhen(true)] out UseCall? call,
        [NotNullWhen(false)] out RequestFault? fault)
    {
        var reader = new ParameterReader(parameters, SearchParameters.Uses);
        var returnedAfter = reader.Days(SearchParameters.ReturnedAfter);
        var search = SearchCallReader.Read(reader, today, out var queryError);
        var size = reader.Integer(SearchParameters.Rows);
        call = search is null ? null : new UseCall(search with { Request = search.Request with { Size = size } }, returnedAfter, 0);
        if (call is not null && reader.Text(SearchParameters.Cursor) is { } cursor)
        {
            call = call with { Offset = SearchCallReader.ReadOffset(reader, cursor, SearchFingerprint.Of(call)) };
        }

        return SearchCallReader.Settle(reader, queryError, ref call, out fault);
    }

    /// <inheritdoc cref="TryReadUses"/>
    public static bool TryReadFeed(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        DateOnly today,
        [NotNullWhen(true)] out FeedCall? call,
        [NotNullWhen(false)] out RequestFault? fault)
    {
        var reader = new ParameterReader(parameters, SearchParameters.Feed);
        int? returns = reader.Text(SearchParameters.FeedReturns) is null ? null : reader.Days(SearchParameters.FeedReturns);
        var search = SearchCallReader.Read(reader, today, out var queryError);
        var size = reader.Integer(SearchParameters.Entries);
        call = search is null ? null : new FeedCall(search with { Request = search.Request with { Size = size } }, returns);
        return SearchCallReader.Settle(reader, queryError, ref call, out fault);
    }

    /// <inheritdoc cref="TryReadUses"/>
    public static bool TryReadTrends(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        DateOnly today,
        [NotNullWhen(true)] out TrendCall? call,
        [NotNullWhen(false)] out RequestFault? fault)
    {
        var reader = new ParameterReader(parameters, SearchParameters.Trends);
        var interval = reader.Choice(SearchParameters.Interval);
        var queries = ReadQueries(reader, today, out var queryError);
        call = new TrendCall(
            queries,
            FilterReader.Read(reader),
            interval is null ? null : Enum.Parse<TrendInterval>(interval, ignoreCase: true),
            reader.Choice(SearchParameters.Format));
        return SearchCallReader.Settle(reader, queryError, ref call, out fault);
    }

    /// <inheritdoc cref="TryReadUses"/>
    public static bool TryReadComparison(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        DateOnly today,
        [NotNullWhen(true)] out ComparisonCall? call,
        [NotNullWhen(false)] out RequestFault? fault)
    {
        var reader = new ParameterReader(parameters, SearchParameters.Comparison);
        var queries = ReadQueries(reader, today, out var queryError);
        var filters = FilterReader.Read(reader);
        var chosen = filters.Issuer.Included;
        if (chosen.Count > MaxIssuers)
        {
            reader.Fail(SearchParameters.Issuer.Name, $"is given {chosen.Count} times; {MaxIssuers} are the most to compare.");
        }

        call = new ComparisonCall(queries, filters with { Issuer = filters.Issuer with { Included = [] } }, chosen);
        return SearchCallReader.Settle(reader, queryError, ref call, out fault);
    }

    /// <inheritdoc cref="TryReadUses"/>
    public static bool TryReadCoverage(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        [NotNullWhen(true)] out CoverageCall? call,
        [NotNullWhen(false)] out RequestFault? fault)
    {
        var reader = new ParameterReader(parameters, SearchParameters.Coverage);
        var by = FacetNames.TryParse(reader.Choice(SearchParameters.By), out var facet) ? facet : FacetName.Source;
        call = new CoverageCall(by, FilterReader.Read(reader), reader.Integer(SearchParameters.Holdings), 0);
        if (reader.Text(SearchParameters.Cursor) is { } cursor)
        {
            call = call with { Offset = SearchCallReader.ReadOffset(reader, cursor, SearchFingerprint.Of(call)) };
        }

        return SearchCallReader.Settle(reader, null, ref call, out fault);
    }

    /// <inheritdoc cref="TryReadUses"/>
    public static bool TryReadExport(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        DateOnly today,
        [NotNullWhen(true)] out ExportCall? call,
        [NotNullWhen(false)] out RequestFault? fault)
    {
        var reader = new ParameterReader(parameters, SearchParameters.Export);
        var queries = ReadQueries(reader, today, out var queryError);
        var (filters, sort) = (FilterReader.Read(reader), reader.Choice(SearchParameters.ExportSort));
        var (format, fields) = (reader.Choice(SearchParameters.ExportFormat), reader.Choice(SearchParameters.Fields));
        call = queries is not [var query, ..]
            ? null
            : new ExportCall(query, filters, sort == "oldest" ? SortOrder.Oldest : SortOrder.Newest, format, Body: fields is not null);
        if (queries.Count > 1)
        {
            reader.Fail(SearchParameters.Query.Name, "is given more than once; give it once.");
        }

        return SearchCallReader.Settle(reader, queryError, ref call, out fault);
    }

    /// <summary>Without any, all statements are one query.</summary>
    private static List<AskedQuery> ReadQueries(ParameterReader reader, DateOnly today, out QueryError? error)
    {
        error = null;
        var meaning = new MeaningOptions(today, MatchAny: reader.Choice(SearchParameters.Match) == "any");
        var queries = new List<AskedQuery>();
        foreach (var text in reader.Raws(SearchParameters.Queries, MaxQueries).DefaultIfEmpty(string.Empty))
        {
            if (!SearchCallReader.TryUnderstand(text, out var query, out error))
            {
                return [];
            }

            queries.Add(new AskedQuery(text, QueryMeaning.Of(query, meaning), QueryExplainer.Explain(query, meaning)));
        }

        return queries;
    }
}
