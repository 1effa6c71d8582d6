using System.Xml.Linq;

namespace Search.Conventions.Tests;

/// <summary>One place for versions and one for gates.</summary>
public sealed class BuildTests
{
    [Fact]
    public void Projects_PackageReferences_NameNoVersion() => Assert.All(
        Repository.Projects,
        project => Assert.DoesNotContain(
            project.Content.Descendants("PackageReference"), reference => reference.Attribute("Version") is not null));

    [Theory]
    [InlineData("TreatWarningsAsErrors")]
    [InlineData("NoWarn")]
    [InlineData("WarningsNotAsErrors")]
    [InlineData("AnalysisLevel")]
    [InlineData("Nullable")]
    [InlineData("TargetFramework")]
    public void Projects_Gates_StandInTheBuildPropsOnly(string gate) =>
        Assert.All(Repository.Projects, project => Assert.Empty(project.Content.Descendants(gate)));

    [Fact]
    public void Projects_EachOne_IsInTheSolution()
    {
        var solution = Repository.Read("Search.sln");

        Assert.All(Repository.Projects, project => Assert.Contains($"\"{project.Name}\"", solution, StringComparison.Ordinal));
    }

    [Fact]
    public void Projects_EachOne_HasALockFile() =>
        Assert.All(
            Repository.Projects,
            project => Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(project.Path)!, "packages.lock.json"))));

    [Fact]
    public void PackageVersions_EachOne_IsUsed()
    {
        var props = XDocument.Load(Path.Combine(Repository.Root, "Directory.Packages.props"));
        var everywhere = XDocument.Load(Path.Combine(Repository.Root, "Directory.Build.props"));
        var used = Repository.Projects.SelectMany(project => project.Packages)
            .Concat(everywhere.Descendants("PackageReference").Select(reference => reference.Attribute("Include")!.Value))
            .Append("xunit.v3")
            .ToHashSet();
        var held = props.Descendants("ItemGroup")
            .Where(group => group.Attribute("Label")?.Value.StartsWith("Transitive", StringComparison.Ordinal) != true)
            .SelectMany(group => group.Elements("PackageVersion"))
            .Select(version => version.Attribute("Include")!.Value);

        Assert.Empty(held.Except(used));
    }
}
