using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Testing;
using Search.Testing.Generation;

namespace Search.Sqlite.Tests;

/// <summary>Whatever bit of a file is flipped, a statement that is shown whole is what was written, or is refused by a name.</summary>
public sealed class DamagedArchiveTests : IDisposable
{
    private const int Flips = 100;

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Read_AnyBitFlipped_IsWhatWasWrittenOrRefused()
    {
        var statements = await MakeAsync();
        var bytes = await File.ReadAllBytesAsync(_folder.File("sound.db"), Cancellation);
        var random = new Random(15);
        var refused = 0;
        for (var flip = 0; flip < Flips; flip++)
        {
            var (position, bit) = (random.Next(bytes.Length), 1 << random.Next(8));
            bytes[position] ^= (byte)bit;
            var path = _folder.File($"flipped-{flip}.db");
            await File.WriteAllBytesAsync(path, bytes, Cancellation);
            bytes[position] ^= (byte)bit;

            refused += await RefusesAsync(path, statements) ? 1 : 0;
        }

        Assert.InRange(refused, 1, Flips - 1);
    }

    [Theory]
    [InlineData("UPDATE statement_text SET body = 'The lantern was not lit.' WHERE body LIKE '%was lit%'")]
    [InlineData("UPDATE statement SET day = day + 1")]
    [InlineData("UPDATE issuer SET name = 'Somebody else'")]
    [InlineData("UPDATE source SET name = 'Another gazette'")]
    public async Task Get_ChangedBehindTheEngine_NamesTheStatement(string sql)
    {
        await using var engine = Open(_folder.File("archive.db"));
        var statement = new StatementBuilder("1") { Body = "The lantern was lit.", Issuer = "Harbour Board" }.Build();
        await WriteAsync(engine, statement);
        Execute(sql);
        await using var again = Open(_folder.File("archive.db"));

        var exception = await Assert.ThrowsAsync<ArchiveDamagedException>(() => again.GetAsync(statement.Id.Value, Cancellation));

        Assert.Equal(statement.Id.Value, exception.StatementId);
        await Assert.ThrowsAsync<ArchiveDamagedException>(async () => await again.ReadAllAsync(Cancellation).ToListAsync(Cancellation));
    }

