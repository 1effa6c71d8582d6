namespace Search.Conventions.Tests;

/// <summary>Who may know whom: the arrows of the README's diagram, and nothing else.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> s_allowed = new()
    {
        ["Search.Core"] = [],
        ["Search.Sqlite"] = ["Search.Core"],
        ["Search.Elasticsearch"] = ["Search.Core"],
        ["Search.Reading"] = ["Search.Core"],
        ["Search.Importing"] = ["Search.Core", "Search.Reading"],
        ["Search.Service"] = ["Search.Core", "Search.Importing", "Search.Reading", "Search.Sqlite", "Search.Elasticsearch"],
        ["Search.Indexer"] = ["Search.Core", "Search.Importing", "Search.Reading", "Search.Service", "Search.Elasticsearch"],
        ["Search.Web"] = ["Search.Core", "Search.Importing", "Search.Service"],
    };

    [Fact]
    public void Projects_References_GoTheWayOfTheDiagram()
    {
        var sources = Repository.Projects.Where(project => project.IsSource).ToList();

        Assert.Equal(s_allowed.Keys.Order(), sources.Select(project => project.Name).Order());
        Assert.All(sources, project => Assert.Subset(s_allowed[project.Name].ToHashSet(), project.References.ToHashSet()));
    }

    [Fact]
    public void Core_Project_HasNoPackages() =>
        Assert.Empty(Repository.Projects.Single(project => project.Name == "Search.Core").Packages);

    [Fact]
    public void Sources_EachProject_HasATestProject()
    {
        var names = Repository.Projects.Select(project => project.Name).ToHashSet();

        Assert.All(Repository.Projects.Where(project => project.IsSource), project => Assert.Contains(project.Name + ".Tests", names));
    }

    [Theory]
    [InlineData("DateTime.Now")]
    [InlineData("DateTime.UtcNow")]
    [InlineData("TimeProvider")]
    [InlineData("File.")]
    [InlineData("Directory.")]
    [InlineData("Environment.Get")]
    [InlineData("HttpClient")]
    [InlineData("Console.")]
    public void Core_Code_HasNoClockFilesNetworkOrConsole(string name)
    {
        var users = Repository.Files("*.cs")
            .Where(path => Repository.Relative(path).StartsWith("src/Search.Core/", StringComparison.Ordinal))
            .Where(path => File.ReadLines(path).Any(line => Uses(line, name)))
            .Select(Repository.Relative);

        Assert.Empty(users);
    }

    private static bool Uses(string line, string name)
    {
        var code = line.TrimStart().StartsWith("//", StringComparison.Ordinal) ? string.Empty : line;
        var at = code.IndexOf(name, StringComparison.Ordinal);
        return at == 0 || (at > 0 && !char.IsLetterOrDigit(code[at - 1]));
    }
}
