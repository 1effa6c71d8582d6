using System.Net;
using System.ServiceModel.Syndication;
using System.Xml;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Testing;
using Search.Testing.Engines;
using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Api;

public sealed class FeedTests : IAsyncLifetime
{
    private const string Path = "/feeds/statements.atom";

    private static readonly DateTimeOffset s_start = new(2030, 5, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly InMemoryEngine _engine = new();
    private SearchHost _host = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync()
    {
        _host = new SearchHost(_engine);
        return ValueTask.CompletedTask;
    }

    public async ValueTask DisposeAsync()
    {
        await _host.DisposeAsync();
        await _engine.DisposeAsync();
    }

    [Fact]
    public async Task Feed_WhatCameLast_StandsFirstWhateverDayItBears()
    {
        await AddAsync(("old find", "Salt was sold.", new(1950, 3, 1), 5), ("news", "Salt is sold.", new(2030, 5, 1), 1));

        var feed = await ReadAsync("?q=salt");

        Assert.Equal(["old find", "news"], feed.Items.Select(item => item.Title.Text));
        Assert.Equal([s_start.AddDays(5), s_start.AddDays(1)], feed.Items.Select(item => item.LastUpdatedTime));
        Assert.Equal(s_start.AddDays(5), feed.LastUpdatedTime);
        Assert.Contains("1950-03-01", feed.Items.First().Summary.Text, StringComparison.Ordinal);
        Assert.Contains("Salt was sold.", feed.Items.First().Summary.Text, StringComparison.Ordinal);
        Assert.All(feed.Items, item => Assert.NotEmpty(item.Authors));
    }

    [Fact]
    public async Task Feed_Identifiers_StayWhereverItIsServed()
    {
        await AddAsync(("one", "Salt.", new(2030, 1, 1), 1), ("two", "Salt.", new(2030, 1, 2), 2));

        var (here, there) = (await ReadAsync("?q=salt"), await ReadAsync("?size=5&q=salt", "http://elsewhere.example/"));

        Assert.Equal(here.Items.Select(item => item.Id), there.Items.Select(item => item.Id));
        Assert.Equal(2, here.Items.Select(item => item.Id).Distinct().Count());
        Assert.Equal(here.Id, there.Id);
        Assert.StartsWith("urn:uuid:", here.Id, StringComparison.Ordinal);
        Assert.StartsWith("http://elsewhere.example/statements/", there.Items.First().Links[0].Uri.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Feed_ReturnedAfter_TellsWhoSaysItAgain()
    {
        await AddAsync(
            ("first", "Salt.", new(2029, 1, 1), 1),
            ("soon", "Salt.", new(2029, 1, 20), 1),
            ("back", "Salt.", new(2029, 6, 1), 2),
            ("late find", "Salt.", new(2028, 1, 1), 3));

        var feed = await ReadAsync("?q=salt&returnedAfter=90d");

        Assert.Equal(["back", "first"], feed.Items.Select(item => item.Title.Text));
        Assert.Contains("Said again after 132 days; before that on 2029-01-20", feed.Items.First().Summary.Text, StringComparison.Ordinal);
        Assert.Equal(4, (await ReadAsync("?q=salt")).Items.Count());
    }

    [Fact]
    public async Task Feed_AskedAgain_IsSentOnlyWhenItHasChanged()
    {
        await AddAsync(("one", "Salt.", new(2030, 1, 1), 1));
        var client = _host.Client();
        using var first = await client.GetAsync(Path, Cancellation);
        Assert.Equal("application/atom+xml", first.Content.Headers.ContentType!.MediaType);

        Assert.Equal(HttpStatusCode.NotModified, await AgainAsync(client, first));
        await AddAsync(("two", "Salt.", new(2030, 1, 2), 2));
        Assert.Equal(HttpStatusCode.OK, await AgainAsync(client, first));
    }

    [Fact]
    public async Task Feed_HostileText_IsStillXml()
    {
        await AddAsync(("<script>\u0001 & \uFFFE]]>", "Salt.", new(2030, 1, 1), 1));

        var feed = await ReadAsync("");

        Assert.Equal("<script>\uFFFD & \uFFFD]]>", Assert.Single(feed.Items).Title.Text);
    }

    [Fact]
    public async Task Feed_Nothing_IsAnEmptyFeed() => Assert.Empty((await ReadAsync("?q=pepper")).Items);

    [Theory]
    [InlineData("?returnedAfter=soon")]
    [InlineData("?q=%22salt")]
    [InlineData("?size=500")]
    public async Task Feed_WrongParameter_IsAProblem(string query)
    {
        using var response = await _host.Client().GetAsync(Path + query, Cancellation);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task SearchPage_SaysWhereItsFeedIs()
    {
        var page = await _host.Client().GetStringAsync("/?q=salt&sort=oldest", Cancellation);

        Assert.Contains(
            $"<link rel=\"alternate\" type=\"application/atom&#x2B;xml\" href=\"{Path}?q=salt\"", page, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> AgainAsync(HttpClient client, HttpResponseMessage first)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var again = await client.SendAsync(request, Cancellation);
        return again.StatusCode;
    }

    private async Task<SyndicationFeed> ReadAsync(string query, string? site = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Path + query);
        request.Headers.Host = site is null ? null : new Uri(site).Host;
        using var response = await _host.Client().SendAsync(request, Cancellation);
        using var reader = XmlReader.Create(await response.EnsureSuccessStatusCode().Content.ReadAsStreamAsync(Cancellation));
        return SyndicationFeed.Load(reader);
    }

    /// <param name="statements">Title, body, the day that it bears, and the days after which the archive got it.</param>
    private async Task AddAsync(params IEnumerable<(string Title, string Body, DateOnly Issued, int Received)> statements)
    {
        await using var writer = await _engine.OpenWriterAsync(WritePurpose.Update, Cancellation);
        await writer.RestoreAsync(
            [
                .. statements.Select(statement => new StatementHistory(
                    new StatementBuilder(statement.Title)
                    {
                        Title = statement.Title,
                        Body = statement.Body,
                        Issued = statement.Issued,
                    }.Build() with
                    {
                        Trace = ArchiveTrace.At(s_start.AddDays(statement.Received)),
                    },
                    [])),
            ],
            Cancellation);
        await writer.CompleteAsync(Cancellation);
    }
}
