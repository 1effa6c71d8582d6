using Search.Archive;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Elasticsearch;
using Search.Elasticsearch.Configuration;
using Search.Sqlite;

namespace Search.Benchmarks;

/// <summary>An archive for one measurement, on either engine; nothing of it is left afterwards.</summary>
internal static class TemporaryArchive
{
    private const string Elasticsearch = "--elasticsearch";

    /// <summary>On SQLite, or where the arguments end in <c>--elasticsearch URL</c> in an index there.</summary>
    public static Task UseAsync(IReadOnlyList<string> arguments, Func<ISearchEngine, Task> measure) =>
        UrlIn(arguments) is { } url ? UseElasticsearchAsync(url, measure) : UseSqliteAsync(measure);

    /// <summary>Null where the arguments name no server.</summary>
    public static string? UrlIn(IReadOnlyList<string> arguments) => arguments is [.., Elasticsearch, var url] ? url : null;

    public static async Task UseSqliteAsync(Func<ISearchEngine, Task> measure)
    {
        var folder = Directory.CreateTempSubdirectory("search-bench-");
        await using (var engine = SqliteSearchEngine.Open(new SqliteOptions { Path = Path.Combine(folder.FullName, "archive.db") }))
        {
            await engine.ConnectAsync(CancellationToken.None);
            await measure(engine);
        }

        folder.Delete(recursive: true);
    }

    public static async Task UseElasticsearchAsync(string url, Func<ISearchEngine, Task> measure)
    {
        var options = new ElasticsearchOptions { Urls = [url], Index = $"bench-{Guid.NewGuid():N}" };
        await using var engine = new ElasticsearchSearchEngine(options);
        await engine.ConnectAsync(CancellationToken.None);
        await measure(engine);
        await engine.DropAsync(CancellationToken.None);
    }

    public static async Task FillAsync(ISearchEngine engine, IEnumerable<Statement> statements)
    {
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Load, CancellationToken.None);
        foreach (var batch in statements.Chunk(1_000))
        {
            await writer.ImportAsync(batch, CancellationToken.None);
        }

        await writer.CompleteAsync(CancellationToken.None);
    }
}
