using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Testing;
using Search.Testing.Engines;

namespace Search.Importing.Tests;

public sealed class ArchiveRebuilderTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Rebuild_StatementImportedMeanwhile_StaysAsItWasImported()
    {
        await using var archive = new InMemoryEngine();
        await ImportAsync(archive, new("1") { Body = "Japan waits." }, new("2") { Body = "Japan waits." });
        var changed = new StatementBuilder("1") { Body = "Chile waits." };
        await using var engine = new ChangingEngine(archive, () => ImportAsync(archive, changed));

        var report = await new ArchiveRebuilder(new ImportOptions()).RebuildAsync(engine, null, Cancellation);

        Assert.Equal((2, 1), (report.Statements, report.Skipped));
        var (statement, versions) = (await archive.GetAsync("1", Cancellation))!;
        Assert.Equal("Chile waits.", statement.Body);
        Assert.Single(versions);
        Assert.Equal(["JP"], (await archive.GetAsync("2", Cancellation))!.Statement.Countries.Select(mention => mention.Code));
    }

    private static async Task ImportAsync(InMemoryEngine engine, params StatementBuilder[] statements)
    {
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        await writer.ImportAsync([.. statements.Select(statement => statement.Build())], Cancellation);
    }

    /// <summary>Another importer writes when everything has been read and nothing is written yet.</summary>
    private sealed class ChangingEngine(InMemoryEngine inner, Func<Task> change) : WrappedEngine(() => inner)
    {
        public override Task<IStatementWriter> OpenWriterAsync(WritePurpose purpose, CancellationToken cancellationToken) =>
            Task.FromResult<IStatementWriter>(new ChangingWriter(inner, change, purpose));

        private sealed class ChangingWriter(InMemoryEngine inner, Func<Task> change, WritePurpose purpose) : IStatementWriter
        {
            public int WritesAtOnce => 1;

            public Task<WriteResult> ImportAsync(IReadOnlyList<Statement> batch, CancellationToken cancellationToken) =>
                throw new NotSupportedException();

            public async Task<WriteResult> ReviseAsync(IReadOnlyList<RevisedStatement> batch, CancellationToken cancellationToken)
            {
                await change();
                await using var writer = await inner.OpenWriterAsync(purpose, cancellationToken);
                return await writer.ReviseAsync(batch, cancellationToken);
            }

            public Task<WriteResult> RestoreAsync(IReadOnlyList<StatementHistory> batch, CancellationToken cancellationToken) =>
                throw new NotSupportedException();

            public Task<int> NoteMissingAsync(string source, IReadOnlySet<string> listed, CancellationToken cancellationToken) =>
                throw new NotSupportedException();

            public Task CompleteAsync(CancellationToken cancellationToken) => Task.CompletedTask;

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }
}
