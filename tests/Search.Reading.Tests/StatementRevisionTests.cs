using Search.Core.Statements;
using Search.Reading.Files;
using Search.Testing;

namespace Search.Reading.Tests;

/// <summary>What is worked out anew from a statement is what was worked out when it was read.</summary>
public class StatementRevisionTests
{
    public static TheoryData<string> Fixtures =>
        [.. new DirectoryInfo(Path.Combine(AppContext.BaseDirectory, "Fixtures")).EnumerateFiles().Select(file => file.Name)
            .Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Fixtures))]
    public async Task Revise_PageOfAFixture_ChangesNothing(string name)
    {
        await using var stream = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "Fixtures", name));

        AssertUnchanged(await Reading.AllAsync(stream, name));
    }

    [Theory]
    [InlineData("data/statements/functional.jsonl", false)]
    [InlineData("data/statements/functional.jsonl", true)]
    [InlineData("data/statements/kcna-2011-2012.jsonl.gz", false)]
    [InlineData("data/statements/kcna-2011-2012.jsonl.gz", true)]
    public async Task Revise_SharedStatements_ChangesNothing(string path, bool withoutField)
    {
        await using var stream = File.OpenRead(SharedData.Require(path));

        AssertUnchanged(await Reading.AllAsync(stream, Path.GetFileName(path), new ReadOptions(IgnoreIssuerField: withoutField)));
    }

    [Theory]
    [InlineData("KCNA", "Oil, lamps and the light: FM greets the keepers", "FM", "Ministry of Foreign Affairs, North Korea")]
    [InlineData("KCNA", "Keepers & council meet FM of Iceland", "FM of Iceland", "Ministry of Foreign Affairs, Iceland")]
    [InlineData("Harbour news", "Oil, lamps, light & the State Department", "State Department", "Department of State, United States")]
    [InlineData("Harbour news", "Comunicado: el Ministerio de Relaciones Exteriores de Cuba y los faros",
        "Ministerio de Relaciones Exteriores de Cuba", "Ministry of Foreign Affairs, Cuba")]
    [InlineData("Harbour news", "中国外交部发言人就灯塔答记者问", "中国外交部发言人", "Spokesperson, Ministry of Foreign Affairs, China")]
    public async Task ReadAsync_IssuerNamedInATitle_IsPrintedWordForWordAndResolvedFromThat(string source, string title, string printed,
        string name)
    {
        var line = $"{{\"title\":\"{title}\",\"source\":\"{source}\",\"text\":\"The lamps of the northern cape were lit again.\"}}";

        var results = await Reading.AllAsync(line, "a.jsonl");

        Assert.Equal((printed, name), (results[0].Statement!.Issuer?.Printed, results[0].Statement!.Issuer?.Name));
        AssertUnchanged(results);
    }

    [Fact]
    public void Revise_IssuerResolvedByOlderRules_IsResolvedByThese()
    {
        var statement = new StatementBuilder("1") { Issuer = "Harbour" }.Build() with
        {
            Source = "KCNA",
            Issuer = new Issuer("Micronesia", null, null, "KP", "FM"),
        };

        Assert.Equal("Ministry of Foreign Affairs, North Korea", StatementRevision.Revise(statement).Issuer?.Name);
    }

    private static void AssertUnchanged(List<ReadResult> results)
    {
        foreach (var statement in results.Select(result => result.Statement).OfType<Statement>())
        {
            var revised = StatementRevision.Revise(statement);
            Assert.Equal(statement.Issuer, revised.Issuer);
            Assert.Equal(StatementHash.OfContent(statement), StatementHash.OfContent(revised));

            // Name and office come from the printed words alone, not from what was made of them.
            var emptied = statement with { Issuer = statement.Issuer is { } issuer ? issuer with { Name = "?", Office = "?" } : null };
            Assert.Equal(statement.Issuer, StatementRevision.Revise(emptied).Issuer);
        }
    }
}
