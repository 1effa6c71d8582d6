using System.Text.RegularExpressions;
using Search.Testing;

namespace Search.Web.Tests.Pages;

/// <summary>All stylesheets are served as one: a name that two use for different things changes pages that nobody looked at.</summary>
public sealed partial class StylesheetTests
{
    [Fact]
    public void Stylesheets_OfSinglePages_HaveClassesOfTheirOwn()
    {
        var owners = Directory.GetFiles(Path.Combine(Checkout.Root, "src", "Search.Web", "Assets"), "*.css")
            .Where(file => Path.GetFileName(file) != "site.css")
            .SelectMany(file => FirstClass().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value).Distinct()
                .Select(name => (Name: name, File: Path.GetFileName(file))))
            .ToLookup(owner => owner.Name, owner => owner.File);

        Assert.True(owners.Count > 30);
        Assert.Empty(owners.Where(owner => owner.Count() > 1).Select(owner => $".{owner.Key} in {string.Join(", ", owner)}"));
    }

    /// <summary>The class that a rule begins with, on a line of its own or within a media query.</summary>
    [GeneratedRegex(@"^ *\.(?<name>[a-z][a-z0-9-]*)", RegexOptions.ExplicitCapture | RegexOptions.Multiline, 1_000)]
    private static partial Regex FirstClass();
}
