using Xunit;

namespace Search.Testing;

/// <summary>
/// Real statements and labels that lie beside the checkout on some machines. They are never part of the project: a test
/// that wants them says so and is skipped with the reason where they are absent.
/// </summary>
public static class SharedData
{
    private static readonly string? s_root = Find();

    /// <summary>The reason to skip; null when the data is there.</summary>
    public static string? Missing => s_root is null ? "No folder ../shared beside the checkout." : null;

    /// <summary>The path of a file or folder in the shared folder, such as <c>data/seeds</c>. Skips the test when absent.</summary>
    public static string Require(string relativePath)
    {
        Assert.SkipWhen(s_root is null, "No folder ../shared beside the checkout.");
        return Path.Combine(s_root!, relativePath);
    }

    private static string? Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Search.sln")))
            {
                var shared = Path.Combine(folder.Parent?.FullName ?? "/", "shared");
                return Directory.Exists(Path.Combine(shared, "data")) ? shared : null;
            }
        }

        return null;
    }
}
