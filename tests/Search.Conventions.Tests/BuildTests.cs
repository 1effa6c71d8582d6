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
}
