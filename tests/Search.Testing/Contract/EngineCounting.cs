using Search.Archive;
using Search.Archive.Counting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Testing.Generation;
using Xunit;

namespace Search.Testing.Contract;

/// <summary>
/// What an engine counts over all matches is what a loop over all statements counts: for generated queries and filters, with no
/// difference. The loops here are the meaning; they share nothing with engines.
/// </summary>
public abstract class EngineCounting
{
    /// <summary>A new and empty archive. The test disposes it.</summary>
    protected abstract Task<ISearchEngine> CreateAsync();

    /// <summary>Questions for each archive.</summary>
    protected virtual int Questions => 200;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GeneratedQuestions_OverFictionalStatements_AreCountedAsByALoop() =>
        await CompareAsync(FictionalCorpus.Statements(400), seed: 11);

    [Fact]
    public async Task GeneratedQuestions_OverRealStatements_AreCountedAsByALoop() =>
        await CompareAsync(RealStatements.Read(SharedData.Require("data/statements/functional.jsonl")), seed: 12);

    private async Task CompareAsync(IReadOnlyList<Statement> statements, int seed)
    {
        await using var engine = await CreateAsync();
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation))
        {
            await writer.ImportAsync(statements, Cancellation);
            await writer.CompleteAsync(Cancellation);
        }

        var analyzer = new TextAnalyzer();
        var analyzed = statements.Select(statement => new AnalyzedStatement(statement, analyzer)).ToList();
        var generator = new MatchGenerator(analyzed, seed);
        var filters = new FilterGenerator(statements, seed);
        var (withHits, differences) = (0, new List<string>());
        for (var number = 0; number < Questions; number++)
        {
            var (query, filter) = (generator.Next(), filters.Next());
            var matching = analyzed
                .Where(statement => MatchEvaluator.Matches(query, statement, filter.CountryKinds))
                .Select(statement => statement.Statement)
                .Where(statement => FilterEvaluator.Admits(filter, statement))
                .ToList();
            withHits += matching.Count > 0 ? 1 : 0;
            var found = new List<string>();
            await CompareCountsAsync(engine, query, filter, matching, found);
            await ComparePlacesAsync(engine, query, filter, matching, found);
            await CompareHoldingsAsync(engine, filter, statements, found);
            var name = $"#{number} {MatchPrinter.Print(query)} under {FilterGenerator.Describe(filter)}";
            differences.AddRange(found.Select(difference => $"{name}\n    {difference}"));
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.Take(20))}");
        Assert.True(withHits * 2 >= Questions, $"Only {withHits} of {Questions} questions have hits; they prove too little.");
    }

    private static async Task CompareCountsAsync(
        ISearchEngine engine, MatchNode query, SearchFilters filters, List<Statement> matching, List<string> differences)
    {
        var request = new UseRequest { Queries = [Match.Nothing, query], Filters = filters, Issuers = true, Totals = true };
        var counts = await engine.CountUsesAsync(request, Cancellation);

        Compare("nothing", "0:  / ", Describe(counts[0]), differences);
        var issuers = matching.GroupBy(PathOf)
            .Select(group => $"{group.Key}={group.Count()} {FirstOf(group)?.Issued} {LastOf(group)?.Issued}")
            .Order(StringComparer.Ordinal);
        Compare("counts", $"{matching.Count}: {Dates(matching)} / {string.Join(" | ", issuers)}", Describe(counts[1]), differences);
        Compare("undated", matching.Count(statement => statement.Issued is null), counts[1].Undated, differences);
    }

    /// <summary>Everybody's first and last use, each issuer's, a group's, and those without a date or an issuer.</summary>
    private static async Task ComparePlacesAsync(
        ISearchEngine engine, MatchNode query, SearchFilters filters, List<Statement> matching, List<string> differences)
    {
        var wanted = new List<(UsePlace Place, Statement? Statement)>
        {
            (new(query, FacetFilter.Unrestricted, FirstOf(matching)?.Issued ?? new IssueDate(1901, 2, 3)), FirstOf(matching)),
            (new(query, FacetFilter.Unrestricted, null), Lowest(matching.Where(statement => statement.Issued is null))),
            (new(Match.Nothing, FacetFilter.Unrestricted, null), null),
        };
        foreach (var group in matching.GroupBy(statement => statement.Issuer?.Name))
        {
            var filter = new FacetFilter([group.Key], []);
            wanted.Add((new(query, filter, FirstOf(group)?.Issued), FirstOf(group) ?? Lowest(group)));
            wanted.Add((new(query, filter, LastOf(group)?.Issued), LastOf(group) ?? Lowest(group)));
        }

        var found = await engine.FindUsesAsync(
            new PlaceRequest { Places = [.. wanted.Select(entry => entry.Place)], Filters = filters }, Cancellation);

        Compare(
            "places",
            string.Join(' ', wanted.Select(entry => entry.Statement?.Id.Value ?? "-")),
            string.Join(' ', found.Select(statement => statement?.Id.Value ?? "-")),
            differences);
        Compare(
            "texts",
            string.Join('|', wanted.Select(entry => entry.Statement?.Body)),
            string.Join('|', found.Select(statement => statement?.Body)),
            differences);
    }

    private static async Task CompareHoldingsAsync(
        ISearchEngine engine, SearchFilters filters, IReadOnlyList<Statement> statements, List<string> differences)
    {
        List<Statement> admitted = [.. statements.Where(statement => FilterEvaluator.Admits(filters, statement))];
        var totals = await engine.CountUsesAsync(new UseRequest { Queries = [], Filters = filters, Totals = true }, Cancellation);
        Compare("totals", $"{admitted.Count}: {Dates(admitted)} / ", Describe(totals[0]), differences);
        string?[] issuers = [.. statements.Select(statement => statement.Issuer?.Name).Distinct(), "Nobody"];
        Compare(
            "issuers",
            string.Join(' ', issuers.Select(issuer => admitted.Count(statement => statement.Issuer?.Name == issuer))),
            string.Join(' ', await engine.CountIssuersAsync(new IssuerRequest { Issuers = issuers, Filters = filters }, Cancellation)),
            differences);
        foreach (var by in (FacetName[])[FacetName.Source, FacetName.Issuer])
        {
            var expected = admitted.GroupBy(statement => by == FacetName.Source ? statement.Source : statement.Issuer?.Name)
                .Select(value => $"{value.Key} {value.Count()}: {Dates(value)} {Captures(value)}");
            var request = new HoldingsRequest { By = by, Filters = filters, Captures = true };
            var holdings = await engine.CountHoldingsAsync(request, Cancellation);
            Compare(
                $"holdings by {by}",
                string.Join('\n', expected.Order(StringComparer.Ordinal)),
                string.Join('\n', holdings
                    .Select(value => $"{value.Value} {value.Statements}: "
                        + string.Join(' ', value.Dates.Select(date => $"{date.Key}={date.Value}"))
                        + $" {value.Captures?.First:O}..{value.Captures?.Last:O}")
                    .Order(StringComparer.Ordinal)),
                differences);
            var counts = await engine.CountHoldingsAsync(request with { Dates = false, Captures = false }, Cancellation);
            Compare(
                $"numbers by {by}",
                Numbers(holdings),
                Numbers(counts),
                differences);
            Assert.All(counts, value => Assert.Empty(value.Dates));
        }

        static string Numbers(IEnumerable<Holdings> holdings) =>
            string.Join('\n', holdings.Select(value => $"{value.Value} {value.Statements}").Order(StringComparer.Ordinal));
    }

    private static string Describe(UseCounts counts)
    {
        var dates = counts.Dates.Select(date => $"{date.Key}={date.Value}");
        var issuers = counts.Issuers.Select(issuer => $"{issuer.Path}={issuer.Count} {issuer.First} {issuer.Last}")
            .Order(StringComparer.Ordinal);
        return $"{counts.Total}: {string.Join(' ', dates)} / {string.Join(" | ", issuers)}";
    }

    private static string Dates(IEnumerable<Statement> statements) => string.Join(' ', statements
        .Where(statement => statement.Issued is not null)
        .GroupBy(statement => statement.Issued!.Value)
        .OrderBy(date => date.Key.First).ThenBy(date => date.Key.Last)
        .Select(date => $"{date.Key}={date.Count()}"));

    private static string Captures(IEnumerable<Statement> statements)
    {
        var days = statements.Where(statement => statement.Captured is not null)
            .Select(statement => statement.Captured!.Value.UtcDateTime.ToString("yyyy-MM-dd"))
            .Order(StringComparer.Ordinal)
            .ToList();
        return days.Count == 0 ? ".." : $"{days[0]}..{days[^1]}";
    }

    private static string? PathOf(Statement statement) =>
        statement.Issuer is { } issuer ? IssuerGroups.PathOf(issuer.Name, issuer.Organisation, issuer.Country) : null;

    /// <summary>By whose date it had certainly been said.</summary>
    private static Statement? FirstOf(IEnumerable<Statement> statements) => statements
        .Where(statement => statement.Issued is not null)
        .OrderBy(statement => statement.Issued!.Value.Last)
        .ThenByDescending(statement => statement.Issued!.Value.First)
        .ThenBy(statement => statement.Id.Value, StringComparer.Ordinal)
        .FirstOrDefault();

    /// <summary>Since whose date it certainly was.</summary>
    private static Statement? LastOf(IEnumerable<Statement> statements) => statements
        .Where(statement => statement.Issued is not null)
        .OrderByDescending(statement => statement.Issued!.Value.First)
        .ThenBy(statement => statement.Issued!.Value.Last)
        .ThenBy(statement => statement.Id.Value, StringComparer.Ordinal)
        .FirstOrDefault();

    private static Statement? Lowest(IEnumerable<Statement> statements) =>
        statements.MinBy(statement => statement.Id.Value, StringComparer.Ordinal);

    private static void Compare<T>(string what, T expected, T actual, List<string> differences)
    {
        if (!Equals(expected, actual))
        {
            differences.Add($"{what}: expected {expected}, but it is {actual}");
        }
    }
}
