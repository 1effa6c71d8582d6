using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Search.Web.Hosting;
using Search.Web.Pages.Layout;

namespace Search.Web.Tests.Pages;

public sealed class PageResultTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("identity")]
    [InlineData("br")]
    public async Task Head_LeavesBeforeTheRestIsMade(string encoding)
    {
        var rest = new TaskCompletionSource<string>();
        await using var app = await StartAsync(rest.Task);
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.All });
        client.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue(encoding));

        using var response = await client.GetAsync(app.Urls.Single(), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(Cancellation));
        var head = new char[PageHead.Html.Length];
        var read = await reader.ReadBlockAsync(head, Cancellation).AsTask().WaitAsync(TimeSpan.FromMinutes(1), Cancellation);

        Assert.Equal(PageHead.Html, new string(head, 0, read));
        Assert.False(rest.Task.IsCompleted);
        rest.SetResult("The rest <of> it, 🕊.");
        Assert.Equal("The rest &lt;of&gt; it, &#x1F54A;.", await reader.ReadToEndAsync(Cancellation));
    }

    /// <summary>What nobody foresaw must not look like a page that ends.</summary>
    [Fact]
    public async Task Rest_CannotBeMade_EndsTheConnection()
    {
        await using var app = await StartAsync(Task.FromException<string>(new InvalidDataException("Nobody foresaw this.")));
        using var client = new HttpClient();

        using var response = await client.GetAsync(app.Urls.Single(), HttpCompletionOption.ResponseHeadersRead, Cancellation);
        await Assert.ThrowsAnyAsync<HttpRequestException>(() => response.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task<WebApplication> StartAsync(Task<string> rest)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = "Production" });
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddResponseCompression(Compression.Configure);
        var app = builder.Build();
        app.UseResponseCompression();
        app.MapGet("/", () => PageResult.Of<WaitingPage>((nameof(WaitingPage.Rest), rest)));
        await app.StartAsync(Cancellation);
        return app;
    }

    private sealed class WaitingPage : ComponentBase
    {
        private string? _text;

        [Parameter, EditorRequired]
        public required Task<string> Rest { get; set; }

        protected override async Task OnInitializedAsync() => _text = await Rest;

        protected override void BuildRenderTree(RenderTreeBuilder builder) => builder.AddContent(0, _text);
    }
}
