using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Search.Archive;
using Search.Archive.Storing;
using Search.Testing;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Pages;

/// <summary>Pages of what a statement has in common with others, and of a result that was kept.</summary>
public sealed class NeighbourPageTests : IAsyncLifetime
{
    private const string Repeated = "The lighthouse of the northern cape is to be kept lit through every winter night.";

    private readonly SearchHost _host = new();

    public async ValueTask InitializeAsync()
    {
        await _host.InitializeAsync();
        await ImportAsync(
            new StatementBuilder("lamp")
            {
                Title = "On the lighthouse",
                Body = $"{Repeated}\n\nNobody had asked for it before the storm of that autumn took the old tower.",
                Issued = new(2030, 4, 1),
                IssuerPrinted = "The Keeper of Lamps",
                Issuer = "Keeper of Lamps",
            },
            new StatementBuilder("lamp-again")
            {
                Title = "Lamps",
                Body = $"We say so once more. {Repeated} <i>Oil</i> was bought.",
                Issued = new(2030, 5, 1),
            },
            new StatementBuilder("lamp-copy")
            {
                Title = "Lamps, as printed elsewhere",
                Body = $"We say so once more. {Repeated} <i>Oil</i> was sold.",
                Issued = new(2030, 5, 2),
                Source = "Cape Courier",
            });
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task Novelty_WhatWasSaidBefore_IsMarkedNamedAndLinked()
    {
        var page = await TextAsync("/statements/lamp-again/novelty");

        Assert.Contains($"<mark id=\"old-1\">{Repeated[..^1]}</mark>", page, StringComparison.Ordinal);
        Assert.Contains("<mark>Underlined with dots</mark>", page, StringComparison.Ordinal);
        var earlier = Between(page, "<ol class=\"earlier\">", "</ol>");
        Assert.Contains("href=\"#old-1\"", earlier, StringComparison.Ordinal);
        Assert.Contains("On the lighthouse", earlier, StringComparison.Ordinal);
        Assert.Contains("<bdi>The Keeper of Lamps</bdi>", earlier, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "<i>", await _host.Client().GetStringAsync("/statements/lamp-again/novelty", Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Novelty_NothingSaidBefore_IsSaid()
    {
        var page = await TextAsync("/statements/lamp/novelty");

        Assert.Contains("all of it is new here", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<mark", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Siblings_SayHowAlikeAndWhatDiffers()
    {
        var page = await TextAsync("/statements/lamp-again/siblings");

        Assert.Contains("1 statement of the archive is the same text", page, StringComparison.Ordinal);
        Assert.Contains("Lamps, as printed elsewhere", page, StringComparison.Ordinal);
        Assert.Contains("Cape Courier", page, StringComparison.Ordinal);
        Assert.Contains("<del>bought", page, StringComparison.Ordinal);
        Assert.Contains("<ins>sold", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Siblings_None_LeadsToSimilarStatements()
    {
        var page = await TextAsync("/statements/second/siblings");

        Assert.Contains("No other statement of the archive is the same text", page, StringComparison.Ordinal);
        Assert.Contains("/similar\">Statements with the same rare words", page, StringComparison.Ordinal);
    }

    /// <summary>A similar statement opens where the words are that make it so.</summary>
    [Fact]
    public async Task Similar_LeadsToTheWordsInTheText()
    {
        var page = await TextAsync("/statements/lamp/similar");
        var link = Between(page, "<h2><a href=\"", "\"");

        Assert.EndsWith("#match-1", link, StringComparison.Ordinal);
        Assert.Contains("<mark id=\"match-1\">", await TextAsync(link), StringComparison.Ordinal);
        Assert.Contains("in common: <bdi>", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("novelty")]
    [InlineData("siblings")]
    [InlineData("similar")]
    public async Task Page_SaysWhoseStatementItIs_AndLeadsToTheOthers(string page)
    {
        var text = await TextAsync($"/statements/lamp/{page}");

        Assert.InRange(text.IndexOf("The Keeper of Lamps", StringComparison.Ordinal), 1, text.IndexOf("<h1", StringComparison.Ordinal));
        Assert.Contains(">Back to the statement</a>", text, StringComparison.Ordinal);
        Assert.Equal(3, Between(text, "aria-label=\"The statement among others\"", "</nav>").Split("<a href=\"/statements/").Length - 1);
    }

    /// <summary>What the page says one should do gives the hash that it shows.</summary>
    [Fact]
    public async Task Frozen_SaysHowToVerifyAndWhatHasChanged()
    {
        using var form = new FormUrlEncodedContent([KeyValuePair.Create("q", "lighthouse"), KeyValuePair.Create("from", "2030-04-01")]);
        using var response = await _host.Client().PostAsync("/searches", form, Token);
        await ImportAsync(new StatementBuilder("later") { Title = "The lighthouse fell", Body = "It fell.", Issued = new(2030, 6, 1) });
        var page = await TextAsync(response.Headers.Location!.ToString());

        var hash = Between(page, "<code id=\"hash\">", "</code>");
        var command = Between(page, "<code>curl -s http://localhost", "</code>").Split(" | ");
        using var json = JsonDocument.Parse(await _host.Client().GetStringAsync(command[0], Token));
        var canonical = Encoding.UTF8.GetBytes(json.RootElement.GetProperty("canonical").GetString()!);
        Assert.Equal(["jq -j .canonical", "sha256sum"], command[1..]);
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(canonical)));
        Assert.Contains("Date: since 1 April 2030", page, StringComparison.Ordinal);
        Assert.Contains("finds 4 statements: 1 added", page.Replace("\n", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Contains("The lighthouse fell", Between(page, "<h3>Added</h3>", "</ol>"), StringComparison.Ordinal);
        Assert.EndsWith(
            $"SHA-256 {hash}, http://localhost/searches/{hash}", Between(page, "id=\"citation\">", "</p>"), StringComparison.Ordinal);
    }

    private async Task ImportAsync(params StatementBuilder[] statements)
    {
        await using var writer = await _host.Services.GetRequiredService<ISearchEngine>()
            .OpenWriterAsync(WritePurpose.Update, CancellationToken.None);
        await writer.ImportAsync([.. statements.Select(statement => statement.Build())], CancellationToken.None);
        await writer.CompleteAsync(CancellationToken.None);
    }

    private async Task<string> TextAsync(string path)
    {
        using var response = await _host.Client().GetAsync(path, Token);
        Assert.Equal((path, HttpStatusCode.OK), (path, response.StatusCode));
        return WebUtility.HtmlDecode(await response.Content.ReadAsStringAsync(Token));
    }

    private static string Between(string text, string before, string after)
    {
        var start = text.IndexOf(before, StringComparison.Ordinal);
        Assert.True(start >= 0, $"{before} is not on the page.");
        start += before.Length;
        return text[start..text.IndexOf(after, start, StringComparison.Ordinal)];
    }
}
