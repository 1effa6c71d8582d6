using System.Security.Cryptography;
using System.Text;
using Search.Archive;
using Search.Archive.Freezing;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Archive.Upkeep;
using Search.Core.Statements;
using Search.Service.Freezing;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Testing;
using Search.Testing.Engines;

namespace Search.Service.Tests;

public sealed class FreezeServiceTests
{
    private static readonly StatementBuilder s_lamp =
        new("1") { Title = "One", Body = "The vassal forces left.", Issued = new(2030, 5, 20) };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The form is written down in docs/decisions/0109: this is it, letter by letter.</summary>
    [Fact]
    public async Task Freeze_CanonicalForm_IsAsWrittenDown()
    {
        await using var engine = new InMemoryEngine();
        await ImportAsync(engine, s_lamp);

        var frozen = await FreezeAsync(
            engine, ("q", "\"vassal forces\" after:-30d"), ("kind", "-report"), ("kind", ""), ("from", "2024-01-01"));

        var statement = s_lamp.Build();
        Assert.Equal(
            $"""
            search-result 1
            parameters from=2024-01-01&kind=-report&q=%22vassal%20forces%22%20after%3A-30d
            explained {Uri.EscapeDataString(frozen.Explained)}
            total 1
            created 2030-06-01T12:00:00Z
            generation {frozen.Generation}
            version {Uri.EscapeDataString(frozen.Version)}
            {statement.Id} {Hex(StatementHash.OfContent(statement))} {Hex(StatementHash.OfText(statement))}

            """.ReplaceLineEndings("\n"),
            frozen.Canonical);
        Assert.Equal(Hex(SHA256.HashData(Encoding.UTF8.GetBytes(frozen.Canonical))), frozen.Hash);
        Assert.Contains("2 May 2030", frozen.Explained, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Get_AfterImports_TellsWhatWasAddedIsGoneAndHasChanged()
    {
        await using var engine = new InMemoryEngine();
        await ImportAsync(
            engine, s_lamp, Builder("2", "Vassal forces came."), Builder("3", "Vassal forces."), Builder("4", "Vassal forces!"));
        var frozen = await FreezeAsync(engine, ("q", "\"vassal forces\""));

        await ImportAsync(
            engine,
            Builder("2", "Vassal forces came back."),
            Builder("3", "Others."),
            Builder("4", "Vassal forces!", "JP"),
            Builder("5", "Vassal forces?"));
        var again = (await Service(engine).GetAsync(frozen.Hash.ToUpperInvariant(), compare: true, Cancellation))!;

        Assert.Equal(frozen with { Since = null, Ids = again.Ids, Parameters = again.Parameters }, again with { Since = null });
        Assert.Equal(frozen.Ids, again.Ids);
        var since = again.Since!;
        Assert.Equal((4, 1), (since.Total, since.Revised));
        Assert.Equal([Builder("5", "").Build().Id.Value], since.Added.Select(added => added.Id));
        Assert.Equal([Builder("3", "").Build().Id.Value], since.Gone);
        Assert.Equal([Builder("2", "").Build().Id.Value], since.Changed.Select(changed => changed.Id));
        Assert.Null((await Service(engine).GetAsync(frozen.Hash, compare: false, Cancellation))!.Since);
    }

    [Fact]
    public async Task Get_TextThatIsNotWhatWasFrozen_IsDamage()
    {
        await using var engine = new InMemoryEngine();
        await ImportAsync(engine, s_lamp);
        var frozen = await FreezeAsync(engine, ("q", "vassal"));
        var other = new string('0', 64);
        await engine.KeepAsync(new FrozenText(other, frozen.Canonical), Cancellation);

        await Assert.ThrowsAsync<ArchiveDamagedException>(() => Service(engine).GetAsync(other, compare: false, Cancellation));
        Assert.Null(await Service(engine).GetAsync(new string('1', 64), compare: true, Cancellation));
    }

    [Fact]
    public async Task Freeze_TooManyStatements_IsRefused()
    {
        var engine = new ChangingEngine { Total = FreezeService.MostStatements + 1 };

        await Assert.ThrowsAsync<QueryTooCostlyException>(() => FreezeAsync(engine, ("q", "vassal")));
    }

    /// <summary>A result that never was is not cited.</summary>
    [Fact]
    public async Task Freeze_ArchiveIsWrittenToAllTheTime_IsRefused()
    {
        var engine = new ChangingEngine { Changes = true };

        await Assert.ThrowsAsync<ArchiveBusyException>(() => FreezeAsync(engine, ("q", "vassal")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("search-result 2\n")]
    [InlineData("search-result 1\nparameters \nexplained \ntotal 1\ncreated 2030-06-01T12:00:00Z\ngeneration 1\nversion 1\n")]
    [InlineData("search-result 1\nparameters \nexplained \ntotal 0\ncreated yesterday\ngeneration 1\nversion 1\n")]
    [InlineData("search-result 1\nparameters \nexplained \ntotal 0\ncreated 2030-06-01T12:00:00Z\ngeneration 1\nversion 1")]
    public void Canonical_AnythingElse_IsNotRead(string text) => Assert.False(CanonicalResult.TryRead(text, out _));

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(bytes);

    private static StatementBuilder Builder(string id, string body, string countries = "") =>
        new(id) { Title = id, Body = body, Countries = countries, Issued = new(2030, 5, 2) };

    private static FreezeService Service(ISearchEngine engine) => new(engine, engine, engine, TestClock.AtNoon());

    private static async Task<FrozenSearchResponse> FreezeAsync(ISearchEngine engine, params (string Name, string? Value)[] parameters)
    {
        var given = parameters.Select(pair => KeyValuePair.Create(pair.Name, pair.Value));
        Assert.True(FreezeCallReader.TryRead(given, new DateOnly(2030, 6, 1), out var call, out var fault), fault?.ToString());
        return await Service(engine).FreezeAsync(call, Cancellation);
    }

    private static async Task ImportAsync(ISearchEngine engine, params StatementBuilder[] statements)
    {
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        await writer.ImportAsync([.. statements.Select(statement => statement.Build())], Cancellation);
    }

    private sealed class ChangingEngine() : WrappedEngine(() => new InMemoryEngine())
    {
        private int _asked;

        public bool Changes { get; init; }

        public long Total { get; init; }

        public override async Task<ArchiveStatus> StatusAsync(CancellationToken cancellationToken) =>
            await base.StatusAsync(cancellationToken) with { Generation = Changes ? $"{_asked++}" : "1" };

        public override async Task<SearchPage> SearchAsync(SearchRequest request, CancellationToken cancellationToken) =>
            await base.SearchAsync(request, cancellationToken) with { Total = Total };
    }
}
