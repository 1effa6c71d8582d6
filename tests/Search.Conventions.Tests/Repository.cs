using System.Xml.Linq;

namespace Search.Conventions.Tests;

/// <summary>The files of the checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = FindRoot();

    public static IReadOnlyList<Project> Projects { get; } =
        [.. Files("*.csproj").Select(path => new Project(Path.GetFileNameWithoutExtension(path), path, XDocument.Load(path)))];

    public static string Read(string relativePath) => File.ReadAllText(Path.Combine(Root, relativePath));

    /// <summary>Files of the sources and tests, without what builds make.</summary>
    public static IEnumerable<string> Files(string pattern) => new[] { "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
        .Where(path => !Relative(path).Split('/').Any(part => part is "bin" or "obj"))
        .Order(StringComparer.Ordinal);

    public static string Relative(string path) => Path.GetRelativePath(Root, path).Replace('\\', '/');

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Search.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests do not run inside the checkout.");
    }
}

internal sealed record Project(string Name, string Path, XDocument Content)
{
    public bool IsSource => Repository.Relative(Path).StartsWith("src/", StringComparison.Ordinal);

    public IEnumerable<string> References => Content.Descendants("ProjectReference")
        .Select(reference => System.IO.Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

    public IEnumerable<string> Packages =>
        Content.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value);
}
