using Search.Core.Statements;
using Search.Web.Citing;

namespace Search.Web.Tests.Citing;

public sealed class CitationTests
{
    private static readonly Citation s_plain = new(
        "ab12",
        "Statement on the harbour",
        "The Ministry of Tides",
        new IssueDate(2030, 1, 5),
        "Harbour Gazette",
        "en",
        "https://gazette.example/1",
        new DateOnly(2030, 1, 6),
        "https://archive.example/statements/ab12",
        1,
        1);

    [Fact]
    public void Ris_Statement_HasALineForEachPart() => Assert.Equal(
        """
        TY  - ELEC
        ID  - ab12
        TI  - Statement on the harbour
        AU  - The Ministry of Tides
        PY  - 2030
        DA  - 2030/01/05/
        T2  - Harbour Gazette
        PB  - Harbour Gazette
        LA  - en
        UR  - https://gazette.example/1
        UR  - https://archive.example/statements/ab12
        Y2  - 2030/01/06/
        ER  - 

        """.ReplaceLineEndings("\r\n"),
        RisWriter.Write(s_plain));

    [Fact]
    public void BibTex_Statement_HasAFieldForEachPart() => Assert.Equal(
        """
        @online{statement-ab12,
          title = {{Statement on the harbour}},
          author = {{The Ministry of Tides}},
          date = {2030-01-05},
          year = {2030},
          organization = {Harbour Gazette},
          langid = {en},
          url = {https://gazette.example/1},
          urldate = {2030-01-06},
          note = {In the archive: https://archive.example/statements/ab12.},
        }

        """,
        BibTexWriter.Write(s_plain),
        ignoreLineEndingDifferences: true);

    [Theory]
    [InlineData("2030-03", "DA  - 2030/03//", "date = {2030-03}")]
    [InlineData("2030", "DA  - 2030///", "date = {2030}")]
    public void Date_KnownInPart_StaysAsItIs(string date, string ris, string bibTex)
    {
        Assert.True(IssueDate.TryParse(date, out var issued));
        var citation = s_plain with { Issued = issued };

        Assert.Contains(ris, RisWriter.Write(citation), StringComparison.Ordinal);
        Assert.Contains(bibTex, BibTexWriter.Write(citation), StringComparison.Ordinal);
    }

    [Fact]
    public void Undated_WithoutIssuerOrCapture_LeavesThemOut()
    {
        var citation = s_plain with { Issued = null, Author = null, Captured = null, Url = null, Language = null };

        Assert.DoesNotMatch("(?m)^(AU|PY|DA|Y2|LA)", RisWriter.Write(citation));
        Assert.DoesNotMatch(" (author|date|year|urldate|langid) =", BibTexWriter.Write(citation));
        Assert.Contains("url = {https://archive.example/statements/ab12}", BibTexWriter.Write(citation), StringComparison.Ordinal);
    }

    /// <summary>A title is somebody else's text: it can neither end its field nor begin another record.</summary>
    [Theory]
    [InlineData("Peace\r\nER  - \r\nTY  - BOOK")]
    [InlineData("}} , author = {{Nobody")]
    [InlineData("\\input{secrets} 100% of #1 & $2_a ~ ^ {")]
    [InlineData("An escape \u001b[31m and a zero \0 end")]
    [InlineData("بيان بشأن الميناء (1)")]
    public void HostileTitle_StaysOneValue(string title)
    {
        var citation = Citation.Of(StatementResponses.With(title, "The, Ministry"), "https://archive.example/statements/ab12");

        var lines = RisWriter.Write(citation).Split("\r\n");
        Assert.Single(lines, line => line.StartsWith("TY  - ", StringComparison.Ordinal));
        Assert.Single(lines, line => line.StartsWith("ER  - ", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => line.Any(char.IsControl));
        var bibTex = BibTexWriter.Write(citation);
        Assert.Equal(0, Depths(bibTex)[^1]);
        Assert.DoesNotContain(Depths(bibTex)[..^2], depth => depth < 1);
        Assert.Single(bibTex.Split('\n'), line => line.StartsWith("  author = ", StringComparison.Ordinal));
        Assert.DoesNotContain("\\input", bibTex, StringComparison.Ordinal);
    }

    [Fact]
    public void Author_WithAComma_IsNotPartedIntoNames()
    {
        var text = RisWriter.Write(s_plain with { Author = "Ada Reef, Speaker of the Ministry" });

        Assert.Contains("AU  - Ada Reef – Speaker of the Ministry\r\n", text, StringComparison.Ordinal);
        Assert.Contains("N1  - Issued by: Ada Reef, Speaker of the Ministry\r\n", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("file:///etc/passwd")]
    [InlineData("no address")]
    public void Url_NotOfTheWeb_IsLeftOut(string url) =>
        Assert.Null(Citation.Of(StatementResponses.With("A title", "An office", url), "https://archive.example/1").Url);

    /// <summary>Open braces after each character from the first brace on.</summary>
    private static List<int> Depths(string text)
    {
        var (depth, depths) = (0, new List<int>());
        foreach (var letter in text[text.IndexOf('{', StringComparison.Ordinal)..])
        {
            depth += letter switch { '{' => 1, '}' => -1, _ => 0 };
            depths.Add(depth);
        }

        return depths;
    }
}
