using Search.Archive.Matching;
using Search.Core.Analysis;
using Xunit;

namespace Search.Testing.Contract;

public abstract partial class EngineContract
{
    [Fact]
    public async Task Scope_Title_LooksIntoTheTitleOnly()
    {
        var engine = await WithAsync(new("1") { Title = "Storm warning" }, new("2") { Body = "Storm warning" });

        await FindsAsync(engine, "1", Match.Word("storm", scope: TextScope.Title));
        await FindsAsync(engine, "2", Match.Word("storm", scope: TextScope.Body));
        await FindsAsync(engine, "1 2", Match.Word("storm"));
    }

    [Fact]
    public async Task Scope_TitlePhraseAndProximity_LookIntoTheTitleOnly()
    {
        var engine = await WithAsync(new("1") { Title = "Storm warning" }, new("2") { Title = "Storm", Body = "Storm warning" });
        var near = new ProximityMatch(
            [Match.Slots("warning", Likeness.Exact), Match.Slots("storm", Likeness.Exact)], 3, false, TextScope.Title);

        await FindsAsync(engine, "1", Match.Phrase("storm warning", scope: TextScope.Title));
        await FindsAsync(engine, "1", near);
    }

    [Fact]
    public async Task Scope_Issuer_LooksIntoCanonicalAndPrintedName()
    {
        var engine = await WithAsync(
            new("1") { Issuer = "Ministry of Tides", IssuerPrinted = "Tidal Ministry's Spokesman" },
            new("2") { Issuer = "Lighthouse Board", Body = "The Ministry of Tides wrote." },
            new("3"));

        await FindsAsync(engine, "1", Match.Phrase("ministry of tides", scope: TextScope.Issuer));
        await FindsAsync(engine, "1", Match.Word("spokesman", Likeness.Exact, TextScope.Issuer));
        await FindsAsync(engine, "", Match.Phrase("tides tidal", scope: TextScope.Issuer));
    }

    [Fact]
    public async Task Scope_Source_LooksIntoTheSourcesName()
    {
        var engine = await WithAsync(new("1") { Source = "Evening Buoy" }, new("2") { Source = "Morning Anchor", Body = "Evening Buoy" });

        await FindsAsync(engine, "1", Match.Phrase("evening buoy", scope: TextScope.Source));
    }
}
