using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Archive.Upkeep;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Queries;

namespace Search.Elasticsearch.Searching;

/// <summary>What an archive holds, in one request.</summary>
internal static class StatusReader
{
    public static JsonObject Body() => new()
    {
        ["size"] = 0,
        ["track_total_hits"] = true,
        ["aggs"] = new JsonObject
        {
            ["versions"] = Metric("sum", Fields.VersionCount),
            ["samples"] = new JsonObject { ["filter"] = QueryJson.Term(Fields.Sample, true) },
            ["earliest"] = Metric("min", Fields.Issued),
            ["latest"] = Metric("max", Fields.Issued),
            ["sources"] = new JsonObject
            {
                ["terms"] = new JsonObject
                {
                    ["field"] = Fields.Source,
                    ["size"] = PageAggregations.AllValues,
                    ["order"] = new JsonObject { ["_key"] = "asc" },
                },
                ["aggs"] = new JsonObject { ["earliest"] = Metric("min", Fields.Issued), ["latest"] = Metric("max", Fields.Issued) },
            },
        },
    };

    public static ArchiveStatus Read(JsonElement answer, string location, long size, string generation)
    {
        var counted = answer.GetProperty("aggregations");
        var total = answer.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt64();
        var samples = counted.GetProperty("samples").GetProperty("doc_count").GetInt64();
        return new ArchiveStatus
        {
            Engine = "elasticsearch",
            Location = location,
            Statements = total,
            Versions = (long)counted.GetProperty("versions").GetProperty("value").GetDouble(),
            Samples = samples > 0 && samples == total,
            Earliest = Day(counted, "earliest"),
            Latest = Day(counted, "latest"),
            SizeInBytes = size,
            Generation = generation,
            Sources = [.. counted.GetProperty("sources").GetProperty("buckets").EnumerateArray().Select(bucket => new SourceStatus(
                bucket.GetProperty("key").GetString()!,
                bucket.GetProperty("doc_count").GetInt64(),
                Day(bucket, "earliest"),
                Day(bucket, "latest")))],
        };
    }

    private static JsonObject Metric(string kind, string field) => new() { [kind] = new JsonObject { ["field"] = field } };

    private static DateOnly? Day(JsonElement parent, string name) =>
        parent.GetProperty(name) is var metric && metric.TryGetProperty("value_as_string", out var text)
            ? DateOnly.ParseExact(text.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
}
