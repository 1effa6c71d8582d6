using Xunit;

namespace Search.Testing.Contract;

public abstract partial class EngineContract
{
    [Fact]
    public async Task Boolean_Conjunction_NeedsAllAnywhere() =>
        await FindsAsync(
            await WithAsync(new("1") { Title = "Salt", Body = "Sand" }, new("2") { Body = "Salt" }, new("3") { Body = "Sand and salt" }),
            "1 3",
            Match.And(Match.Word("salt"), Match.Word("sand")));

    [Fact]
    public async Task Boolean_Disjunction_NeedsOne() =>
        await FindsAsync(
            await WithAsync(new("1") { Body = "Salt" }, new("2") { Body = "Sand" }, new("3") { Body = "Shell" }),
            "1 2",
            Match.Or(Match.Word("salt"), Match.Word("sand")));

    [Fact]
    public async Task Boolean_NegationAlone_FindsTheRest() =>
        await FindsAsync(
            await WithAsync(new("1") { Body = "Salt" }, new("2") { Body = "Sand" }, new("3")), "2 3", Match.Not(Match.Word("salt")));

    [Fact]
    public async Task Boolean_NegationInConjunction_TakesAway() =>
        await FindsAsync(
            await WithAsync(new("1") { Body = "Salt" }, new("2") { Body = "Salt and sand" }),
            "1",
            Match.And(Match.Word("salt"), Match.Not(Match.Word("sand"))));

    [Fact]
    public async Task Boolean_NegationInDisjunction_Adds() =>
        await FindsAsync(
            await WithAsync(new("1") { Body = "Salt" }, new("2") { Body = "Salt and sand" }, new("3") { Body = "Sand" }, new("4")),
            "1 2 4",
            Match.Or(Match.Word("salt"), Match.Not(Match.Word("sand"))));

    [Fact]
    public async Task Boolean_OnlyNegations_FindTheRest()
    {
        var engine = await WithAsync(new("1") { Body = "Salt" }, new("2") { Body = "Sand" }, new("3"), new("4") { Body = "Salt, sand" });

        await FindsAsync(engine, "3", Match.And(Match.Not(Match.Word("salt")), Match.Not(Match.Word("sand"))));
        await FindsAsync(engine, "1 2 3", Match.Or(Match.Not(Match.Word("salt")), Match.Not(Match.Word("sand"))));
    }

    [Fact]
    public async Task Boolean_NegatedGroup_IsItsComplement() =>
        await FindsAsync(
            await WithAsync(new("1") { Body = "Salt" }, new("2") { Body = "Salt and sand" }, new("3") { Body = "Sand" }, new("4")),
            "1 3 4",
            Match.Not(Match.And(Match.Word("salt"), Match.Word("sand"))));

    [Fact]
    public async Task Boolean_DoubleNegation_IsNone() =>
        await FindsAsync(await WithAsync(new("1") { Body = "Salt" }, new("2")), "1", Match.Not(Match.Not(Match.Word("salt"))));

    [Fact]
    public async Task Boolean_DeepNesting_MeansWhatItSays() =>
        await FindsAsync(
            await WithAsync(
                new("1") { Body = "Salt and shell" },
                new("2") { Body = "Sand and shell" },
                new("3") { Body = "Salt, sand and shell" },
                new("4") { Body = "Salt" },
                new("5") { Body = "Pearl" }),
            "2 5",
            Match.Or(
                Match.And(
                    Match.Word("shell"),
                    Match.Or(Match.Word("sand"), Match.Word("salt")),
                    Match.Not(Match.Or(Match.Word("salt"), Match.Word("pearl")))),
                Match.Not(Match.Or(Match.Word("salt"), Match.Word("shell")))));

    [Fact]
    public async Task Boolean_EverythingAndNothingInside_AreNeutral()
    {
        var engine = await WithAsync(new("1") { Body = "Salt" }, new("2"));

        await FindsAsync(engine, "1", Match.And(Match.Everything, Match.Word("salt")));
        await FindsAsync(engine, "1", Match.Or(Match.Nothing, Match.Word("salt")));
        await FindsAsync(engine, "", Match.And(Match.Nothing, Match.Word("salt")));
        await FindsAsync(engine, "1 2", Match.Or(Match.Everything, Match.Word("salt")));
        await FindsAsync(engine, "1 2", Match.Not(Match.Nothing));
        await FindsAsync(engine, "", Match.Not(Match.Everything));
    }
}
