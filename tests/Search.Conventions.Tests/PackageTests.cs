using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Search.Conventions.Tests;

/// <summary>Nothing is referenced that nothing uses.</summary>
public sealed class PackageTests
{
    private const string Transitive = "Transitive";

    /// <summary>What packages are called in code, where that is not their own name.</summary>
    private static readonly Dictionary<string, string> s_namespaces = new(StringComparer.Ordinal)
    {
        ["Humanizer.Core"] = "Humanizer",
        ["Microsoft.Extensions.Logging.Abstractions"] = "Microsoft.Extensions.Logging",
        ["Microsoft.Extensions.TimeProvider.Testing"] = "Microsoft.Extensions.Time.Testing",
        ["PdfPig"] = "UglyToad.PdfPig",
        ["Polly.Core"] = "Polly",
        ["SQLitePCLRaw.bundle_e_sqlite3"] = "SQLitePCL",
        ["Testcontainers"] = "DotNet.Testcontainers",
        ["UTF.Unknown"] = "UtfUnknown",
        ["xunit.v3.assert"] = "Xunit",
        ["xunit.v3.extensibility.core"] = "Xunit",
    };

    /// <summary>What no source names, and why it is there all the same.</summary>
    private static readonly Dictionary<string, string> s_unnamed = new(StringComparer.Ordinal)
    {
        ["Meziantou.Analyzer"] = "reads the sources of every project",
        ["Microsoft.CodeAnalysis.BannedApiAnalyzers"] = "reads the sources of every project",
        ["xunit.v3"] = "runs every test project, which have its namespace from tests/Directory.Build.props",
    };

    private static readonly string[] s_sharedProps = ["Directory.Build.props", "tests/Directory.Build.props"];

    [Fact]
    public void PackageVersions_EachOne_IsReferenced()
    {
        var referenced = Repository.Projects.SelectMany(project => project.Packages).Concat(ReferencedForAll()).ToHashSet();

        Assert.Empty(Versions(isTransitive: false).Except(referenced));
    }

    [Fact]
    public void PackageVersions_HeldForOthers_AreWhatSomePackageAsksFor()
    {
        var asked = Repository.Projects.SelectMany(LockedForOthers).ToHashSet();

        Assert.Empty(Versions(isTransitive: true).Except(asked));
    }

    [Fact]
    public void PackageReferences_OfAProject_AreUsedByItsSources()
    {
        var unused = Repository.Projects.SelectMany(project => project.Packages
            .Where(package => !s_unnamed.ContainsKey(package) && !IsNamedIn(project, s_namespaces.GetValueOrDefault(package, package)))
            .Select(package => $"{project.Name} → {package}"));

        Assert.Empty(unused);
    }

    [Fact]
    public void PackageReferences_OfAllProjects_HaveAReason() => Assert.Empty(ReferencedForAll().Except(s_unnamed.Keys));

    [Fact]
    public void Exceptions_EachOne_IsStillReferenced()
    {
        var referenced = Repository.Projects.SelectMany(project => project.Packages).Concat(ReferencedForAll()).ToHashSet();

        Assert.Empty(s_namespaces.Keys.Concat(s_unnamed.Keys).Except(referenced));
    }

    private static IEnumerable<string> Versions(bool isTransitive) => Load("Directory.Packages.props").Descendants("ItemGroup")
        .Where(group => group.Attribute("Label")?.Value.StartsWith(Transitive, StringComparison.Ordinal) is true == isTransitive)
        .SelectMany(group => group.Elements("PackageVersion"))
        .Select(version => version.Attribute("Include")!.Value);

    private static IEnumerable<string> ReferencedForAll() => s_sharedProps
        .SelectMany(props => Load(props).Descendants("PackageReference"))
        .Select(reference => reference.Attribute("Include")!.Value);

    private static XDocument Load(string path) => XDocument.Load(Path.Combine(Repository.Root, path));

    /// <summary>What a lock file has for the sake of other packages at the version that Directory.Packages.props gives.</summary>
    private static IEnumerable<string> LockedForOthers(Project project)
    {
        using var file = JsonDocument.Parse(File.ReadAllText(Path.Combine(Path.GetDirectoryName(project.Path)!, "packages.lock.json")));
        return
        [
            .. file.RootElement.GetProperty("dependencies").EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.GetProperty("type").GetString() == "CentralTransitive")
                .Select(package => package.Name),
        ];
    }

    /// <summary>In a using or a qualified name; comments do not count.</summary>
    private static bool IsNamedIn(Project project, string name)
    {
        var pattern = new Regex($@"(?<![\w.]){Regex.Escape(name)}(?=[.;\s]|$)");
        var folder = Path.GetDirectoryName(project.Path) + Path.DirectorySeparatorChar;
        return Repository.Files("*.cs").Concat(Repository.Files("*.razor"))
            .Where(path => path.StartsWith(folder, StringComparison.Ordinal))
            .SelectMany(File.ReadLines)
            .Any(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal) && pattern.IsMatch(line));
    }
}
