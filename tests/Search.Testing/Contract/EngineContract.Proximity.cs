using Xunit;

namespace Search.Testing.Contract;

public abstract partial class EngineContract
{
    [Theory]
    [InlineData(0, "1")]
    [InlineData(1, "1 2 4")]
    [InlineData(2, "1 2 3 4")]
    public async Task Near_TwoWords_CountsOtherWordsBetween(int distance, string expected) =>
        await FindsAsync(
            await WithAsync(
                new("1") { Body = "fish market" },
                new("2") { Body = "fish and market" },
                new("3") { Body = "fish or the market" },
                new("4") { Body = "market for fish" },
                new("5") { Body = "market of one very small fish" }),
            expected,
            Match.Near(distance, "fish", "market"));

    [Fact]
    public async Task NearInOrder_TwoWords_KeepsTheOrder() =>
        await FindsAsync(
            await WithAsync(new("1") { Body = "fish and market" }, new("2") { Body = "market and fish" }),
            "1",
            Match.NearInOrder(3, "fish", "market"));

    [Theory]
    [InlineData(1, "1")]
    [InlineData(2, "1 2")]
    public async Task Near_ThreeWords_CountsOtherWordsInTotal(int distance, string expected) =>
        await FindsAsync(
            await WithAsync(
                new("1") { Body = "salt x sand shell" },
                new("2") { Body = "shell x salt x sand" },
                new("3") { Body = "salt x x sand x shell" }),
            expected,
            Match.Near(distance, "salt", "sand", "shell"));

    [Fact]
    public async Task NearInOrder_ThreePhrases_KeepTheOrder() =>
        await FindsAsync(
            await WithAsync(
                new("1") { Body = "red lamp over green lamp over white lamp" },
                new("2") { Body = "green lamp over red lamp over white lamp" },
                new("3") { Body = "red lamp far over the green lamp and over the white lamp" }),
            "1",
            Match.NearInOrder(2, "red lamp", "green lamp", "white lamp"));

    [Fact]
    public async Task Near_Phrases_CountTheirWordsNotAsOthers() =>
        await FindsAsync(
            await WithAsync(
                new("1") { Body = "the port of call x the harbour master" },
                new("2") { Body = "the port of call x x the harbour master" }),
            "1",
            Match.Near(1, "port of call", "the harbour master"));

    [Fact]
    public async Task Near_RepeatedWord_NeedsItTwice() =>
        await FindsAsync(
            await WithAsync(new("1") { Body = "bell and bell" }, new("2") { Body = "bell and book" }), "1", Match.Near(5, "bell", "bell"));

    [Fact]
    public async Task Near_PhrasesThatShareAWord_DoNotShareAPosition() =>
        await FindsAsync(
            await WithAsync(new("1") { Body = "old sea wall" }, new("2") { Body = "old sea and sea wall" }),
            "2",
            Match.Near(5, "old sea", "sea wall"));

    [Fact]
    public async Task Near_AcrossTitleAndBody_IsNotFound() =>
        await FindsAsync(
            await WithAsync(new StatementBuilder("1") { Title = "fish", Body = "market" }), "", Match.Near(9, "fish", "market"));

    [Fact]
    public async Task Near_InAnyOccurrence_IsFound() =>
        await FindsAsync(
            await WithAsync(
                new StatementBuilder("1") { Body = "fish one two three four five six seven fish eight market nine ten market" }),
            "1",
            Match.Near(1, "fish", "market"));

    [Fact]
    public async Task Near_NearerPairOverlapsAnother_IsFound() =>
        // The first "basalt" is taken by the phrase; the lone one must be another.
        await FindsAsync(
            await WithAsync(new("1") { Body = "amber basalt x coral basalt" }, new("2") { Body = "amber basalt x x x coral" }),
            "1",
            Match.Near(1, "amber basalt", "coral", "basalt"));
}
