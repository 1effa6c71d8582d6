using Microsoft.Data.Sqlite;
using Search.Archive;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Testing;

namespace Search.Sqlite.Tests;

/// <summary>What happens to the file: other programs that write it, damage, foreign files, time that runs out.</summary>
public sealed class ArchiveFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Search_AfterAnotherEngineWrote_SeesWhatItWrote()
    {
        await using var reader = Open();
        await using var other = Open();
        await WriteAsync(reader, new StatementBuilder("1") { Body = "The lantern was lit." });
        Assert.Equal("1", await FindAsync(reader, "lantern"));

        await WriteAsync(
            other,
            new StatementBuilder("1") { Body = "The lantern went out.", Issued = new(2029, 1, 1) },
            new StatementBuilder("2") { Body = "A lantern for everybody.", Issued = null });

        Assert.Equal("1 2", await FindAsync(reader, "lantern"));
        Assert.Equal(string.Empty, await FindAsync(reader, "lit"));
        Assert.Equal("2", await FindAsync(reader, "everybody"));
    }

    [Fact]
    public async Task Open_AfterClosing_HoldsWhatWasWritten()
    {
        await using (var engine = Open())
        {
            await WriteAsync(engine, new StatementBuilder("1") { Body = "The lantern was lit." });
        }

        await using var again = Open();

        Assert.Equal("1", await FindAsync(again, "lantern"));
        Assert.Empty((await again.CheckAsync(null, Cancellation)).Faults);
    }

    /// <summary>
    /// What a full disk or a lost machine leaves: the first page is moved from the log already, and counts pages that are not.
    /// </summary>
    [Fact]
    public async Task Open_MovingTheLogWasCutOff_HoldsWhatWasWritten()
    {
        var copy = _folder.File("copy.db");
        await using (var engine = Open())
        {
            await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
            var statements = Enumerable.Range(0, 200)
                .Select(number => new StatementBuilder($"{number}") { Body = $"Buoy {number} was lit." });
            await writer.ImportAsync([.. statements.Select(statement => statement.Build())], Cancellation);
            File.Copy(_folder.File("archive.db"), copy);
            File.Copy(_folder.File("archive.db-wal"), copy + "-wal");
        }

        using (var cutOff = File.OpenWrite(copy))
        {
            var whole = await File.ReadAllBytesAsync(_folder.File("archive.db"), Cancellation);
            Assert.True(cutOff.Length < whole.Length);
            cutOff.Write(whole.AsSpan(0, 4096));
        }

        await using var again = SqliteSearchEngine.Open(new SqliteOptions { Path = copy });
        Assert.Equal("117", await FindAsync(again, "117"));
        Assert.Empty((await again.CheckAsync(null, Cancellation)).Faults);
    }

    [Fact]
    public async Task Search_WhileAnotherWrites_AnswersWithoutWaiting()
    {
        await using var engine = Open();
        await WriteAsync(engine, new StatementBuilder("1") { Body = "The lantern was lit." });
        using var connection = new SqliteConnection($"Data Source={_folder.File("archive.db")};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction(deferred: false);

        Assert.Equal("1", await FindAsync(engine, "lantern"));
    }

    [Fact]
    public void Open_FileOfSomethingElse_IsRefusedByName()
    {
        var path = _folder.File("archive.db");
        using (var connection = new SqliteConnection($"Data Source={path};Pooling=False"))
        {
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE recipes (name TEXT)";
            command.ExecuteNonQuery();
        }

        var exception = Assert.Throws<ArchiveFormatException>(Open);

        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
        Assert.Contains("not an archive", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_FileThatIsNoDatabase_IsRefusedByName()
    {
        var path = _folder.File("archive.db");
        File.WriteAllText(path, new string('x', 5_000));

        var exception = Assert.Throws<ArchiveFormatException>(Open);

        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_TextChangedBehindTheEngine_NamesTheStatement()
    {
        await using var engine = Open();
        var statement = new StatementBuilder("1") { Body = "The lantern was lit." };
        await WriteAsync(engine, statement, new StatementBuilder("2") { Body = "Nothing else happened." });
        Execute("UPDATE statement_text SET body = 'The lantern was not lit.' WHERE body LIKE '%lantern%'");

        var check = await engine.CheckAsync(null, Cancellation);

        Assert.Contains(statement.Build().Id.Value, Assert.Single(check.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_EntryOfTheIndexLost_SaysSo()
    {
        await using var engine = Open();
        await WriteAsync(engine, new StatementBuilder("1"), new StatementBuilder("2"));
        Execute("DELETE FROM statement_index_docsize WHERE id IN (SELECT row FROM statement WHERE source_id = '1')");

        var check = await engine.CheckAsync(null, Cancellation);

        Assert.Contains(check.Faults, fault => fault.Contains("1 statements are not in the index", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Check_CapitalsLost_NamesTheStatement()
    {
        await using var engine = Open();
        var statement = new StatementBuilder("1") { Title = "Lanterns", Body = "The lantern was lit." };
        await WriteAsync(engine, statement, new StatementBuilder("2") { Title = "in lower case", Body = "and so is this" });
        Execute("UPDATE statement SET capitals = NULL");

        var check = await engine.CheckAsync(null, Cancellation);

        Assert.Contains(statement.Build().Id.Value, Assert.Single(check.Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Revise_OfTheSame_MendsTheIndexAndChangesNothing()
    {
        await using var engine = Open();
        var statements = new[] { new StatementBuilder("1") { Body = "The lantern was lit." }, new StatementBuilder("2") };
        await WriteAsync(engine, statements);
        Execute("DELETE FROM statement_index_docsize; UPDATE statement SET tokens = 0, capitals = NULL");

        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation))
        {
            var result = await writer.ReviseAsync(
                [.. statements
                    .Select(statement => statement.Build())
                    .Select(statement => new RevisedStatement(statement, StatementHash.OfContent(statement)))],
                Cancellation);
            Assert.Equal(2, result.Unchanged);
        }

        Assert.Empty((await engine.CheckAsync(null, Cancellation)).Faults);
        Assert.Equal("1", await FindAsync(engine, "lantern"));
        Assert.Equal(0, (await engine.StatusAsync(Cancellation)).Versions);
    }

    [Fact]
    public async Task Search_WithoutTime_IsPartialOrRefusedAndNeverAnEmptyPage()
    {
        await using var engine = Open();
        await WriteAsync(
            engine, [.. Enumerable.Range(0, 1_200).Select(number => new StatementBuilder($"{number}") { Body = "The lantern was lit." })]);
        var request = new SearchRequest { Query = Match.Word("lantern"), Budget = TimeSpan.Zero };

        var page = await engine.SearchAsync(request, Cancellation);

        Assert.False(page.Complete);
        Assert.InRange(page.Total, 1, 1_199);
        await Assert.ThrowsAsync<QueryTooCostlyException>(
            () => engine.SearchAsync(request with { Query = Match.Near(3, "lantern", "lit") }, Cancellation));
    }

    /// <summary>Weighing a word is a few steps of SQLite's; after some hundred words the deadline is met while one is weighed.</summary>
    [Fact]
    public async Task Search_DeadlineMetWhileRanking_IsTooCostlyAndNotAnEngineThatIsAway()
    {
        await using var engine = Open();
        await WriteAsync(engine, new StatementBuilder("1") { Body = "The lantern was lit." });
        var tooCostly = 0;
        for (var number = 0; number < 2_000; number++)
        {
            try
            {
                var request = new SearchRequest { Query = Match.Word($"unheard{number}"), Budget = TimeSpan.Zero };
                await engine.SearchAsync(request, Cancellation);
            }
            catch (QueryTooCostlyException)
            {
                tooCostly++;
            }
        }

        Assert.InRange(tooCostly, 1, 1_999);
        Assert.Equal("1", await FindAsync(engine, "lantern"));
    }

    private SqliteSearchEngine Open() => SqliteSearchEngine.Open(new SqliteOptions { Path = _folder.File("archive.db") });

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={_folder.File("archive.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static async Task WriteAsync(ISearchEngine engine, params StatementBuilder[] statements)
    {
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        await writer.ImportAsync([.. statements.Select(statement => statement.Build())], Cancellation);
        await writer.CompleteAsync(Cancellation);
    }

    private static async Task<string> FindAsync(ISearchEngine engine, string word)
    {
        var page = await engine.SearchAsync(new SearchRequest { Query = Match.Word(word) }, Cancellation);
        return string.Join(' ', page.Hits.Select(hit => hit.Statement.SourceId).Order());
    }
}
