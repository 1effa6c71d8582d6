using Search.Archive;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Service.Requests;
using Search.Service.Responses;
using Search.Testing;
using Search.Testing.Engines;

namespace Search.Service.Tests.Counting;

/// <summary>An archive of a test's own, counted as a host asks for it: from parameters to the answer.</summary>
internal static class CountedArchive
{
    private static readonly DateOnly s_today = new(2030, 6, 1);

    public static Task<ISearchEngine> WithAsync(params IEnumerable<StatementBuilder> statements) =>
        HoldingAsync([.. statements.Select(statement => statement.Build())]);

    public static async Task<ISearchEngine> HoldingAsync(IReadOnlyList<Statement> statements)
    {
        var engine = new InMemoryEngine();
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, CancellationToken.None);
        await writer.ImportAsync(statements, CancellationToken.None);
        return engine;
    }

    /// <param name="address">Parameters as an address has them, not escaped.</param>
    public static async Task<UsesResponse> UsesAsync(ISearchEngine engine, string address)
    {
        Assert.True(CountingCallReader.TryReadUses(Parameters(address), s_today, out var call, out var fault), fault?.ToString());
        return await new UseService(engine, TestClock.AtNoon()).CountAsync(call, CancellationToken.None);
    }

    /// <inheritdoc cref="UsesAsync"/>
    public static async Task<TrendsResponse> TrendsAsync(ISearchEngine engine, string address)
    {
        Assert.True(CountingCallReader.TryReadTrends(Parameters(address), s_today, out var call, out var fault), fault?.ToString());
        return await new TrendService(engine, TestClock.AtNoon()).CountAsync(call, CancellationToken.None);
    }

    /// <inheritdoc cref="UsesAsync"/>
    public static async Task<ComparisonResponse> CompareAsync(ISearchEngine engine, string address)
    {
        Assert.True(CountingCallReader.TryReadComparison(Parameters(address), s_today, out var call, out var fault), fault?.ToString());
        return await new ComparisonService(engine, TestClock.AtNoon()).CompareAsync(call, CancellationToken.None);
    }

    /// <inheritdoc cref="UsesAsync"/>
    public static async Task<ArchiveCoverageResponse> CoverAsync(ISearchEngine engine, string address)
    {
        Assert.True(CountingCallReader.TryReadCoverage(Parameters(address), out var call, out var fault), fault?.ToString());
        return await new CoverageService(engine, TestClock.AtNoon()).CoverAsync(call, CancellationToken.None);
    }

    /// <summary>The ids of all statements that a search finds.</summary>
    public static async Task<HashSet<string>> IdsAsync(ISearchEngine engine, string query)
    {
        var ids = new HashSet<string>();
        string? next = null;
        do
        {
            var page = await Asking.SearchAsync(engine, query, ("size", "100"), ("cursor", next));
            ids.UnionWith(page.Hits.Select(hit => hit.Id));
            next = page.Next;
        }
        while (next is not null);

        return ids;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Parameters(string address) =>
        address.Split('&', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .Select(pair => KeyValuePair.Create(pair[0], (string?)pair[1]));

    public static IssueDate? Date(string text) => text.Length == 0 ? null
        : IssueDate.TryParse(text, out var date) ? date : throw new FormatException(text);
}
