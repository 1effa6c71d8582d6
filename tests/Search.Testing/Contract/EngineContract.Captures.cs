using Search.Archive;
using Search.Archive.Counting;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Statements;
using Xunit;

namespace Search.Testing.Contract;

/// <content>How and when the archive got statements.</content>
public abstract partial class EngineContract
{
    private const int Captures = 60;

    private static readonly DateTimeOffset s_start = new(2030, 3, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Against a plain loop, over statements that were received, changed and lost at all sorts of times.</summary>
    [Fact]
    public async Task Search_FiltersOnCaptures_AdmitWhatALoopAdmits()
    {
        var engine = await EmptyAsync();
        var random = new Random(7);
        var histories = Enumerable.Range(0, Captures).Select(number => History(number, random)).ToList();
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation))
        {
            await writer.RestoreAsync(histories, Cancellation);
            await writer.CompleteAsync(Cancellation);
        }

        for (var number = 0; number < 100; number++)
        {
            var filter = Filter(random);
            var expected = histories.Where(history => IsAdmitted(history, filter)).Select(history => history.Statement.SourceId);
            var page = await engine.SearchAsync(
                new SearchRequest
                {
                    Query = Match.Everything,
                    Filters = SearchFilters.None with { Captures = filter },
                    Sort = SortOrder.Newest,
                    Size = 100,
                },
                Cancellation);
            var uses = await engine.CountUsesAsync(
                new UseRequest { Queries = [Match.Everything], Filters = SearchFilters.None with { Captures = filter } }, Cancellation);

            Assert.Equal(
                $"{filter}: {string.Join(' ', expected.Order(StringComparer.Ordinal))}",
                $"{filter}: {string.Join(' ', page.Hits.Select(hit => hit.Statement.SourceId).Order(StringComparer.Ordinal))}");
            Assert.Equal(page.Total, uses[0].Total);
        }
    }

    [Fact]
    public async Task Search_ByReceipt_HasWhatCameLastFirst()
    {
        var engine = await EmptyAsync();
        var random = new Random(8);
        var histories = Enumerable.Range(0, Captures).Select(number => History(number, random)).ToList();
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation))
        {
            await writer.RestoreAsync(histories, Cancellation);
            await writer.CompleteAsync(Cancellation);
        }

        var request = new SearchRequest { Query = Match.Everything, Sort = SortOrder.Received, Size = 25 };
        var found = new List<Statement>();
        for (SearchPage? page = null; page is null || page.Next is not null;)
        {
            page = await engine.SearchAsync(request with { After = page?.Next }, Cancellation);
            found.AddRange(page.Hits.Select(hit => hit.Statement));
        }

        Assert.Equal(Captures, found.Select(statement => statement.Id).Distinct().Count());
        Assert.Equal(
            histories.Select(history => history.Statement.Trace!.Received).OrderDescending(),
            found.Select(statement => statement.Trace!.Received));
    }

    [Theory]
    [InlineData(FacetName.Source)]
    [InlineData(FacetName.Issuer)]
    public async Task Holdings_OfEachValue_SayBetweenWhichDaysTheyWereCaptured(FacetName by)
    {
        var engine = await EmptyAsync();
        var random = new Random(9);
        string?[] names = ["Evening Buoy", "Harbour Gazette", "Morning Anchor", null];
        List<Statement> statements =
        [
            .. Enumerable.Range(0, Captures).Select(number => History(number, random).Statement with
            {
                Source = names[number % 3]!,
                Issuer = names[number % 4] is { } name ? new Issuer(name, null, null, null, name) : null,
            }),
            new StatementBuilder("never") { Source = "Silent Reef", Issuer = "Silent Reef" }.Build(),
        ];
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation))
        {
            await writer.ImportAsync(statements, Cancellation);
            await writer.CompleteAsync(Cancellation);
        }

        var holdings = await engine.CountHoldingsAsync(new HoldingsRequest { By = by, Captures = true }, Cancellation);

        var expected = statements.GroupBy(statement => by == FacetName.Source ? statement.Source : statement.Issuer?.Name).Select(value =>
        {
            var days = value.Where(statement => statement.Captured is not null)
                .Select(statement => statement.Captured!.Value.UtcDateTime.ToString("yyyy-MM-dd"))
                .Order(StringComparer.Ordinal)
                .ToList();
            return $"{value.Key} {value.Count()} {days.FirstOrDefault()}..{days.LastOrDefault()}";
        });
        Assert.Equal(
            expected.Order(StringComparer.Ordinal),
            holdings.Select(value => $"{value.Value} {value.Statements} {value.Captures?.First:O}..{value.Captures?.Last:O}")
                .Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Import_NotesWhenItCameAndWhetherItsTextIsAnother()
    {
        var before = ArchiveTrace.Whole(TimeProvider.System.GetUtcNow());
        var engine = await WithAsync(new StatementBuilder("1") { Body = "Salt." });
        var first = (await engine.GetAsync("1", Cancellation))!.Statement.Trace!;

        await WriteAsync(engine, new StatementBuilder("1") { Body = "Salt." });
        Assert.Equal(first, (await engine.GetAsync("1", Cancellation))!.Statement.Trace);

        await WriteAsync(engine, new StatementBuilder("1") { Body = "Salt.", Issuer = "Office" });
        Assert.Equal(first, (await engine.GetAsync("1", Cancellation))!.Statement.Trace);

        await WriteAsync(engine, new StatementBuilder("1") { Body = "Sand." });
        var changed = (await engine.GetAsync("1", Cancellation))!.Statement.Trace!;

        Assert.InRange(first.Received, before, TimeProvider.System.GetUtcNow());
        Assert.Equal((first.Received, 0, null), (first.TextReceived, first.Versions, first.Missing));
        Assert.Equal((first.Received, 1), (changed.Received, changed.Versions));
        Assert.True(changed.TextReceived >= first.TextReceived);
    }

    [Fact]
    public async Task NoteMissing_WhatTheListLacks_IsMissingUntilItComesAgain()
    {
        var engine = await WithAsync(
            new StatementBuilder("1") { Body = "One." },
            new StatementBuilder("2") { Body = "Two." },
            new StatementBuilder("3") { Body = "Three." },
            new StatementBuilder("4") { Body = "Four.", Source = "Evening Buoy" });
        HashSet<string> listed = [new StatementBuilder("1").Build().Id.Value];

        Assert.Equal(2, await NoteAsync(engine, listed));
        Assert.Equal(0, await NoteAsync(engine, listed));
        Assert.Equal("2 3", await MissingAsync(engine));

        await WriteAsync(engine, new StatementBuilder("3") { Body = "Three." });
        Assert.Equal("2", await MissingAsync(engine));

        string[] others = ["2", "3"];
        Assert.Equal(0, await NoteAsync(engine, [.. listed, .. others.Select(id => new StatementBuilder(id).Build().Id.Value)]));
        Assert.Equal("", await MissingAsync(engine));
        Assert.Empty((await engine.CheckAsync(null, Cancellation)).Faults);
    }

    private static async Task<int> NoteAsync(ISearchEngine engine, HashSet<string> listed)
    {
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        var count = await writer.NoteMissingAsync(StatementBuilder.DefaultSource, listed, Cancellation);
        await writer.CompleteAsync(Cancellation);
        return count;
    }

    private static async Task<string> MissingAsync(ISearchEngine engine)
    {
        var filters = SearchFilters.None with { Captures = new CaptureFilter { Missing = true } };
        var page = await engine.SearchAsync(new SearchRequest { Query = Match.Everything, Filters = filters }, Cancellation);
        return string.Join(' ', page.Hits.Select(hit => hit.Statement.SourceId).Order(StringComparer.Ordinal));
    }

    private static StatementHistory History(int number, Random random)
    {
        var received = s_start.AddHours(random.Next(24 * 20));
        var statement = new StatementBuilder($"{number:00}")
        {
            Body = $"Salt {number}.",
            Captured = random.Next(4) == 0
                ? null
                : s_start.AddHours(random.Next(24 * 20)).ToOffset(TimeSpan.FromHours(random.Next(-9, 10))),
        }.Build();
        Statement[] versions = random.Next(3) == 0 ? [statement with { Body = "Sand." }] : [];
        return new StatementHistory(
            statement with
            {
                Trace = new ArchiveTrace(
                    received,
                    received.AddDays(versions.Length),
                    versions.Length,
                    random.Next(3) == 0 ? received.AddDays(2) : null),
            },
            versions);
    }

    private static CaptureFilter Filter(Random random) => new()
    {
        Changed = random.Next(3) == 0 ? random.Next(2) == 0 : null,
        Missing = random.Next(3) == 0 ? random.Next(2) == 0 : null,
        From = random.Next(3) == 0 ? DateOnly.FromDateTime(s_start.UtcDateTime).AddDays(random.Next(20)) : null,
        To = random.Next(3) == 0 ? DateOnly.FromDateTime(s_start.UtcDateTime).AddDays(random.Next(20)) : null,
        AsOf = random.Next(3) == 0 ? DateOnly.FromDateTime(s_start.UtcDateTime).AddDays(random.Next(20)) : null,
    };

    /// <summary>In hours since the beginning; it shares nothing with the filter's own evaluator.</summary>
    private static bool IsAdmitted(StatementHistory history, CaptureFilter filter)
    {
        var (trace, captured) = (history.Statement.Trace!, history.Statement.Captured);
        if ((filter.Changed is { } changed && changed != history.Versions.Count > 0)
            || (filter.Missing is { } missing && missing == trace.Missing is null)
            || (filter.AsOf is { } day && Hours(trace.Received) >= 24 * (Days(day) + 1)))
        {
            return false;
        }

        return (filter.From is null && filter.To is null)
            || (captured is { } time
                && (filter.From is not { } from || Hours(time) >= 24 * Days(from))
                && (filter.To is not { } to || Hours(time) < 24 * (Days(to) + 1)));
    }

    private static double Hours(DateTimeOffset time) => (time - s_start).TotalHours;

    private static int Days(DateOnly day) => day.DayNumber - DateOnly.FromDateTime(s_start.UtcDateTime).DayNumber;
}
