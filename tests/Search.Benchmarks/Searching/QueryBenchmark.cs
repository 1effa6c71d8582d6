using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Search.Archive;
using Search.Archive.Searching;
using Search.Core.Statements;
using Search.Queries;
using Search.Sqlite;

namespace Search.Benchmarks.Searching;

/// <summary>
/// How long a page takes by class of query: the engine with count, three facets, histogram, 20 hits and their marks, beside
/// what plain FTS5 (unicode61, porter) takes for count(*) and ORDER BY bm25() LIMIT 20 alone. Both are warm and take turns,
/// query by query.
/// </summary>
internal static class QueryBenchmark
{
    private const int PerClass = 40;
    private const int Rounds = 3;

    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var statements = await StatementFiles.ReadAsync(arguments[0]).ToListAsync();
        var folder = Directory.CreateTempSubdirectory("search-bench-");
        var archive = Path.Combine(folder.FullName, "archive.db");
        await using (var engine = SqliteSearchEngine.Open(new SqliteOptions { Path = archive }))
        {
            await TemporaryArchive.FillAsync(engine, statements);
            using var plain = CreatePlain(Path.Combine(folder.FullName, "plain.db"), statements);
            Console.WriteLine($"{statements.Count:N0} statements; milliseconds p50 / p95");
            Console.WriteLine($"{"class",-16} {"matches p50",11}  {"engine",15}  {"newest first",15}  {"plain FTS5",15}");
            foreach (var (name, queries) in QueryLog.Draw(statements, PerClass))
            {
                await MeasureAsync(engine, plain, name, queries);
            }
        }

        folder.Delete(recursive: true);
    }

    private static async Task MeasureAsync(ISearchEngine engine, SqliteConnection plain, string name, IReadOnlyList<LoggedQuery> queries)
    {
        var (engineTimes, newestTimes, plainTimes, matches) =
            (new List<double>(), new List<double>(), new List<double>(), new List<double>());
        for (var round = 0; round <= Rounds; round++)
        {
            foreach (var query in queries)
            {
                var request = ToRequest(query);
                var best = await TimeAsync(() => engine.SearchAsync(request, CancellationToken.None));
                var newest = await TimeAsync(() => engine.SearchAsync(request with { Sort = SortOrder.Newest }, CancellationToken.None));
                var fts = query.Plain is null ? 0 : Time(() => AskPlain(plain, query.Plain));
                if (round > 0)
                {
                    engineTimes.Add(best);
                    newestTimes.Add(newest);
                    plainTimes.Add(fts);
                    matches.Add((await engine.CountAsync([request.Query], request.Filters, CancellationToken.None))[0]);
                }
            }
        }

        var fts5 = plainTimes.Sum() == 0 ? "-" : Show(plainTimes);
        Console.WriteLine($"{name,-16} {Quantile.At(matches, 0.5),11:N0}  {Show(engineTimes),15}  {Show(newestTimes),15}  {fts5,15}");
    }

    private static SearchRequest ToRequest(LoggedQuery query)
    {
        if (!QueryParser.TryParse(query.Text, out var node, out var error))
        {
            throw new InvalidOperationException(error.Message);
        }

        return new SearchRequest
        {
            Query = QueryMeaning.Of(node, new MeaningOptions(new DateOnly(2026, 1, 1))),
            Filters = query.Filters,
            Facets = [new(FacetName.Issuer), new(FacetName.Country), new(FacetName.Source)],
            Histogram = true,
        };
    }

    private static void AskPlain(SqliteConnection plain, string query)
    {
        using var count = plain.CreateCommand();
        count.CommandText = "SELECT count(*) FROM plain WHERE plain MATCH $query";
        count.Parameters.AddWithValue("$query", query);
        _ = count.ExecuteScalar();
        using var best = plain.CreateCommand();
        best.CommandText = "SELECT rowid FROM plain WHERE plain MATCH $query ORDER BY bm25(plain) LIMIT 20";
        best.Parameters.AddWithValue("$query", query);
        using var rows = best.ExecuteReader();
        while (rows.Read())
        {
            _ = rows.GetInt64(0);
        }
    }

    private static SqliteConnection CreatePlain(string path, IReadOnlyList<Statement> statements)
    {
        var connection = new SqliteConnection($"Data Source={path};Pooling=False");
        connection.Open();
        Execute(
            connection, "PRAGMA journal_mode = WAL; CREATE VIRTUAL TABLE plain USING fts5 (title, body, tokenize = 'porter unicode61')");
        using var transaction = connection.BeginTransaction();
        using var insert = connection.CreateCommand();
        insert.Transaction = transaction;
        insert.CommandText = "INSERT INTO plain (title, body) VALUES ($title, $body)";
        var title = insert.Parameters.AddWithValue("$title", string.Empty);
        var body = insert.Parameters.AddWithValue("$body", string.Empty);
        foreach (var statement in statements)
        {
            title.Value = statement.Title;
            body.Value = statement.Body;
            insert.ExecuteNonQuery();
        }

        transaction.Commit();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task<double> TimeAsync(Func<Task> action)
    {
        var start = Stopwatch.GetTimestamp();
        await action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static double Time(Action action)
    {
        var start = Stopwatch.GetTimestamp();
        action();
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }

    private static string Show(List<double> values) =>
        string.Create(CultureInfo.InvariantCulture, $"{Quantile.At(values, 0.5):N2} / {Quantile.At(values, 0.95):N2}");
}
