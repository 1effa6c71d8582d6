using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Search.Archive.Storing;
using Search.Core.Analysis;
using Search.Core.Countries;
using Search.Core.Statements;
using Search.Importing;
using Search.Importing.Files;
using Search.Reading;

namespace Search.Benchmarks.Importing;

/// <summary>
/// How fast statements go into the embedded archive: the whole import as the command runs it, beside a plain FTS5 table
/// (unicode61, title and body, same pragmas, same batch size) that is given the same texts, in turns; then the stages of
/// the import by themselves, each on one thread.
/// </summary>
internal static class ImportBenchmark
{
    private const int Batch = 1_000;

    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var path = arguments[0];
        var rounds = arguments.Count > 1 ? int.Parse(arguments[1], CultureInfo.InvariantCulture) : 3;
        var statements = await StatementFiles.ReadAsync(path).ToListAsync();
        Console.WriteLine(
            $"{statements.Count:N0} statements, {statements.Sum(s => (long)s.Body.Length + s.Title.Length) / 1e6:N1} M characters");
        var ratios = new List<double>();
        for (var round = 1; round <= rounds; round++)
        {
            var import = await TimeAsync(() => ImportAsync(path));
            var plain = await TimeAsync(() => InsertPlainAsync(statements));
            ratios.Add(plain.Wall / import.Wall);
            Console.WriteLine(
                $"round {round}: import {statements.Count / import.Wall:N0}/s ({import}), "
                    + $"plain FTS5 {statements.Count / plain.Wall:N0}/s ({plain}), ratio {ratios[^1]:N2}");
        }

        if (rounds > 0)
        {
            Console.WriteLine($"ratio of rates, median: {ratios.Order().ElementAt(ratios.Count / 2):N2}");
        }

        Stage("read", statements.Count, await TimeAsync(async () => await StatementFiles.ReadAsync(path).ToListAsync()));
        Stage("countries", statements.Count, await TimeAsync(() => Each(statements, s => CountryMatcher.Default.Find(s.Title, s.Body))));
        Stage("normalise", statements.Count, await TimeAsync(() => Each(statements, s => TextNormalizer.Normalize(s.Body))));
        Stage("analyze", statements.Count, await TimeAsync(() => Analyze(statements)));
        Stage(
            "hash",
            statements.Count,
            await TimeAsync(() => Each(statements, s => (StatementHash.OfContent(s), StatementHash.OfText(s)))));
        Stage("write (prepared on the other core)", statements.Count, await TimeAsync(() => WriteAsync(statements)));
    }

    private static void Stage(string name, int count, Timing timing) =>
        Console.WriteLine($"  {name,-36} {count / timing.Wall,8:N0}/s  {timing}");

    private static Task ImportAsync(string path) =>
        TemporaryArchive.UseSqliteAsync(async engine =>
        {
            var pipeline = new ImportPipeline(new StatementFileReader(), TimeProvider.System);
            var report = await pipeline.RunAsync(
                InputFiles.Find([path], () => Stream.Null, followLinks: false, CancellationToken.None),
                engine,
                new ImportOptions(),
                fault => Console.WriteLine(fault),
                null,
                CancellationToken.None);
            Check(report.Failure);
        });

    private static Task WriteAsync(List<Statement> statements) =>
        TemporaryArchive.UseSqliteAsync(async engine =>
        {
            await using var writer = await engine.OpenWriterAsync(WritePurpose.Load, CancellationToken.None);
            var running = new Queue<Task>();
            foreach (var batch in statements.Chunk(Batch))
            {
                if (running.Count == 3)
                {
                    await running.Dequeue();
                }

                running.Enqueue(writer.ImportAsync(batch, CancellationToken.None));
            }

            await Task.WhenAll(running);
            await writer.CompleteAsync(CancellationToken.None);
        });

    private static Task InsertPlainAsync(List<Statement> statements)
    {
        var folder = Directory.CreateTempSubdirectory("search-bench-");
        using (var connection = new SqliteConnection($"Data Source={Path.Combine(folder.FullName, "plain.db")};Pooling=False"))
        {
            connection.Open();
            Execute(
                connection,
                "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY; "
                    + "PRAGMA wal_autocheckpoint = 16384;");
            Execute(connection, "CREATE VIRTUAL TABLE plain USING fts5 (title, body, tokenize = 'unicode61')");
            Execute(connection, "INSERT INTO plain (plain, rank) VALUES ('hashsize', 67108864)");
            using var insert = connection.CreateCommand();
            insert.CommandText = "INSERT INTO plain (title, body) VALUES (?1, ?2)";
            var title = insert.Parameters.Add(new SqliteParameter { ParameterName = "?1" });
            var body = insert.Parameters.Add(new SqliteParameter { ParameterName = "?2" });
            foreach (var batch in statements.Chunk(Batch))
            {
                using var transaction = connection.BeginTransaction();
                insert.Transaction = transaction;
                foreach (var statement in batch)
                {
                    title.Value = statement.Title;
                    body.Value = statement.Body;
                    insert.ExecuteNonQuery();
                }

                transaction.Commit();
            }
        }

        folder.Delete(recursive: true);
        return Task.CompletedTask;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static Task Each<T>(List<Statement> statements, Func<Statement, T> action)
    {
        foreach (var statement in statements)
        {
            _ = action(statement);
        }

        return Task.CompletedTask;
    }

    private static Task Analyze(List<Statement> statements)
    {
        var analyzer = new TextAnalyzer();
        var tokens = new List<Token>();
        return Each(statements, statement =>
        {
            analyzer.Analyze(statement.Body, tokens);
            return tokens.Count;
        });
    }

    private static void Check(Exception? failure)
    {
        if (failure is not null)
        {
            throw new InvalidOperationException("The import failed.", failure);
        }
    }

    private static async Task<Timing> TimeAsync(Func<Task> action)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var cpu = process.TotalProcessorTime;
        var (pauses, allocated) = (GC.GetTotalPauseDuration(), GC.GetTotalAllocatedBytes());
        var watch = Stopwatch.StartNew();
        await action();
        watch.Stop();
        process.Refresh();
        return new Timing(
            watch.Elapsed.TotalSeconds,
            (process.TotalProcessorTime - cpu).TotalSeconds,
            (GC.GetTotalPauseDuration() - pauses).TotalSeconds,
            (GC.GetTotalAllocatedBytes() - allocated) / 1e6);
    }

    /// <param name="Wall">Seconds that passed.</param>
    /// <param name="Cpu">Seconds of processor time of the whole process.</param>
    /// <param name="Pauses">Seconds in which all threads stood still for the garbage collector.</param>
    /// <param name="Allocated">Megabytes.</param>
    private sealed record Timing(double Wall, double Cpu, double Pauses, double Allocated)
    {
        public override string ToString() =>
            $"{Wall:N1} s, {Cpu:N1} s of processor, {Pauses:N1} s of pauses, {Allocated:N0} MB allocated";
    }
}
