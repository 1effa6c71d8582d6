using System.IO.Compression;
using System.Text;
using Search.Archive;
using Search.Elasticsearch;
using Search.Elasticsearch.Configuration;
using Search.Importing;
using Search.Importing.Files;
using Search.Importing.Samples;
using Search.Reading;
using Search.Service.Composition;
using Search.Sqlite;
using Search.Testing;
using Search.Testing.Servers;

namespace Search.Indexer.Tests;

/// <summary>
/// What a rebuild works out anew from an archive is what the import wrote into it: nothing changes, on either engine, and the archive
/// is the same by its content before and after.
/// </summary>
public sealed class RebuildAfterImportTests
{
    /// <summary>Lines of a large file that are taken, spread over all of it.</summary>
    private const int Slice = 1_500;

    public static TheoryData<string, string> Archives =>
        new MatrixTheoryData<string, string>(
            [EngineNames.Sqlite, EngineNames.Elasticsearch],
            ["samples", "pages", "data/statements/functional.jsonl", "data/statements/kcna-2011-2012.jsonl.gz"]);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Archives))]
    public async Task Rebuild_AfterAnImport_ChangesNothing(string engineName, string statements)
    {
        using var folder = new TemporaryFolder();
        await using var archive = Open(engineName, folder);
        var engine = archive.Engine;
        await engine.ConnectAsync(Cancellation);
        var imported = await new ImportPipeline(new StatementFileReader(), TimeProvider.System).RunAsync(
            Input(statements), engine, new ImportOptions(), _ => { }, progress: null, Cancellation);
        Assert.Null(imported.Failure);
        var before = await engine.CheckAsync(null, Cancellation);

        var report = await new ArchiveRebuilder(new ImportOptions()).RebuildAsync(engine, null, Cancellation);

        var after = await engine.CheckAsync(null, Cancellation);
        Assert.True(report.Statements > 10);
        Assert.Equal((imported.Added, 0, 0, 0), (report.Statements, report.Changed, report.Skipped, report.Refused.Count));
        Assert.Equal((before.Statements, before.ContentHash), (after.Statements, after.ContentHash));
        Assert.Empty(before.Faults.Concat(after.Faults));
    }

    private static OpenArchive Open(string engineName, TemporaryFolder folder) => engineName == EngineNames.Sqlite
        ? new OpenArchive(SqliteSearchEngine.Open(new SqliteOptions { Path = folder.File("archive.db") }))
        : new OpenArchive(new ElasticsearchSearchEngine(new ElasticsearchOptions
        {
            Urls = [ElasticsearchServer.Require().OriginalString],
            Index = $"test-{Guid.NewGuid():N}",
        }));

    private static InputFiles Input(string statements) => statements switch
    {
        "samples" => SampleLoader.Files,
        "pages" => InputFiles.Find(
            [Checkout.File("tests/Search.Reading.Tests/Fixtures")], () => Stream.Null, followLinks: false, Cancellation),
        _ => new InputFiles([SliceOf(SharedData.Require(statements))], []),
    };

    private static InputFile SliceOf(string path)
    {
        using var file = File.OpenRead(path);
        var isPacked = path.EndsWith(".gz", StringComparison.Ordinal);
        using var text = new StreamReader(isPacked ? new GZipStream(file, CompressionMode.Decompress) : file);
        var lines = text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var step = Math.Max(1, lines.Length / Slice);
        var slice = Encoding.UTF8.GetBytes(string.Join('\n', lines.Where((_, number) => number % step == 0)));
        var name = isPacked ? Path.GetFileNameWithoutExtension(path) : Path.GetFileName(path);
        return new InputFile(name, slice.Length, () => new MemoryStream(slice));
    }

    /// <summary>An archive that is gone with the test.</summary>
    private sealed class OpenArchive(ISearchEngine engine) : IAsyncDisposable
    {
        public ISearchEngine Engine => engine;

        public async ValueTask DisposeAsync()
        {
            if (engine is ElasticsearchSearchEngine elasticsearch)
            {
                await elasticsearch.DropAsync(CancellationToken.None);
            }

            await engine.DisposeAsync();
        }
    }
}
