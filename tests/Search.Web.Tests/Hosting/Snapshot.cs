namespace Search.Web.Tests.Hosting;

/// <summary>Compares with what is pinned beside the tests; with SEARCH_WRITE_SNAPSHOTS=1 it pins anew.</summary>
internal static class Snapshot
{
    public static async Task MatchesAsync(string name, string actual)
    {
        var path = Path.Combine(Root(), "tests", "Search.Web.Tests", "Snapshots", name);
        actual = actual.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("SEARCH_WRITE_SNAPSHOTS") == "1")
        {
            await File.WriteAllTextAsync(path, actual);
        }

        Assert.Equal(await File.ReadAllTextAsync(path), actual, ignoreLineEndingDifferences: true);
    }

    public static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Search.sln")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
