using Search.Importing.Files;
using Search.Testing;

namespace Search.Importing.Tests;

public sealed class FolderLinksTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Find_LinkInACircle_EndsAndFindsEachFileOnce()
    {
        Write("in/a/x.txt");
        Directory.CreateSymbolicLink(_folder.File("in/a/circle"), _folder.File("in"));

        Assert.Equal(["in/a/x.txt"], Names(Find(followLinks: false)));
        Assert.Equal(["in/a/x.txt"], Names(Find(followLinks: true)));
    }

    [Fact]
    public void Find_LinksThatLeadToEachOther_AreAFaultEach()
    {
        Write("in/x.txt");
        File.CreateSymbolicLink(_folder.File("in/one"), "other");
        File.CreateSymbolicLink(_folder.File("in/other"), "one");

        var found = Find(followLinks: false);

        Assert.Equal(["in/x.txt"], Names(found));
        Assert.Equal(2, found.Faults.Count(fault => fault is { Kind: ImportFaultKinds.Unreadable, Reason: "The link leads in a circle." }));
    }

    [Fact]
    public void Find_LinkToAFileOfTheSameFolder_IsThatFileOnce()
    {
        Write("in/b/z.txt");
        File.CreateSymbolicLink(_folder.File("in/a.txt"), "b/z.txt");

        var found = Find(followLinks: false);

        Assert.Equal(["in/b/z.txt"], Names(found));
        Assert.Empty(found.Faults);
    }

    [Fact]
    public void Find_LinksToAHiddenFile_AreThatFileOnceUnderTheFirstName()
    {
        Write("in/.store/z");
        File.CreateSymbolicLink(_folder.File("in/b.txt"), ".store/z");
        File.CreateSymbolicLink(_folder.File("in/a.txt"), "b.txt");

        var file = Assert.Single(Find(followLinks: false).Files);

        Assert.Equal(_folder.File("in/a.txt"), file.Name);
        Assert.Equal("in/.store/z".Length, file.Length);
    }

    [Fact]
    public void Find_LinkOutOfTheFolder_IsFollowedOnlyWhenAsked()
    {
        Write("out/far.txt");
        Write("out/deep/farther.txt");
        Directory.CreateDirectory(_folder.File("in"));
        File.CreateSymbolicLink(_folder.File("in/far.txt"), "../out/far.txt");
        Directory.CreateSymbolicLink(_folder.File("in/deep"), "../out/deep");

        var without = Find(followLinks: false);

        Assert.Empty(without.Files);
        Assert.Equal([ImportFaultKinds.Outside, ImportFaultKinds.Outside], without.Faults.Select(fault => fault.Kind));
        Assert.Equal(["in/deep/farther.txt", "in/far.txt"], Names(Find(followLinks: true)));
    }

    [Fact]
    public void Find_LinkOutOfAFolderWhoseNameBeginsAlike_LeadsOut()
    {
        Write("in-other/far.txt");
        Directory.CreateDirectory(_folder.File("in"));
        File.CreateSymbolicLink(_folder.File("in/far.txt"), "../in-other/far.txt");

        Assert.Equal(ImportFaultKinds.Outside, Assert.Single(Find(followLinks: false).Faults).Kind);
    }

    [Fact]
    public void Find_LinkToNothing_IsMissing()
    {
        Directory.CreateDirectory(_folder.File("in"));
        File.CreateSymbolicLink(_folder.File("in/a.txt"), "gone.txt");

        Assert.Equal(ImportFaultKinds.Missing, Assert.Single(Find(followLinks: false).Faults).Kind);
    }

    [Fact]
    public void Find_LinkGivenByItsName_IsFollowed()
    {
        Write("out/far.txt");
        Directory.CreateSymbolicLink(_folder.File("in"), "out");

        Assert.Equal(["in/far.txt"], Names(Find(followLinks: false)));
    }

    private void Write(string name)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(name))!);
        File.WriteAllText(_folder.File(name), name);
    }

    private InputFiles Find(bool followLinks) =>
        InputFiles.Find([_folder.File("in")], () => Stream.Null, followLinks, TestContext.Current.CancellationToken);

    private IEnumerable<string> Names(InputFiles found) =>
        found.Files.Select(file => Path.GetRelativePath(_folder.Path, file.Name).Replace('\\', '/'));
}
