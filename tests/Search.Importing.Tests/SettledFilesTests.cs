using Search.Importing.Watching;

namespace Search.Importing.Tests;

public sealed class SettledFilesTests
{
    private static readonly DateTime s_noon = new(2031, 3, 4, 12, 0, 0, DateTimeKind.Utc);
    private readonly SettledFiles _files = new();

    [Fact]
    public void Observe_FileSeenTwiceAlike_IsSettled()
    {
        Assert.Empty(_files.Observe([Stamp("a", 1)]));
        Assert.Equal(["a"], _files.Observe([Stamp("a", 1)]));
    }

    [Fact]
    public void Observe_GrowingFile_WaitsUntilItIsWhole()
    {
        _files.Observe([Stamp("a", 1)]);

        Assert.Empty(_files.Observe([Stamp("a", 2)]));
        Assert.Empty(_files.Observe([Stamp("a", 3)]));
        Assert.Equal(["a"], _files.Observe([Stamp("a", 3)]));
    }

    [Fact]
    public void Observe_TakenFile_IsNotOfferedAgainUntilItChanges()
    {
        _files.Observe([Stamp("a", 1)]);
        _files.Take(_files.Observe([Stamp("a", 1)]));

        Assert.Empty(_files.Observe([Stamp("a", 1)]));
        Assert.Empty(_files.Observe([Stamp("a", 2)]));
        Assert.Equal(["a"], _files.Observe([Stamp("a", 2)]));
    }

    [Fact]
    public void Observe_FileNotTaken_IsOfferedAgain()
    {
        _files.Observe([Stamp("a", 1)]);
        _files.Observe([Stamp("a", 1)]);

        Assert.Equal(["a"], _files.Observe([Stamp("a", 1)]));
    }

    [Fact]
    public void Observe_FileThatWentAndCameBack_IsOfferedAgain()
    {
        _files.Observe([Stamp("a", 1)]);
        _files.Take(_files.Observe([Stamp("a", 1)]));
        _files.Observe([]);
        _files.Observe([Stamp("a", 1)]);

        Assert.Equal(["a"], _files.Observe([Stamp("a", 1)]));
    }

    private static FileStamp Stamp(string path, long length) => new(path, length, s_noon);
}
