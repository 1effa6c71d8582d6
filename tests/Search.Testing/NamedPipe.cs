using System.Diagnostics;
using Xunit;

namespace Search.Testing;

/// <summary>A pipe that has a name in a folder: to open it for reading is to wait until somebody opens it for writing.</summary>
public static class NamedPipe
{
    /// <summary>Makes one; the test is skipped on Windows, whose pipes do not lie in folders.</summary>
    public static async Task CreateAsync(string path)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Named pipes lie in folders on Unix only.");
        using var make = Process.Start("mkfifo", [path]);
        await make.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, make.ExitCode);
    }
}
