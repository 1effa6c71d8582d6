using System.Runtime.Versioning;
using Search.Archive.Freezing;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Testing;

namespace Search.Sqlite.Tests;

/// <summary>An archive on a medium that cannot be written, or of somebody else's, is searched and verified all the same.</summary>
public sealed class ReadOnlyArchiveTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_ReadOnly_IsSearchedAndVerifiedAndLeavesNothing()
    {
        await MakeAsync("archive.db");
        var before = FolderState.Of(_folder.Path);

        await using (var engine = Open("archive.db", readOnly: true))
        {
            await IsSoundAsync(engine);
            var exception = await Assert.ThrowsAsync<ArchiveReadOnlyException>(
                () => engine.OpenWriterAsync(WritePurpose.Update, Cancellation));
            Assert.Contains("read-only", exception.Message, StringComparison.Ordinal);
            await Assert.ThrowsAsync<ArchiveReadOnlyException>(() => engine.KeepAsync(new FrozenText("a", "b"), Cancellation));
            await IsSoundAsync(engine);
        }

        Assert.Equal(before, FolderState.Of(_folder.Path));
    }

    [Fact]
    public async Task Open_CopyOfTheFileAlone_IsSearchedAndVerified()
    {
        await MakeAsync("archive.db");
        var backup = Directory.CreateDirectory(_folder.File("backup"));
        File.Copy(_folder.File("archive.db"), Path.Combine(backup.FullName, "copy.db"));
        var before = FolderState.Of(backup.FullName);

        await using (var engine = Open("backup/copy.db", readOnly: true))
        {
            await IsSoundAsync(engine);
        }

        Assert.Equal(before, FolderState.Of(backup.FullName));
    }

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public async Task Open_FileAndFolderWithoutTheRightToWrite_IsSearchedAndVerified()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows keeps rights in another way.");
        Assert.SkipWhen(Environment.IsPrivilegedProcess, "Who may do everything may write everywhere.");
        await MakeAsync("archive.db");
        var file = _folder.File("archive.db");
        File.SetUnixFileMode(file, UnixFileMode.UserRead);
        try
        {
            await IsSearchedOnlyAsync();
            File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
            await IsSearchedOnlyAsync();
            File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            await IsSearchedOnlyAsync();
        }
        finally
        {
            File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Who has more rights writes beside the reader: in the log at first, in the file when it is closed.</summary>
    [Fact]
    public async Task Search_ReadOnlyWhileAnotherWrites_SeesWhatWasWritten()
    {
        await MakeAsync("archive.db");
        await using var reader = Open("archive.db", readOnly: true);
        Assert.Equal(1, await CountAsync(reader, "lantern"));

        await using (var writing = Open("archive.db", readOnly: false))
        {
            await WriteAsync(writing, new StatementBuilder("2") { Body = "Another lantern." });
            Assert.Equal(2, await CountAsync(reader, "lantern"));
            await WriteAsync(writing, new StatementBuilder("3") { Body = "A third lantern." });
        }

        Assert.Equal(3, await CountAsync(reader, "lantern"));
    }

    [Fact]
    public void Open_ReadOnlyWhereNothingIs_MakesNothing()
    {
        Assert.Throws<ArchiveReadOnlyException>(() => Open("archive.db", readOnly: true));

        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    private async Task IsSearchedOnlyAsync()
    {
        await using var engine = Open("archive.db", readOnly: false);
        await IsSoundAsync(engine);
        await Assert.ThrowsAsync<ArchiveReadOnlyException>(() => engine.OpenWriterAsync(WritePurpose.Update, Cancellation));
    }

    private static async Task IsSoundAsync(SqliteSearchEngine engine)
    {
        Assert.Equal(1, await CountAsync(engine, "lantern"));
        Assert.NotNull(await engine.GetAsync("1", Cancellation));
        var check = await engine.CheckAsync(null, Cancellation);
        Assert.Equal((1L, 0), (check.Statements, check.Faults.Count));
    }

    private async Task MakeAsync(string name)
    {
        await using var engine = Open(name, readOnly: false);
        await WriteAsync(engine, new StatementBuilder("1") { Body = "The lantern was lit." });
    }

    private static async Task WriteAsync(SqliteSearchEngine engine, StatementBuilder statement)
    {
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        await writer.ImportAsync([statement.Build()], Cancellation);
    }

    private static async Task<long> CountAsync(SqliteSearchEngine engine, string word) =>
        (await engine.SearchAsync(new SearchRequest { Query = Match.Word(word) }, Cancellation)).Total;

    private SqliteSearchEngine Open(string name, bool readOnly) =>
        SqliteSearchEngine.Open(new SqliteOptions { Path = _folder.File(name), ReadOnly = readOnly });
}
