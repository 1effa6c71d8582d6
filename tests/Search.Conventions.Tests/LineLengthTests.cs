namespace Search.Conventions.Tests;

/// <summary>A line of code ends by column 140, counted in characters.</summary>
public sealed class LineLengthTests
{
    private const int Columns = 140;

    [Theory]
    [InlineData("*.cs")]
    [InlineData("*.razor")]
    [InlineData("*.css")]
    [InlineData("*.js")]
    public void Code_EachLine_EndsByTheLastColumn(string files)
    {
        var offenders = Repository.Files(files)
            .Where(path => !path.EndsWith(".Generated.cs", StringComparison.Ordinal))
            .SelectMany(path => PlacesOfLongLines(Repository.Relative(path), File.ReadLines(path)))
            .ToList();

        Assert.True(offenders.Count == 0, $"Lines longer than {Columns} characters:\n{string.Join('\n', offenders)}");
    }

    [Theory]
    [InlineData("a", Columns, false)]
    [InlineData("a", Columns + 1, true)]
    [InlineData("ä", Columns, false)]
    [InlineData("\U0001F4F0", Columns, false)]
    [InlineData("\U0001F4F0", Columns + 1, true)]
    public void PlacesOfLongLines_Line_IsCountedInCharacters(string character, int count, bool isLong)
    {
        string[] lines = ["short", string.Concat(Enumerable.Repeat(character, count))];

        Assert.Equal(isLong ? ["Sample.cs:2"] : [], PlacesOfLongLines("Sample.cs", lines));
    }

    private static IEnumerable<string> PlacesOfLongLines(string path, IEnumerable<string> lines) => lines.Index()
        .Where(line => line.Item.Length > Columns && line.Item.EnumerateRunes().Count() > Columns)
        .Select(line => $"{path}:{line.Index + 1}");
}
