using System.Net.Sockets;
using Search.Importing.Files;
using Search.Testing;

namespace Search.Importing.Tests;

/// <summary>What has a name in a folder and cannot be read like a file. A mistake here shows as a test that never ends.</summary>
public sealed class SpecialFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("pipe.html")]
    [InlineData("pipe.jsonl.gz")]
    public async Task Find_PipeInAFolder_IsAFaultAndTheOthersAreFound(string name)
    {
        await NamedPipe.CreateAsync(_folder.File(name));
        File.WriteAllText(_folder.File("z.txt"), "z");

        var found = Find(_folder.Path);

        Assert.Equal([_folder.File("z.txt")], found.Files.Select(file => file.Name));
        var fault = Assert.Single(found.Faults);
        Assert.Equal(new ImportFault(_folder.File(name), ImportFaultKinds.NotAFile, "It is a named pipe; only files are read."), fault);
    }

    [Fact]
    public async Task Find_PipeGivenByItsName_IsAFault()
    {
        await NamedPipe.CreateAsync(_folder.File("pipe"));

        Assert.Equal(ImportFaultKinds.NotAFile, Assert.Single(Find(_folder.File("pipe")).Faults).Kind);
    }

    [Fact]
    public async Task Find_LinkToAPipe_IsAFaultOnce()
    {
        await NamedPipe.CreateAsync(_folder.File("pipe"));
        File.CreateSymbolicLink(_folder.File("link"), "pipe");

        Assert.Equal(_folder.File("pipe"), Assert.Single(Find(_folder.Path).Faults).Location);
        Assert.Equal(ImportFaultKinds.NotAFile, Assert.Single(Find(_folder.File("link")).Faults).Kind);
    }

    [Fact]
    public void Find_Device_IsAFault()
    {
        Assert.SkipUnless(File.Exists("/dev/zero"), "There is no /dev/zero.");

        Assert.Equal("It is a device; only files are read.", Assert.Single(Find("/dev/zero").Faults).Reason);
    }

    [Fact]
    public void Find_Socket_IsAFault()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Sockets are told from files on Unix only.");
        using var socket = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(_folder.File("socket")));

        Assert.Equal("It is a socket; only files are read.", Assert.Single(Find(_folder.Path).Faults).Reason);
    }

    [Fact]
    public async Task Open_FileThatBecameAPipeSince_IsAFault()
    {
        File.WriteAllText(_folder.File("a.txt"), "a");
        var file = Assert.Single(Find(_folder.Path).Files);
        File.Delete(_folder.File("a.txt"));
        await NamedPipe.CreateAsync(_folder.File("a.txt"));

        var exception = Assert.ThrowsAny<IOException>(file.Open);

        Assert.Equal(ImportFaultKinds.NotAFile, ImportFault.Of(file.Name, exception).Kind);
    }

    private static InputFiles Find(string path) =>
        InputFiles.Find([path], () => Stream.Null, followLinks: false, TestContext.Current.CancellationToken);
}
