namespace Search.Conventions.Tests.Folders;

/// <summary>Folders of the sources use each other one way only, a folder and those below it as well.</summary>
public sealed class FolderTests
{
    [Fact]
    public void Folders_Uses_FormNoCircle()
    {
        var arrows = FolderArrow.Between(Sources());

        Assert.Contains(arrows, arrow => arrow is { From: "Search.Sqlite", To: "Search.Sqlite/Storage" });
        Assert.Contains(arrows, arrow => arrow is { From: "Search.Web/Pages/Results", To: "Search.Service/Responses" });
        Assert.True(FolderArrow.Circles(arrows) is [], string.Join('\n', FolderArrow.Circles(arrows)));
    }

    [Theory]
    [InlineData("a>b b>c a>c", "")]
    [InlineData("a>a a>b", "")]
    [InlineData("a>b b>a", "a b")]
    [InlineData("a>b b>c c>a c>d d>e", "a b c")]
    [InlineData("d>c c>d x>a a>b b>a b>c", "a b|c d")]
    [InlineData("a>b b>a b>c c>b", "a b c")]
    public void Find_Graph_GivesItsCircles(string graph, string expected)
    {
        var arrows = graph.Split(' ').Select(arrow => (arrow[..1], arrow[2..]));

        Assert.Equal(expected, string.Join('|', CircleFinder.Find(arrows).Select(circle => string.Join(' ', circle))));
    }

    [Theory]
    [InlineData("using Made.Deep;\nnamespace Made;\nclass Top { Low low; }", true)]
    [InlineData("namespace Made;\nclass Top { Deep.Low low; }", true)]
    [InlineData("namespace Made;\nclass Top { Made.Deep.Low low; }", true)]
    [InlineData("namespace Made;\nclass Top { string Text => $\"{Deep.Low.Name}\"; }", true)]
    [InlineData("using Made.Deep;\nnamespace Made;\nclass Top { }", true)]
    [InlineData("namespace Made;\nclass Top { Low low; }", false)]
    [InlineData("namespace Made;\nclass Top { } // Deep.Low", false)]
    [InlineData("namespace Made;\nclass Top { string Text => \"Deep.Low\"; }", false)]
    [InlineData("namespace Made;\nclass Top { Deep.Lower low; }", false)]
    public void Circles_FolderAndTheOneBelow_AreOneWhenEachNamesTheOther(string above, bool isCircle)
    {
        SourceFile[] files =
        [
            SourceFile.Read("Made/Top.cs", above),
            SourceFile.Read("Made/Deep/Low.cs", "namespace Made.Deep;\ninternal sealed class Low(Top top);"),
        ];

        Assert.Equal(isCircle, FolderArrow.Circles(FolderArrow.Between(files)) is [var circle] && circle.StartsWith("Made ⇄ Made/Deep"));
    }

    [Theory]
    [InlineData("a // B\nc", "a  c")]
    [InlineData("a /* B */ c", "a  c")]
    [InlineData("""a "B \" B" c""", "a  c")]
    [InlineData("""a @"B \" c""", "a @ c")]
    [InlineData("""a @"B "" B" c""", "a @ c")]
    [InlineData("""a "" c""", "a  c")]
    [InlineData("""a '"' c '\'' d""", "a c d")]
    [InlineData("""a $"B {c} {{B}} {d:"B"}" e""", "a $ c d: e")]
    [InlineData("""a $"B {(c ? "B" : $"{d}")}" e""", "a $ (c ? : $ d) e")]
    [InlineData("a \"\"\"B \" B\"\"\" c", "a  c")]
    [InlineData("a $$\"\"\"B {B} {{c}} \"\"\" d", "a $$ c d")]
    public void Strip_Code_LosesCommentsAndLiterals(string source, string expected) =>
        Assert.Equal(Words(expected), Words(CodeScanner.Strip(source)));

    [Theory]
    [InlineData("public sealed partial record Found(int Count);", "Found")]
    [InlineData("internal readonly record struct Found(int Count);", "Found")]
    [InlineData("public interface Found<T>\n{\n    class Inner;\n}", "Found")]
    [InlineData("internal delegate Task<int> Found<T>(Other other);", "Found")]
    [InlineData("internal enum Found { One }\n\nfile static class Second;", "Found Second")]
    public void Read_Declarations_AreThoseOfTheOutermostTypes(string code, string expected) =>
        Assert.Equal(expected.Split(' '), SourceFile.Read("Made/Top.cs", code).Types.Order(StringComparer.Ordinal));

    private static string Words(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static List<SourceFile> Sources()
    {
        var paths = Repository.Files("*.cs").Concat(Repository.Files("*.razor"))
            .Select(Repository.Relative)
            .Where(path => path.StartsWith("src/", StringComparison.Ordinal))
            .ToList();
        var imports = paths.Where(path => path.EndsWith("/_Imports.razor", StringComparison.Ordinal))
            .ToDictionary(path => Path.GetDirectoryName(path)!, Repository.Read);
        return
        [
            .. paths.Select(path => SourceFile.Read(
                path["src/".Length..],
                Repository.Read(path),
                path.EndsWith(".razor", StringComparison.Ordinal) ? imports.GetValueOrDefault(Path.GetDirectoryName(path)!, "") : "")),
        ];
    }
}
