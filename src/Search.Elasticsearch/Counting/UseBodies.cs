using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Aggregations;
using Elastic.Clients.Elasticsearch.Core.MSearch;
using Elastic.Clients.Elasticsearch.QueryDsl;
using Search.Archive.Counting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Elasticsearch.Queries;
using Search.Elasticsearch.Searching;
using Direction = Elastic.Clients.Elasticsearch.SortOrder;

namespace Search.Elasticsearch.Counting;

/// <summary>The bodies of the searches that count uses and find single ones.</summary>
internal static class UseBodies
{
    public const string Dates = "dates";
    public const string Path = "path";
    public const string First = "first";
    public const string Last = "last";
    public const string Issuers = "issuers";
    public const string Places = "places";
    public const string Lowest = "lowest";

    /// <summary>In this order the bodies of one query: a month's first day must not be taken for a day.</summary>
    public static IReadOnlyList<DatePrecision> Precisions { get; } = Enum.GetValues<DatePrecision>();

    /// <summary>The uses that bear a date of one precision. Those that bear none are among the days.</summary>
    public static MultisearchBody Count(MatchNode query, DatePrecision precision, UseRequest request)
    {
        var body = Matching(query, request.Filters, request.Budget, [IsOf(precision)]);
        body.Aggregations = new Dictionary<string, Aggregation>
        {
            [Dates] = new DateHistogramAggregation { Field = Fields.Issued, CalendarInterval = IntervalOf(precision), MinDocCount = 1 },
        };
        if (request.Issuers)
        {
            body.Aggregations[CompositePages.Name] = new Aggregation
            {
                Composite = CompositePages.Aggregation(KeyValuePair.Create<string, CompositeAggregationSource>(
                    Path, new CompositeTermsAggregation { Field = Fields.IssuerPath, MissingBucket = true })),
                Aggregations = new Dictionary<string, Aggregation>
                {
                    [First] = new MinAggregation { Field = Fields.Issued },
                    [Last] = new MaxAggregation { Field = Fields.Issued },
                },
            };
        }

        return body;
    }

    /// <summary>All statements that bear a date of one precision, by date only.</summary>
    public static MultisearchBody CountAll(DatePrecision precision, UseRequest request) =>
        Count(new EverythingMatch(), precision, request with { Issuers = false });

    /// <summary>All statements of some issuers.</summary>
    public static MultisearchBody CountIssuers(IssuerRequest request)
    {
        Query[] conditions =
            [.. request.Issuers.Select(issuer => FilterWriter.HasValue(FacetName.Issuer, issuer, request.Filters.CountryKinds))];
        var body = Matching(new EverythingMatch(), request.Filters, request.Budget, [Combined.AnyOf(conditions)]);
        body.Aggregations = new Dictionary<string, Aggregation> { [Issuers] = new FiltersAggregation { Filters = conditions } };
        return body;
    }

    /// <summary>The statements at some places of one query, of each the one with the lowest id.</summary>
    public static MultisearchBody Find(MatchNode query, IReadOnlyList<UsePlace> places, PlaceRequest request)
    {
        var conditions = places.Select(place => Combined.AllOf(
        [
            .. Bears(place.Date),
            .. FilterWriter.Facet(FacetName.Issuer, place.Issuer, request.Filters.CountryKinds) is { } issuer
                ? new[] { issuer }
                : [],
        ])).ToArray();
        var body = Matching(query, request.Filters, request.Budget, [Combined.AnyOf(conditions)]);
        body.TrackTotalHits = false;
        body.Aggregations = new Dictionary<string, Aggregation>
        {
            [Places] = new Aggregation
            {
                Filters = new FiltersAggregation { Filters = conditions },
                Aggregations = new Dictionary<string, Aggregation>
                {
                    [Lowest] = new TopHitsAggregation
                    {
                        Size = 1,
                        Sort = [new FieldSort(Fields.Id) { Order = Direction.Asc }],
                        Source = SearchBodyWriter.HitSource(),
                    },
                },
            },
        };
        return body;
    }

    /// <summary>A search without hits for a query under all filters and more.</summary>
    public static MultisearchBody Matching(MatchNode query, SearchFilters filters, TimeSpan budget, IReadOnlyList<Query> more)
    {
        var body = SearchBodyWriter.WriteCount(new SearchRequest { Query = query, Filters = filters, Budget = budget, Size = 0 });

        // What is rarest first: where no statement bears a year only, nothing is looked up for the query.
        body.Query = Combined.AllOf([.. more, body.Query!]);
        return body;
    }

    private static IReadOnlyList<Query> Bears(IssueDate? date) => date is { } known
        ? [IsOf(known.Precision), FilterWriter.FirstDay(known)]
        : [Combined.Not(new ExistsQuery(Fields.Issued))];

    public static Query IsOf(DatePrecision precision) => precision == DatePrecision.Day
        ? Combined.Not(new ExistsQuery(Fields.IssuedPrecision))
        : FilterWriter.LessExact(precision);

    private static CalendarInterval IntervalOf(DatePrecision precision) => precision switch
    {
        DatePrecision.Month => CalendarInterval.Month,
        DatePrecision.Year => CalendarInterval.Year,
        _ => CalendarInterval.Day,
    };
}
