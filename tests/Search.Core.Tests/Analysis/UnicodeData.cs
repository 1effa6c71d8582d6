using System.Diagnostics;
using System.Globalization;

namespace Search.Core.Tests.Analysis;

/// <summary>The data files of the Unicode standard, as Debian's package unicode-data lays them down.</summary>
internal static class UnicodeData
{
    private const string Folder = "/usr/share/unicode";

    /// <summary>The lines of a file without comments and blanks. Skips the test where the files are absent.</summary>
    public static async Task<IReadOnlyList<string>> ReadLinesAsync(string name)
    {
        var path = Path.Combine(Folder, name);
        Assert.SkipUnless(File.Exists(path), $"No {path}: install the package unicode-data.");
        var lines = path.EndsWith(".bz2", StringComparison.Ordinal)
            ? await UnpackAsync(path)
            : await File.ReadAllLinesAsync(path, TestContext.Current.CancellationToken);
        return [.. lines.Where(line => line.Length > 0 && line[0] is not '#')];
    }

    /// <summary>The code points in front of the semicolon.</summary>
    public static IEnumerable<int> RangeOf(string line)
    {
        var bounds = line.Split(';')[0].Trim().Split("..")
            .Select(hex => int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture))
            .ToArray();
        return Enumerable.Range(bounds[0], bounds[^1] - bounds[0] + 1);
    }

    private static async Task<string[]> UnpackAsync(string path)
    {
        Assert.SkipUnless(File.Exists("/usr/bin/bzcat") || File.Exists("/bin/bzcat"), "No bzcat.");
        using var process = Process.Start(
            new ProcessStartInfo("bzcat", [path]) { RedirectStandardOutput = true, UseShellExecute = false })!;
        var text = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return text.Split('\n');
    }
}
