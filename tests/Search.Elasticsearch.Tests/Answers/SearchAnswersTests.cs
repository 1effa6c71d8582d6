using System.Text.Json;
using Search.Elasticsearch.Answers;

namespace Search.Elasticsearch.Tests.Answers;

/// <summary>Answers as Elasticsearch writes them, and what is none although it looks like one.</summary>
public sealed class SearchAnswersTests
{
    private const string Shards = """ "_shards":{"total":1,"successful":1,"skipped":0,"failed":0} """;
    private const string Statement =
        """ {"id":"cgkzv98zd6a0agz3","title":"Tides","body":"The \u201ctide\u201d was high.","source":"Quay"} """;

    [Fact]
    public void Hits_WithAndWithoutScore_AreReadWithTheirOrder()
    {
        var answer = Read(
            "\"hits\":{\"total\":{\"value\":2,\"relation\":\"eq\"},\"max_score\":null,\"hits\":["
            + $$"""{"_index":"a","_id":"1","_score":2.5,"_source":{{Statement}},"sort":[2.5,1324771200000,"cgk",null]},"""
            + $$"""{"_index":"a","_id":"2","_score":null,"_ignored":["x",{"y":[1]}],"_source":{{Statement}}}]}""");

        Assert.Equal(2, answer.Total);
        Assert.Equal([2.5, null], answer.Hits.Select(hit => hit.Score));
        Assert.Equal("The “tide” was high.", answer.Hits[1].Statement.Body);
        Assert.Equal([2.5, 1_324_771_200_000, "cgk", null], answer.Hits[0].Sort.Select(value => value.Value));
        Assert.Empty(answer.Hits[1].Sort);
    }

    /// <summary>One that is damaged is no reason to take the answer for one that was cut short.</summary>
    [Theory]
    [InlineData("""{"id":"no id","mentions":["KR 0 0 9 2"],"body":"x"}""", typeof(InvalidDataException))]
    [InlineData("""{"id":"cgkzv98zd6a0agz3","mentions":["KR 0 0"],"body":"x"}""", typeof(FormatException))]
    [InlineData("""{"id":"cgkzv98zd6a0agz3","received":"yesterday","issuer":{"name":["x"]}}""", typeof(FormatException))]
    [InlineData("""{"id":"cgkzv98zd6a0agz3","issued":"2011-12-25","issuedPrecision":"week"}""", typeof(InvalidDataException))]
    [InlineData("""{"id":"cgkzv98zd6a0agz3","versionCount":"three"}""", typeof(InvalidOperationException))]
    public void Hit_ThatIsNoStatement_SaysSoWhereItIsWanted(string document, Type fault)
    {
        var answer = Read(
            $$"""
            "hits":{"hits":[{"_id":"1","_source":{{document}},"sort":[1]},{"_id":"2","_source":{{Statement}},"sort":[2]}]}
            """);

        Assert.Throws(fault, () => answer.Hits[0].Statement);
        Assert.Equal("Tides", answer.Hits[1].Statement.Title);
        Assert.Equal([1L, 2L], answer.Hits.Select(hit => Assert.Single(hit.Sort).Value));
    }

    [Fact]
    public void Counts_OfEveryKind_AreReadByTheirNames()
    {
        var parts = Read(
            """
            "hits":{"max_score":null,"hits":[]},"aggregations":{
              "sterms#source_values":{"doc_count_error_upper_bound":0,"sum_other_doc_count":7,"buckets":[
                {"key":"Quay \u0026 Sons","doc_count":3,"sum#deep":{"value":1.0}},{"key":"Anchor","doc_count":1}]},
              "date_histogram#histogram_values":{"buckets":[{"key_as_string":"1969-12-01","key":-2678400000,"doc_count":2}]},
              "filter#issuer":{"meta":{"a":{"b":1}},"doc_count":5,"missing#issuer_missing":{"doc_count":4}},
              "max#last":{"value":48961.0},"min#none":{"value":null}}
            """).Parts;

        Assert.Equal([new("Quay & Sons", 3), new("Anchor", 1)], parts["source_values"].Values);
        Assert.Equal(7, parts["source_values"].Others);
        Assert.Equal([new(new DateOnly(1969, 12, 1), 2L)], parts["histogram_values"].Dates);
        Assert.Equal((5, 4), (parts["issuer"].Count, parts["issuer"].Parts["issuer_missing"].Count));
        Assert.Equal((48_961, null), (parts["last"].Number, parts["none"].Number));
        Assert.Null(parts.Find("others"));
    }

    [Fact]
    public void Total_NotCounted_IsLessThanNone() => Assert.Equal(-1, Read("\"hits\":{\"hits\":[]}").Total);

    [Fact]
    public void Error_OfOneSearch_IsNoAnswerOfIt()
    {
        var answers = JsonSerializer.Deserialize<SearchAnswers>(
            "{\"took\":1,\"responses\":[{\"error\":{\"type\":\"too_many_clauses\",\"reason\":\"so it is\"},\"status\":400},"
            + $$"""{"took":1,"timed_out":true,{{Shards}},"hits":{"hits":[]},"status":200}]}""")!.Responses!;

        Assert.Equal((400, "too_many_clauses"), (answers[0].Status, answers[0].Error?.Type));
        Assert.Null(answers[1].Error);
        Assert.True(answers[1].TimedOut);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"error":{"type":"x","reason":"y"},"status":400}""")]
    public void Answer_WithoutAnswers_HasNone(string answer) => Assert.Null(JsonSerializer.Deserialize<SearchAnswers>(answer)!.Responses);

    /// <summary>Read as answers without hits, they would say that there is nothing.</summary>
    [Theory]
    [InlineData("{\"responses\":[{\"took\":1,\"timed_out\":false,\"hits\":{\"hits\":[]}}]}")]
    [InlineData("{\"responses\":[{\"took\":1,\"timed_out\":false,\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0}}]}")]
    [InlineData("{\"responses\":[{\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0},\"hits\":{\"total\":{\"value\":0}}}]}")]
    [InlineData("{\"responses\":[{\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0},\"hits\":{\"hits\":[{\"_id\":\"1\"}]}}]}")]
    [InlineData("{\"responses\":[{\"_shards\":{\"total\":1,\"successful\":1,\"failed\":0},\"hits\":null}]}")]
    [InlineData("{\"responses\":{}}")]
    [InlineData("{\"responses\":[")]
    [InlineData("{\"responses\":[{\"took\":1")]
    [InlineData("[]")]
    public void Answer_ThatLacksWhatAllHave_IsNone(string answer) =>
        Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<SearchAnswers>(answer));

    private static SearchAnswer Read(string content) => Assert.Single(JsonSerializer.Deserialize<SearchAnswers>(
        $$"""{"took":3,"responses":[{"took":2,"timed_out":false,{{Shards}},{{content}},"status":200}]}""")!.Responses!);
}
