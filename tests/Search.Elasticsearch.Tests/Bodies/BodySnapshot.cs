using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Testing;

namespace Search.Elasticsearch.Tests.Bodies;

/// <summary>Compares with the body that is pinned beside the tests; with SEARCH_WRITE_SNAPSHOTS=1 it pins anew.</summary>
internal static class BodySnapshot
{
    private static readonly JsonSerializerOptions s_forPeople =
        new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Matches(string name, JsonNode body) => MatchesText($"{name}.json", body.ToJsonString(s_forPeople));

    /// <summary>Lines as they are sent.</summary>
    public static void MatchesLines(string name, string lines) => MatchesText($"{name}.ndjson", lines);

    private static void MatchesText(string name, string actual)
    {
        var path = Checkout.File(Path.Combine("tests", "Search.Elasticsearch.Tests", "Snapshots", name));
        actual = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("SEARCH_WRITE_SNAPSHOTS") == "1")
        {
            File.WriteAllText(path, actual);
        }

        Assert.Equal(File.ReadAllText(path), actual, ignoreLineEndingDifferences: true);
    }
}
