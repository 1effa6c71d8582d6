using System.Globalization;
using System.Text.Json;
using Elastic.Clients.Elasticsearch.Aggregations;
using Elastic.Clients.Elasticsearch.Core.MSearch;
using Elastic.Clients.Elasticsearch.QueryDsl;
using Search.Archive.Upkeep;
using Direction = Elastic.Clients.Elasticsearch.SortOrder;

namespace Search.Elasticsearch.Searching;

/// <summary>What an archive holds, in one request.</summary>
internal static class StatusReader
{
    public static MultisearchBody Body() => new()
    {
        Size = 0,
        TrackTotalHits = true,
        Aggregations = new Dictionary<string, Aggregation>(Ends())
        {
            ["versions"] = new SumAggregation { Field = Fields.VersionCount },
            ["samples"] = new Aggregation { Filter = new TermQuery(Fields.Sample, true) },
            ["sources"] = new Aggregation
            {
                Terms = new TermsAggregation
                {
                    Field = Fields.Source,
                    Size = PageAggregations.AllValues,
                    Order = [new("_key", Direction.Asc)],
                },
                Aggregations = Ends(),
            },
        },
    };

    public static ArchiveStatus Read(MultiSearchItem<JsonElement> answer, string location, long size, string generation)
    {
        var counted = answer.Aggregations!;
        var samples = counted.GetFilter("samples")!.DocCount;
        return new ArchiveStatus
        {
            Engine = "elasticsearch",
            Location = location,
            Statements = answer.Total,
            Versions = (long)counted.GetSum("versions")!.Value!,
            Samples = samples > 0 && samples == answer.Total,
            Earliest = Day(counted.GetMin("earliest")!.ValueAsString),
            Latest = Day(counted.GetMax("latest")!.ValueAsString),
            SizeInBytes = size,
            Generation = generation,
            Sources = [.. counted.GetStringTerms("sources")!.Buckets.Select(bucket => new SourceStatus(
                (string)bucket.Key.Value!,
                bucket.DocCount,
                Day(bucket.Aggregations!.GetMin("earliest")!.ValueAsString),
                Day(bucket.Aggregations!.GetMax("latest")!.ValueAsString)))],
        };
    }

    private static Dictionary<string, Aggregation> Ends() => new()
    {
        ["earliest"] = new MinAggregation { Field = Fields.Issued },
        ["latest"] = new MaxAggregation { Field = Fields.Issued },
    };

    /// <summary>Null where no statement has a date.</summary>
    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
