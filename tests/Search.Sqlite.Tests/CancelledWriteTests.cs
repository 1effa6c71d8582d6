using System.Collections;
using Microsoft.Data.Sqlite;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Testing;

namespace Search.Sqlite.Tests;

/// <summary>Batches whose callers have gone before their turn came are dropped; what a call reports as written is there.</summary>
public sealed class CancelledWriteTests : IDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(20);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string ArchivePath => _folder.File("archive.db");

    public void Dispose() => _folder.Dispose();

    /// <summary>Another program holds the file, so that no batch can be begun.</summary>
    [Fact]
    public async Task Import_CancelledBeforeItIsBegun_EndsAtOnceAndWritesNothing()
    {
        await using var engine = SqliteSearchEngine.Open(new SqliteOptions { Path = ArchivePath });
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        using var connection = Connect();
        using var cancelling = new CancellationTokenSource();
        var batch = new ToldBatch("1");
        using (connection.BeginTransaction(deferred: false))
        {
            var import = writer.ImportAsync(batch, cancelling.Token);
            await batch.Read;
            await cancelling.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => import.WaitAsync(s_patience, Cancellation));
        }

        await writer.CompleteAsync(Cancellation);
        Assert.Equal(0, (await engine.StatusAsync(Cancellation)).Statements);
    }

    [Fact]
    public async Task Import_CancelledAmongOthers_LeavesThemToBeWritten()
    {
        await using var engine = SqliteSearchEngine.Open(new SqliteOptions { Path = ArchivePath });
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        using var connection = Connect();
        using var cancelling = new CancellationTokenSource();
        ToldBatch[] batches = [new("1"), new("2"), new("3"), new("4")];
        Task<WriteResult>[] imports;
        using (connection.BeginTransaction(deferred: false))
        {
            imports = [.. batches.Select((batch, index) => writer.ImportAsync(batch, index % 2 == 0 ? Cancellation : cancelling.Token))];
            await Task.WhenAll(batches.Select(batch => batch.Read));
            await cancelling.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => imports[1].WaitAsync(s_patience, Cancellation));
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => imports[3].WaitAsync(s_patience, Cancellation));
            Assert.False(imports[0].IsCompleted || imports[2].IsCompleted);
        }

        Assert.Equal(2, (await imports[0]).Added + (await imports[2]).Added);
        Assert.Equal(2, (await engine.StatusAsync(Cancellation)).Statements);
        Assert.NotNull(await engine.GetAsync("3", Cancellation));
    }

    private SqliteConnection Connect()
    {
        var connection = new SqliteConnection($"Data Source={ArchivePath};Pooling=False");
        connection.Open();
        return connection;
    }

    /// <summary>A batch of one statement that tells when it has been read whole: from then on it waits for nothing but its turn.</summary>
    private sealed class ToldBatch(string id) : IReadOnlyList<Statement>
    {
        private readonly Statement _statement = new StatementBuilder(id) { Body = "The lantern was lit." }.Build();
        private readonly TaskCompletionSource _read = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Read => _read.Task;

        public int Count => 1;

        public Statement this[int index] => _statement;

        public IEnumerator<Statement> GetEnumerator()
        {
            yield return _statement;
            _read.TrySetResult();
        }

        IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
