using Microsoft.Data.Sqlite;
using Search.Archive.Searching;
using Search.Testing;

namespace Search.Sqlite.Tests;

/// <summary>What is no archive is refused with its name, and is afterwards what it was before.</summary>
public sealed class ForeignFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string ArchivePath => _folder.File("archive.db");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("CREATE TABLE recipes (name TEXT)", "not an archive")]
    [InlineData("CREATE TABLE recipes (name TEXT); PRAGMA user_version = 4", "not an archive")]
    [InlineData("PRAGMA journal_mode = WAL; CREATE TABLE recipes (name TEXT)", "not an archive")]
    [InlineData("PRAGMA user_version = 7", "not an archive")]
    [InlineData("PRAGMA application_id = 1234", "not an archive")]
    [InlineData(
        "CREATE TABLE archive (a); CREATE TABLE statement (a); CREATE TABLE statement_index (a); PRAGMA user_version=3", "format 3")]
    [InlineData("CREATE TABLE archive (a); PRAGMA application_id = 1400139124; PRAGMA user_version = 99", "format 99")]
    public void Open_OtherDatabase_IsRefusedAndNotChanged(string sql, string expected)
    {
        Execute(sql);
        var before = FolderState.Of(_folder.Path);

        var exception = Assert.Throws<ArchiveFormatException>(Open);

        Assert.Contains(ArchivePath, exception.Message, StringComparison.Ordinal);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
        Assert.Equal(before, FolderState.Of(_folder.Path));
    }

    [Fact]
    public void Open_OtherDatabaseInUse_IsRefusedAndNotChanged()
    {
        using var other = new SqliteConnection($"Data Source={ArchivePath};Pooling=False");
        other.Open();
        using var command = other.CreateCommand();
        command.CommandText = "PRAGMA journal_mode = WAL; CREATE TABLE recipes (name TEXT); INSERT INTO recipes VALUES ('soup')";
        command.ExecuteNonQuery();
        var before = FolderState.Of(_folder.Path);

        Assert.Throws<ArchiveFormatException>(Open);

        Assert.Equal(before, FolderState.Of(_folder.Path));
        command.CommandText = "SELECT name FROM recipes";
        Assert.Equal("soup", command.ExecuteScalar());
    }

    [Theory]
    [InlineData("Dear reader, this is a letter and no database.")]
    [InlineData("x")]
    public void Open_FileThatIsNoDatabase_IsRefusedAndNotChanged(string text)
    {
        File.WriteAllText(ArchivePath, text);
        var before = FolderState.Of(_folder.Path);

        Assert.Throws<ArchiveFormatException>(Open);

        Assert.Equal(before, FolderState.Of(_folder.Path));
    }

    [Fact]
    public void Open_Folder_IsRefused()
    {
        Directory.CreateDirectory(ArchivePath);

        Assert.Contains("is a folder", Assert.Throws<ArchiveFormatException>(Open).Message, StringComparison.Ordinal);
    }

    /// <summary>An empty file, or a database in which nothing was ever made, may become an archive.</summary>
    [Theory]
    [InlineData(null)]
    [InlineData("VACUUM")]
    public async Task Open_EmptyFile_BecomesAnArchive(string? sql)
    {
        File.WriteAllBytes(ArchivePath, []);
        if (sql is not null)
        {
            Execute(sql);
        }

        await using (Open())
        {
        }

        await using var again = Open();
        Assert.Equal(0, (await again.StatusAsync(TestContext.Current.CancellationToken)).Statements);
    }

    private SqliteSearchEngine Open() => SqliteSearchEngine.Open(new SqliteOptions { Path = ArchivePath });

    private void Execute(string sql)
    {
        using var connection = new SqliteConnection($"Data Source={ArchivePath};Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
