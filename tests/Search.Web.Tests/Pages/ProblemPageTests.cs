using System.Net;
using Search.Archive.Searching;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Pages;

/// <summary>What a page says of a question that it cannot answer, and how it leads on.</summary>
public sealed class ProblemPageTests(SearchHost host) : IClassFixture<SearchHost>
{
    /// <summary>Of each query the part that its error names, in whole characters, wherever the query stands in the address.</summary>
    [Theory]
    [InlineData("/?q=", "issuer:\"Antony Blinken", "\"")]
    [InlineData("/?q=", "issuer:\"a\" \"b\" issuer:\"Antony", "\"", "issuer:\"a\" \"b\" issuer:")]
    [InlineData("/?q=", "“one” «two» „three", "„")]
    [InlineData("/?q=", "𝕏𝕐 😀 colour:red", "colour")]
    [InlineData("/?q=", "e\u0301te\u0301 (ouvert", "(")]
    [InlineData("/?q=", "a (\u0301b", "(\u0301")]
    [InlineData("/?q=", "\"2*3 a * b\"~5", "*", "\"2*3 a ")]
    [InlineData("/?q=", "قال\u200f country:اليابن", "اليابن")]
    [InlineData("/trends?q=fish&q=", "\"open water", "\"")]
    [InlineData("/issuers/compare?q=fish&q=harbour&q=", "tide OR", "OR")]
    [InlineData("/lines?q=", "a ( ) b", "( )")]
    [InlineData("/uses?kind=report&q=", "kind:reprot", "reprot")]
    public async Task WrongQuery_ThePartThatTheErrorNames_IsUnderlined(string path, string query, string part, string? before = null)
    {
        using var response = await host.Client().GetAsync($"{path}{Uri.EscapeDataString(query)}", Token);
        var page = WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Token));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        before ??= query[..query.IndexOf(part, StringComparison.Ordinal)];
        var rest = query[(before.Length + part.Length)..];
        Assert.Contains($"<p class=\"wrong\" dir=\"auto\">{before}<mark>{part}</mark>{rest}</p>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task WrongQuery_OneOfSeveral_IsRepairedBesideTheOthers()
    {
        var page = await TextAsync("/trends?q=fish&kind=report&q=%22harbour+wall", HttpStatusCode.BadRequest);

        Assert.Contains("href=\"/trends?q=fish&q=%22harbour%20wall%22&kind=report\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/phrases?q=harbour&kind=report", "href=\"/?kind=report&q=harbour\"")]
    [InlineData("/?q=harbour&q=fish", "href=\"/?q=harbour\"")]
    public async Task QueryThatThePageCannotTake_IsKept(string path, string link)
    {
        var page = await TextAsync(path, HttpStatusCode.BadRequest);

        Assert.Contains(link, page, StringComparison.Ordinal);
        Assert.Contains("value=\"harbour\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/?q=fish&kind=report")]
    [InlineData("/uses?q=fish&returnedAfter=30")]
    [InlineData("/trends?q=fish&q=tide&interval=month")]
    [InlineData("/coverage?by=issuer")]
    [InlineData("/statements/0123?q=fish")]
    public async Task Unavailable_TryAgain_LeadsToWhatWasAsked(string path)
    {
        await using var failing = new SearchHost(new FailingEngine(new EngineUnavailableException("away")));
        var page = await TextAsync(failing, path, HttpStatusCode.ServiceUnavailable);

        Assert.Contains($"<a class=\"button\" href=\"{path}\">Try again</a>", page, StringComparison.Ordinal);
    }

    private Task<string> TextAsync(string path, HttpStatusCode expected) => TextAsync(host, path, expected);

    private static async Task<string> TextAsync(SearchHost host, string path, HttpStatusCode expected)
    {
        using var response = await host.Client().GetAsync(path, Token);
        Assert.Equal(expected, response.StatusCode);
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Token));
    }
}