    [Fact]
    public async Task Get_VersionChangedBehindTheEngine_NamesTheStatement()
    {
        await using var engine = Open(_folder.File("archive.db"));
        var statement = new StatementBuilder("1") { Body = "The lantern was lit." };
        await WriteAsync(engine, statement.Build());
        await WriteAsync(engine, (statement with { Body = "The lantern went out." }).Build());
        Assert.Single((await engine.GetAsync("1", Cancellation))!.Versions);
        Execute("UPDATE statement_text SET body = 'The lantern was not lit.' WHERE body LIKE '%was lit%'");

        await Assert.ThrowsAsync<ArchiveDamagedException>(() => engine.GetAsync("1", Cancellation));
        Assert.Contains("earlier capture", Assert.Single((await engine.CheckAsync(null, Cancellation)).Faults), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Restore_OverADamagedStatement_RefusesItAndWritesTheRest()
    {
        await using var engine = Open(_folder.File("archive.db"));
        var statement = new StatementBuilder("1") { Body = "The lantern was lit." };
        await WriteAsync(engine, statement.Build());
        Execute("UPDATE statement_text SET body = 'The lantern was not lit.'");

        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        var result = await writer.RestoreAsync(
            [
                new StatementHistory((statement with { Body = "It went out." }).Build(), []),
                new StatementHistory(new StatementBuilder("2").Build(), []),
            ],
            Cancellation);

        Assert.Equal(statement.Build().Id, Assert.Single(result.Refused).Statement.Id);
        Assert.Equal(1, result.Added);
    }

    [Theory]
    [InlineData("DROP TABLE statement_text")]
    [InlineData("UPDATE statement SET day = 2000000000")]
    [InlineData("UPDATE statement SET row = 4000000000")]
    [InlineData("UPDATE statement SET issuer = 77")]
    [InlineData("UPDATE statement SET capitals = x'ff'")]
    [InlineData("UPDATE statement SET countries = x'000001'")]
    [InlineData("UPDATE statement SET kind = 100")]
    public async Task Search_ColumnsThatCannotHaveBeenWritten_SayThatTheArchiveIsDamaged(string sql)
    {
        var path = _folder.File("archive.db");
        await using (var engine = Open(path))
        {
            await WriteAsync(engine, new StatementBuilder("1") { Body = "The lantern was lit." }.Build());
        }

        Execute(sql);
        await using var again = Open(path);

        await Assert.ThrowsAsync<ArchiveDamagedException>(
            () => again.SearchAsync(new SearchRequest { Query = Match.Word("lantern"), Histogram = true }, Cancellation));
    }

    [Fact]
    public async Task Check_StatementThatCannotBeRead_NamesItAndGoesOn()
    {
        await using var engine = Open(_folder.File("archive.db"));
        await WriteAsync(engine, [.. Enumerable.Range(1, 3).Select(number => new StatementBuilder($"{number}").Build())]);
        Execute("UPDATE statement_text SET captured = 'yesterday' WHERE key = 2; UPDATE statement_text SET body = 'x' WHERE key = 3");

        var check = await engine.CheckAsync(null, Cancellation);

        Assert.Equal((3L, 2), (check.Statements, check.Faults.Count));
    }

    /// <summary>True when something was refused; everything that was not is compared.</summary>
    private static async Task<bool> RefusesAsync(string path, Dictionary<StatementId, string> statements)
    {
        var refused = false;
        SqliteSearchEngine engine;
        try
        {
            engine = Open(path);
        }
        catch (Exception exception) when (IsNamed(exception))
        {
            return true;
        }

        await using (engine)
        {
            foreach (var (id, hash) in statements)
            {
                refused |= !await HoldsAsync(async () =>
                {
                    if (await engine.GetAsync(id.Value, Cancellation) is var (statement, versions))
                    {
                        Assert.Equal(hash, HashOf(statement));
                        Assert.All(versions, version => Assert.StartsWith("Once: ", version.Body, StringComparison.Ordinal));
                    }
                });
            }

            var facets = Enum.GetValues<FacetName>().Select(name => new FacetSelection(name));
            var request = new SearchRequest { Query = Match.Word("the"), Histogram = true, Facets = [.. facets] };
            refused |= !await HoldsAsync(() => engine.SearchAsync(request, Cancellation));
            refused |= !await HoldsAsync(() => engine.SearchAsync(request with { Query = Match.Near(3, "the", "harbour") }, Cancellation));
        }

        return refused;
    }

    private static async Task<bool> HoldsAsync(Func<Task> read)
    {
        try
        {
            await read();
            return true;
        }
        catch (Exception exception) when (IsNamed(exception))
        {
            return false;
        }
    }

    private static bool IsNamed(Exception exception) =>
        exception is ArchiveDamagedException or ArchiveFormatException or EngineUnavailableException;

    private static string HashOf(Statement statement) => Convert.ToHexString(StatementHash.OfContent(statement));

    private async Task<Dictionary<StatementId, string>> MakeAsync()
    {
        await using var engine = Open(_folder.File("sound.db"));
        var statements = FictionalCorpus.Statements(24).ToList();
        await WriteAsync(engine, [.. statements.Select(statement => statement with { Body = $"Once: {statement.Body}" })]);
        await WriteAsync(engine, [.. statements]);
        return statements.ToDictionary(statement => statement.Id, HashOf);
    }

    private static async Task WriteAsync(SqliteSearchEngine engine, params Statement[] statements)
    {
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        await writer.ImportAsync(statements, Cancellation);
    }

    private static SqliteSearchEngine Open(string path) => SqliteSearchEngine.Open(new SqliteOptions { Path = path });

    private void Execute(string sql)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_folder.File("archive.db")};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
