using Search.Archive.Storing;
using Search.Sqlite.Indexing;
using Search.Sqlite.Searching;
using Search.Sqlite.Storage;
using Search.Testing;

namespace Search.Sqlite.Tests.Searching;

public sealed class VocabularyTests
{
    [Fact]
    public async Task Similar_ReaderIsGone_StopsReading()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("archive.db");
        await using (var engine = SqliteSearchEngine.Open(new SqliteOptions { Path = path }))
        {
            await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, TestContext.Current.CancellationToken);
            await writer.ImportAsync(
                [new StatementBuilder("1") { Body = "The harbour is open." }.Build()], TestContext.Current.CancellationToken);
            await writer.CompleteAsync(TestContext.Current.CancellationToken);
        }

        using var connections = new ArchiveConnections(path, readOnly: false);
        using var session = ReadSession.Begin(connections, new ColumnsCache());

        Assert.Equal(["harbour"], Vocabulary.Similar(session, "harbuor", 5, CancellationToken.None));
        Assert.Throws<OperationCanceledException>(() => Vocabulary.Similar(session, "harbuor", 5, new CancellationToken(canceled: true)));
    }
}
