namespace Search.Conventions.Tests;

/// <summary>Who may know whom: the arrows of the README's diagram, and nothing else.</summary>
public sealed class ArchitectureTests
{
    [Fact]
    public void Projects_References_AreTheArrowsOfTheReadme()
    {
        var arrows = Repository.Projects.Where(project => project.IsSource).Select(project =>
            $"{project.Name} → {string.Join(", ", project.References.Order(StringComparer.Ordinal).DefaultIfEmpty("nothing"))}");

        Assert.Equal(arrows.Order(StringComparer.Ordinal), ReadmeArrows().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Readme_Arrows_LeadDownOnly()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);

        Assert.All(ReadmeArrows(), arrow =>
        {
            seen.Add(arrow.Split(" → ")[0]);
            Assert.DoesNotContain(arrow.Split(" → ")[1].Split(", "), seen.Contains);
        });
    }

    [Theory]
    [InlineData("Search.Core")]
    [InlineData("Search.Archive")]
    [InlineData("Search.Queries")]
    public void PureFloors_Project_HasNoPackages(string name) =>
        Assert.Empty(Repository.Projects.Single(project => project.Name == name).Packages);

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
    public void PureFloors_Code_HasNoClockFilesNetworkOrConsole(string name)
    {
        var users = Repository.Files("*.cs")
            .Where(path => Repository.Relative(path).Split('/') is ["src", "Search.Core" or "Search.Archive" or "Search.Queries", ..])
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

    /// <summary>The diagram's lines, what each knows in alphabetical order.</summary>
    private static List<string> ReadmeArrows() =>
    [
        .. from line in Repository.Read("README.md").Split('\n')
           where line.StartsWith("Search.", StringComparison.Ordinal) && line.Contains(" → ", StringComparison.Ordinal)
           let sides = line.Split(" → ")
           select $"{sides[0].TrimEnd()} → {string.Join(", ", sides[1].Trim().Split(", ").Order(StringComparer.Ordinal))}",
    ];
}
