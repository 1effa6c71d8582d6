using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Elasticsearch.Documents;
using Search.Testing;

namespace Search.Elasticsearch.Tests.Documents;

public sealed class StatementDocumentTests
{
    private static readonly StatementBuilder s_statement = new("1")
    {
        Title = "Lanterns",
        Body = "The lantern was lit.",
        Issuer = "Harbour Board",
        Countries = "JP us",
    };

    /// <summary>An escape in JSON is six bytes for one.</summary>
    [Fact]
    public void PrintTerms_Any_AreWordsOfFiveThatJsonWritesAsTheyAre()
    {
        var random = new Random(104);
        uint[] prints = [0, 1, 84, 85, uint.MaxValue, .. Enumerable.Range(0, 2_000).Select(_ => (uint)random.NextInt64(1L << 32))];

        var text = PrintTerms.Of(prints);
        var words = text.Split(' ');

        Assert.Equal($"\"{text}\"", JsonSerializer.Serialize(text));
        Assert.All(words, word => Assert.Equal(5, word.Length));
        Assert.Equal(prints.Distinct().Count(), words.Distinct().Count());
    }

    [Fact]
    public void ReadSound_AsWritten_IsTheStatement()
    {
        var document = Written();

        SameStatement.Assert(s_statement.Build(), StatementDocument.ReadSound(Parse(document)));
        Assert.Equal("It was dark.", Assert.Single(StatementDocument.ReadSoundHistory(Parse(document)).Versions).Body);
    }

    /// <summary>What is analyzed may differ from what is printed; what is read is always what is printed.</summary>
    [Theory]
    [InlineData("The D.H.B.'s lantern", "The D.H.B's lantern")]
    [InlineData("The sailors’lanterns", "The sailors lanterns")]
    [InlineData("It`s a ḥurrʾa", "It's a ḥurr'a")]
    public void Write_TextThatTheTokenizerWouldCutElsewhere_IsAnalyzedOtherwiseAndReadAsPrinted(string printed, string analyzed)
    {
        var history = new StatementHistory((s_statement with { Title = printed, Body = printed + "." }).Build(), []);
        var document = JsonNode.Parse(StatementDocument.Write(history, sample: false))!.AsObject();

        Assert.Equal((analyzed, printed), ((string?)document["title"], (string?)document["titlePrinted"]));
        Assert.Equal((analyzed + ".", printed + "."), ((string?)document["body"], (string?)document["bodyPrinted"]));
        SameStatement.Assert(history.Statement, StatementDocument.ReadSound(Parse(document)));
    }

    [Fact]
    public void Write_AnyOtherText_IsKeptOnce()
    {
        var statement = (s_statement with { Title = "‘Harbour’ — the keeper’s “lantern”", Body = "Don't, don’t." }).Build();
        var document = JsonNode.Parse(StatementDocument.Write(new StatementHistory(statement, []), sample: false))!.AsObject();

        Assert.Equal((statement.Title, statement.Body), ((string?)document["title"], (string?)document["body"]));
        Assert.Null(document["titlePrinted"] ?? document["bodyPrinted"]);
    }

    [Theory]
    [InlineData("body")]
    [InlineData("title")]
    [InlineData("issued")]
    [InlineData("source")]
    public void ReadSound_FieldChanged_NamesTheStatement(string field)
    {
        var document = Written();
        document[field] = field == "issued" ? "2031-01-01" : "Something else";

        var exception = Assert.Throws<ArchiveDamagedException>(() => StatementDocument.ReadSound(Parse(document)));

        Assert.Equal(s_statement.Build().Id.Value, exception.StatementId);
    }

    [Fact]
    public void ReadSoundHistory_TextChanged_IsRefused()
    {
        var document = Written();
        document["versions"]![0]!["body"] = "It was light.";

        Assert.Throws<ArchiveDamagedException>(() => StatementDocument.ReadSoundHistory(Parse(document)));
    }

    [Fact]
    public void ReadSoundHistory_WrittenBeforeTheyHadHashes_AreTakenAsTheyAre()
    {
        var document = Written();
        document["versions"]![0]!.AsObject().Remove("contentHash");

        Assert.Single(StatementDocument.ReadSoundHistory(Parse(document)).Versions);
    }

    private static JsonObject Written() => JsonNode.Parse(StatementDocument.Write(
        new StatementHistory(s_statement.Build(), [(s_statement with { Body = "It was dark." }).Build()]), sample: false))!.AsObject();

    private static JsonElement Parse(JsonObject document) => JsonSerializer.SerializeToElement<JsonNode>(document);
}
