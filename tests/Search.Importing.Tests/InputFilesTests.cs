using Search.Importing.Files;
using Search.Testing;

namespace Search.Importing.Tests;

public sealed class InputFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_Folder_IsWalkedInOrdinalOrderWithoutHiddenEntries()
    {
        foreach (var name in (string[])["b/2.txt", "b/10.txt", "a.txt", "Z.txt", ".hidden", ".git/x.txt", "c/d/e.txt"])
        {
            Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
            File.WriteAllText(_folder.File(name), name);
        }

        var found = InputFiles.Find([_folder.Path], () => Stream.Null, followLinks: false, TestContext.Current.CancellationToken);

        Assert.Equal(
            ["Z.txt", "a.txt", "b/10.txt", "b/2.txt", "c/d/e.txt"],
            found.Files.Select(file => Path.GetRelativePath(_folder.Path, file.Name).Replace('\\', '/')));
        Assert.Empty(found.Faults);
        Assert.Equal(5, found.Files[0].Length);
    }

    [Fact]
    public void Find_MissingPath_IsAFault()
    {
        var found = InputFiles.Find([_folder.File("none")], () => Stream.Null, followLinks: false, TestContext.Current.CancellationToken);

        Assert.Equal(ImportFaultKinds.Missing, Assert.Single(found.Faults).Kind);
    }

    [Fact]
    public void Find_Minus_IsStandardInputOfUnknownLength()
    {
        var found = InputFiles.Find(["-"], () => Stream.Null, followLinks: false, TestContext.Current.CancellationToken);

        Assert.Null(Assert.Single(found.Files).Length);
    }

    [Fact]
    public void Find_FileThatVanishedSince_IsMissingWhenItIsOpened()
    {
        File.WriteAllText(_folder.File("a.txt"), "a");
        var file = Assert.Single(InputFiles.Find([_folder.Path], () => Stream.Null, false, TestContext.Current.CancellationToken).Files);
        File.Delete(_folder.File("a.txt"));

        var exception = Assert.ThrowsAny<IOException>(file.Open);

        Assert.Equal(ImportFaultKinds.Missing, ImportFault.Of(file.Name, exception).Kind);
    }
}
