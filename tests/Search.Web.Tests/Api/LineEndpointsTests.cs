using System.Net;
using System.Text.Json;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Api;

public sealed class LineEndpointsTests(SearchHost host) : IClassFixture<SearchHost>
{
    [Fact]
    public async Task Lines_OfATitleAndABody_StandBetweenTheirContexts()
    {
        var answer = await GetAsync("q=harbour&to=2030-01-31");

        Assert.Equal(1, answer.GetProperty("total").GetProperty("value").GetInt64());
        Assert.Equal(
            [
                "title 1: Statement on the blockade of the [harbour]",
                "body 1: We strongly and jointly condemn the blockade of the [harbour] by Japan & others. ¶ The <b>harbour</b> stays open. "
                    + "Ships of Kenya may pass.",
                "body 2: and jointly condemn the blockade of the harbour by Japan & others. ¶ The <b>[harbour]</b> stays open. "
                    + "Ships of Kenya may pass.",
            ],
            answer.GetProperty("lines").EnumerateArray().Select(Describe));
        var line = answer.GetProperty("lines")[2];
        Assert.Equal(
            "The Ministry of Tides of Merrow",
            line.GetProperty("statement").GetProperty("issuer").GetProperty("printed").GetString());
        Assert.Equal("2030-01-05", line.GetProperty("statement").GetProperty("issued").GetString());
    }

    [Fact]
    public async Task Lines_ByDay_AreTheSameInPagesOfAnyLength()
    {
        var whole = await LinesAsync("q=harbour&sort=newest", 100);
        var pages = await LinesAsync("q=harbour&sort=newest", 2);

        Assert.Equal(33, whole.Count);
        Assert.Equal(whole, pages);
    }

    [Fact]
    public async Task Lines_ByTheWordsAfter_AreInTheirOrderAndCounted()
    {
        var whole = await LinesAsync("q=fish&sort=right", 100);
        var pages = await LinesAsync("q=fish&sort=right", 7);
        var order = (await GetAsync("q=fish&sort=right")).GetProperty("order");

        Assert.Equal(whole, pages);
        Assert.Equal(30, order.GetProperty("statements").GetInt64());
        Assert.Equal(whole.Count, order.GetProperty("lines").GetInt64());
        Assert.Equal(JsonValueKind.Null, order.GetProperty("note").ValueKind);
        var after = whole.Select(line => line[(line.IndexOf(']', StringComparison.Ordinal) + 1)..].TrimStart(' ', ',')).ToList();
        Assert.Equal(after.Order(StringComparer.Ordinal), after);
    }

    [Theory]
    [InlineData("", "asks for no words")]
    [InlineData("q=country:JP", "asks for no words")]
    [InlineData("q=fish&sort=oldest", "none of day, newest, left, right")]
    [InlineData("q=fish&cursor=abc", "belongs to another search")]
    [InlineData("q=fish&at=3", "is no parameter here")]
    public async Task Lines_AskedWrongly_AreRefusedInWords(string parameters, string message)
    {
        var response = await host.Client().GetAsync($"/api/v1/lines?{parameters}", Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains(message, await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Cursor_OfAnotherOrder_IsRefused()
    {
        var next = (await GetAsync("q=fish&size=1")).GetProperty("next").GetString()!;

        var response = await host.Client().GetAsync($"/api/v1/lines?q=fish&size=1&sort=left&cursor={Uri.EscapeDataString(next)}", Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
    }

    private static string Describe(JsonElement line) =>
        $"{line.GetProperty("field").GetString()} {line.GetProperty("number").GetInt32()}: {line.GetProperty("left").GetString()}"
        + $"[{line.GetProperty("mark").GetString()}]{line.GetProperty("right").GetString()}";

    private async Task<JsonElement> GetAsync(string parameters) =>
        JsonSerializer.Deserialize<JsonElement>(await host.Client().GetStringAsync($"/api/v1/lines?{parameters}", Token));

    private async Task<List<string>> LinesAsync(string parameters, int size)
    {
        var lines = new List<string>();
        for (string? cursor = null; ;)
        {
            var page = await GetAsync(
                $"{parameters}&size={size}{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}");
            lines.AddRange(page.GetProperty("lines").EnumerateArray()
                .Select(line => $"{line.GetProperty("statement").GetProperty("id").GetString()} {Describe(line)}"));
            if ((cursor = page.GetProperty("next").GetString()) is null)
            {
                return lines;
            }
        }
    }
}
