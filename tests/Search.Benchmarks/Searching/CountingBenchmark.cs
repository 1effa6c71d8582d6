using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Search.Archive;
using Search.Benchmarks.Elasticsearch;
using Search.Core.Statements;
using Search.Service;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Benchmarks.Searching;

/// <summary>
/// How long it takes to count uses, trends and coverage beside a page of the same query, all through the service up to their JSON.
/// Each query is asked once in each way, the first of them in turns, after others have warmed everything up.
/// </summary>
internal static class CountingBenchmark
{
    private const int PerClass = 40;
    private const int WarmUp = 10;

    private static readonly DateOnly s_today = new(2026, 1, 1);

    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var statements = await StatementFiles.ReadAsync(arguments[0]).ToListAsync();
        await TemporaryArchive.UseAsync(arguments, engine => MeasureAsync(engine, statements));
    }

    private static async Task MeasureAsync(ISearchEngine engine, IReadOnlyList<Statement> statements)
    {
        await TemporaryArchive.FillAsync(engine, statements);
        Console.WriteLine($"{statements.Count:N0} statements; milliseconds p50, and times a page's");
        Console.WriteLine($"{"class",-16} {"page",8} {"uses",8}       {"trends",8}       {"compare",8}");
        var pages = new List<double>();
        foreach (var (name, queries) in QueryLog.Draw(statements, PerClass + WarmUp))
        {
            Ask[] asks = [.. Asks(engine)];
            var times = asks.Select(_ => new List<double>()).ToArray();
            foreach (var (query, number) in queries.Select((query, number) => (query, number)))
            {
                for (var turn = 0; turn < asks.Length; turn++)
                {
                    var ask = (turn + number) % asks.Length;
                    var time = await TimeAsync(() => asks[ask](query));
                    if (number >= WarmUp || queries.Count == 1)
                    {
                        times[ask].Add(time);
                    }
                }
            }

            var page = Median(times[0]);
            pages.Add(page);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-16} {page,8:N2} ")
                + string.Join(' ', times[1..].Select(Median).Select(
                    time => string.Create(CultureInfo.InvariantCulture, $"{time,8:N2} {time / page,5:N2}"))));
        }

        await CoverAsync(engine, Median(pages));
    }

    private delegate Task Ask(LoggedQuery query);

    private static IEnumerable<Ask> Asks(ISearchEngine engine)
    {
        var time = TimeProvider.System;
        var (search, uses) = (new SearchService(engine, engine, engine, time), new UseService(engine, time));
        var (trends, comparison) = (new TrendService(engine, time), new ComparisonService(engine, time));
        yield return query => PageBenchmark.AskAsync(search, PageBenchmark.Call(query));
        yield return async query => Write(
            await uses.CountAsync(Uses(query), CancellationToken.None), ResponseJson.Default.UsesResponse);
        yield return async query => Write(
            await trends.CountAsync(new TrendCall([Asked(query)], query.Filters, null, null), CancellationToken.None),
            ResponseJson.Default.TrendsResponse);
        yield return async query => Write(
            await comparison.CompareAsync(new ComparisonCall([Asked(query)], query.Filters, []), CancellationToken.None),
            ResponseJson.Default.ComparisonResponse);
    }

    private static UseCall Uses(LoggedQuery query)
    {
        var call = PageBenchmark.Call(query);
        CountingCallReader.TryReadUses([KeyValuePair.Create("q", (string?)query.Text)], s_today, out var uses, out _);
        return uses! with { Search = uses.Search with { Request = uses.Search.Request with { Filters = call.Request.Filters } } };
    }

    private static AskedQuery Asked(LoggedQuery query) => new(query.Text, PageBenchmark.Call(query).Request.Query, string.Empty);

    private static void Write<T>(T answer, JsonTypeInfo<T> type) =>
        JsonSerializer.SerializeToUtf8Bytes(answer, type);

    /// <summary>With another range each time, which Elasticsearch has not kept.</summary>
    private static async Task CoverAsync(ISearchEngine engine, double page)
    {
        var service = new CoverageService(engine, TimeProvider.System);
        foreach (var by in (string[])["source", "issuer"])
        {
            var times = new List<double>();
            for (var number = 0; number < PerClass; number++)
            {
                (string Name, string? Value)[] parameters = [("by", by), ("kind", "-message"), ("source", $"-Nobody {number}")];
                CountingCallReader.TryReadCoverage(
                    parameters.Select(parameter => KeyValuePair.Create(parameter.Name, parameter.Value)), out var call, out _);
                times.Add(await TimeAsync(async () => Write(
                    await service.CoverAsync(call!, CancellationToken.None), ResponseJson.Default.ArchiveCoverageResponse)));
            }

            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"coverage by {by,-8} {Median(times),8:N2} ms, {Median(times) / page:N2} times a page of the median class"));
        }
    }

    private static async Task<double> TimeAsync(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Median(List<double> values) => Quantile.At(values, 0.5);
}
