using System.Net;
using Search.Web.Pages.Texts;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Pages;

/// <summary>What the page of one statement gives its reader.</summary>
public sealed class StatementPageTests(SearchHost host) : IClassFixture<SearchHost>
{
    /// <summary>The id of the statement that its source calls first.</summary>
    private const string First = "pgf7yh9xe7555cqn";

    [Fact]
    public async Task Quotation_HasIssuerAsPrintedDayVersionAndPassage()
    {
        var page = await PageAsync("/statements/first?q=harbour");

        Assert.Contains(
            "“We strongly and jointly condemn the blockade of the harbour by Japan & others.”", page, StringComparison.Ordinal);
        Assert.Contains("<bdi>The Ministry of Tides of Merrow</bdi>, <bdi>5 January 2030</bdi>, <bdi>Harbour Gazette</bdi>, "
            + "<bdi>captured 7 January 2030</bdi>, <bdi>version 2 of 2</bdi>", page, StringComparison.Ordinal);
        Assert.Contains($"/statements/{First}#:~:text=We%20strongly%20and%20jointly%20condemn,harbour%20by%20Japan%20%26%20others.\"",
            page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task CleanLinks_DoNotTellWhatWasSearched()
    {
        var page = await PageAsync("/statements/first?q=harbour&country=JP");

        Assert.Contains($"<link rel=\"canonical\" href=\"http://localhost/statements/{First}\"", page, StringComparison.Ordinal);
        Assert.Contains($"<a id=\"address\" href=\"/statements/{First}\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("q=harbour", Between(page, "id=\"attribution\"", $"href=\"/statements/{First}\">"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ris", "application/x-research-info-systems", "TI  - Statement on the blockade of the harbour\r\n")]
    [InlineData("bib", "application/x-bibtex", "  title = {{Statement on the blockade of the harbour}},\n")]
    public async Task Citation_IsAFileForReferenceManagers(string extension, string type, string line)
    {
        var response = await host.Client().GetAsync($"/statements/first/citation.{extension}?utm_source=letter", Token);

        Assert.Equal(type, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal($"statement-{First}.{extension}", response.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains(line, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/statements/nothing/citation.ris", HttpStatusCode.NotFound)]
    [InlineData("/statements/first/citation.bib?q=harbour", HttpStatusCode.BadRequest)]
    public async Task Citation_AskedWrongly_IsRefused(string path, HttpStatusCode status) =>
        Assert.Equal(status, (await host.Client().GetAsync(path, Token)).StatusCode);

    /// <summary>The list is read from text to text over the edges of its pages, forth and back.</summary>
    [Fact]
    public async Task Hits_LeadThroughTheWholeListAndBack()
    {
        var path = Link(await PageAsync("/?q=fish&sort=oldest&size=7"), "/statements/");
        var forth = new List<string>();
        for (var step = path; step is not null;)
        {
            var page = await PageAsync(step);
            Assert.Contains($"<span>{forth.Count + 1} of 30</span>", page, StringComparison.Ordinal);
            forth.Add(Id(step));
            path = step;
            step = Step(page, "next");
        }

        var back = new List<string>();
        for (var step = path; step is not null; step = Step(await PageAsync(step), "prev"))
        {
            back.Add(Id(step));
        }

        Assert.Equal(30, forth.Distinct().Count());
        Assert.Equal(forth, Enumerable.Reverse(back));
    }

    [Fact]
    public async Task Hit_OfNoList_HasNoPlace() =>
        Assert.DoesNotContain("class=\"hits\"", await PageAsync("/statements/first"), StringComparison.Ordinal);

    /// <summary>A statement that the list does not have is shown all the same.</summary>
    [Theory]
    [InlineData("/statements/first?q=fish")]
    [InlineData("/statements/first?q=harbour&collapse=siblings")]
    public async Task Hit_NotInTheList_HasNoPlace(string path) =>
        Assert.DoesNotContain("class=\"hits\"", await PageAsync(path), StringComparison.Ordinal);

    [Fact]
    public async Task Changed_IsSaidAboveTheTitle()
    {
        var page = await PageAsync("/statements/first");

        Assert.Contains(
            $"<a class=\"changed\" href=\"/statements/{First}/versions/1\">changed 1 time</a>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"changed\"", await PageAsync("/statements/second"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Marks_AreCountedAndListedInLines()
    {
        var page = await PageAsync("/statements/first?q=harbour");

        Assert.Contains("<span>3 times in this text</span>", page, StringComparison.Ordinal);
        Assert.Contains("The <b><a href=\"#match-2\"><mark>harbour</mark></a></b> stays open.", page, StringComparison.Ordinal);
        Assert.Contains("href=\"/lines?q=harbour\"", page, StringComparison.Ordinal);
    }

    /// <summary>Words that were replaced are two words, in a copy as well.</summary>
    [Fact]
    public async Task Difference_KeepsAGapBetweenWhatWasReplaced()
    {
        var changes = new[] { ("equal", "vassal "), ("deleted", "forces"), ("inserted", "states"), ("equal", " fled") };

        var text = await Rendering.TextAsync<MarkedChanges>(
            nameof(MarkedChanges.Value),
            changes.Select(change => new Search.Service.Responses.ChangeResponse(change.Item1, change.Item2)).ToList());

        Assert.Equal("vassal <del>forces</del> <ins>states</ins> fled", text);
    }

    private static string Between(string page, string from, string to)
    {
        var rest = page[page.IndexOf(from, StringComparison.Ordinal)..];
        return rest[..rest.IndexOf(to, StringComparison.Ordinal)];
    }

    private static string? Step(string page, string rel)
    {
        var marker = $"<a rel=\"{rel}\" href=\"";
        return page.Contains(marker, StringComparison.Ordinal) ? Link(page, "/statements/", marker) : null;
    }

    private static string Link(string page, string path, string marker = "href=\"")
    {
        var rest = page[(page.IndexOf(marker + path, StringComparison.Ordinal) + marker.Length)..];
        return rest[..rest.IndexOf('"', StringComparison.Ordinal)];
    }

    private static string Id(string link) => link.Split('/')[2].Split('?')[0];

    private async Task<string> PageAsync(string path) => WebUtility.HtmlDecode(await host.Client().GetStringAsync(path, Token));
}
