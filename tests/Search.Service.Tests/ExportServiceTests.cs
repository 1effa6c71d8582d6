using System.Text.Json;
using Search.Archive.Matching;
using Search.Core.Countries;
using Search.Core.Statements;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Service.Tests.Counting;
using Search.Testing;
using Search.Testing.Engines;
using Search.Testing.Generation;

namespace Search.Service.Tests;

public sealed class ExportServiceTests
{
    [Theory]
    [InlineData("lamp", "newest")]
    [InlineData("", "oldest")]
    public async Task Export_MoreThanAPage_IsEveryHitOnceInItsOrder(string query, string sort)
    {
        var engine = await CountedArchive.HoldingAsync(FictionalCorpus.Statements(350));

        var export = await new ExportService(engine).BeginAsync(Call(("q", query), ("sort", sort)), Cancellation);
        var statements = (await export.ReadAsync(Cancellation).ToListAsync(Cancellation)).SelectMany(page => page).ToList();

        Assert.True(statements.Count > 100);
        Assert.Equal(export.Total, statements.Count);
        Assert.Equal(
            (await CountedArchive.IdsAsync(engine, query)).Order(StringComparer.Ordinal),
            statements.Select(statement => statement.Id.Value).Order(StringComparer.Ordinal));
        var days = statements.Select(statement => statement.Issued?.First).OfType<DateOnly>().ToList();
        Assert.Equal(sort == "newest" ? days.OrderDescending() : days.Order(), days);
        Assert.Null(statements[^1].Issued);
    }

    [Fact]
    public void Lines_AsJson_HaveTheFixedNames()
    {
        var statement = Statement();

        var line = new ExportText(csv: false, body: false, MentionKinds.Default).Lines([statement]);
        var whole = new ExportText(csv: false, body: true, MentionKinds.Default).Lines([statement, statement]);

        using var row = JsonDocument.Parse(line);
        Assert.Equal(
            ["id", "sourceId", "title", "issued", "issuer", "kind", "source", "url", "language", "countries"],
            row.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal("2030-05", row.RootElement.GetProperty("issued").GetString());
        Assert.Equal(3, whole.Split('\n').Length);
        Assert.Contains("\"body\":\"Salt, sand\\n\\nand \\\"shell\\\".\"", whole, StringComparison.Ordinal);
    }

    [Fact]
    public void Lines_AsTable_OpenInASpreadsheet()
    {
        var text = new ExportText(csv: true, body: true, MentionKinds.Default);

        Assert.Equal(
            "id,sourceId,title,issued,issuer,issuerOffice,issuerOrganisation,issuerCountry,issuerPrinted,kind,source,url,language,"
                + "countries,body\r\n",
            text.Head());
        Assert.Equal(
            $"{Statement().Id},1,\"'=SUM(A1)\",2030-05,Board of Lights,,,NO,Board of Lights,statement,Harbour Gazette,,en,JP US,"
                + "\"Salt, sand\n\nand \"\"shell\"\".\"\r\n",
            text.Lines([Statement()]));
    }

    [Fact]
    public async Task Export_NotWhole_IsRefused()
    {
        var engine = new PartialEngine();

        await Assert.ThrowsAsync<QueryTooCostlyException>(
            () => new ExportService(engine).BeginAsync(Call(("q", "lamp")), Cancellation));
    }

    [Theory]
    [InlineData(39, false)]
    [InlineData(40, true)]
    public async Task Export_MoreThanTheLimit_IsRefusedAndNotCut(long limit, bool allowed)
    {
        var engine = await CountedArchive.HoldingAsync(FictionalCorpus.Statements(40));
        var service = new ExportService(engine, limit);

        var refused = await Record.ExceptionAsync(() => service.BeginAsync(Call(("q", "")), Cancellation));

        Assert.Equal(allowed, refused is null);
        Assert.Equal(
            allowed ? null : "40 statements match, and one export has 39 at most; make the query narrower, by dates for example.",
            refused?.Message);
    }

    [Theory]
    [InlineData("sort", "relevance")]
    [InlineData("size", "5")]
    [InlineData("fields", "mentions")]
    [InlineData("format", "xml")]
    public void Export_WrongParameter_IsNamed(string name, string value)
    {
        Assert.False(CountingCallReader.TryReadExport([KeyValuePair.Create(name, (string?)value)], new(2030, 6, 1), out _, out var fault));

        Assert.Equal(name, Assert.Single(fault!.Parameters).Name);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ExportCall Call(params (string Name, string? Value)[] parameters)
    {
        Assert.True(CountingCallReader.TryReadExport(
            parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)), new(2030, 6, 1), out var call, out _));
        return call;
    }

    private static Statement Statement() => new StatementBuilder("1")
    {
        Title = "=SUM(A1)",
        Body = "Salt, sand\n\nand \"shell\".",
        Issued = IssueDate.Around(new(2030, 5, 1), DatePrecision.Month),
        Issuer = "Board of Lights",
        IssuerCountry = "NO",
        Countries = "JP US JP",
    }.Build();

    /// <summary>Whose time is always over before the last hit.</summary>
    private sealed class PartialEngine() : WrappedEngine(() => new InMemoryEngine())
    {
        public override async Task<Archive.Searching.SearchPage> SearchAsync(
            Archive.Searching.SearchRequest request, CancellationToken cancellationToken) =>
            await base.SearchAsync(request, cancellationToken) with { Complete = false };
    }
}
