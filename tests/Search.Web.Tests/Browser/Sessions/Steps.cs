using Microsoft.Playwright;

namespace Search.Web.Tests.Browser.Sessions;

/// <summary>What readers do on the pages of a search, in their words.</summary>
internal static class Steps
{
    public static ILocator Link(this Reader reader, string name) => reader.Page.GetByRole(AriaRole.Link, new() { Name = name });

    public static ILocator Button(this Reader reader, string name) =>
        reader.Page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true });

    /// <summary>The page says so, in the first place that is meant.</summary>
    public static async Task ReadsAsync(this Reader reader, string place, string text)
    {
        var meant = reader.Page.Locator(place).Filter(new() { HasText = text }).First;
        await meant.WaitForAsync();
        Assert.True(await meant.IsVisibleAsync());
    }

    public static Task AskAsync(this Reader reader, string query) =>
        reader.SendAsync(reader.Page.Locator("#q"), query, reader.Button("Search"), $"**/?q={Written(query)}");

    /// <summary>A hit opens at the first place that is marked.</summary>
    public static Task OpenHitAsync(this Reader reader, string title) =>
        reader.FollowAsync(reader.Page.Locator(".hit h2").GetByRole(AriaRole.Link, new() { Name = title }), "**/statements/*#match-1");

    /// <summary>With script by a button that tells where it is, and without by numbers.</summary>
    public static async Task NextMarkAsync(this Reader reader, int number)
    {
        if (reader.HasScript)
        {
            await reader.UseAsync(reader.Button("Next"));
            await reader.ReadsAsync(".matches [role=status]", $"{number} of ");
        }
        else
        {
            await reader.FollowAsync(reader.Link($"Match {number}"), $"**#match-{number}");
        }

        await Reader.SeesAsync(reader.Page.Locator($"#match-{number}"));
    }

    /// <summary>What is copied; without script what is there to be copied, line by line.</summary>
    public static async Task<string> TakeQuotationAsync(this Reader reader)
    {
        if (!reader.HasScript)
        {
            var lines = await reader.Page.Locator("#quotation > p").AllInnerTextsAsync();
            return string.Join('\n', lines.Select(line => line.Trim()));
        }

        await reader.UseAsync(reader.Button("Copy quotation"));
        await reader.Button("Copied").WaitForAsync();
        return await reader.Page.EvaluateAsync<string>("navigator.clipboard.readText()");
    }

    public static Task NarrowSinceAsync(this Reader reader, string date) => reader.SendAsync(
        reader.Page.Locator(".range input[name=from]"), date, reader.Button("Apply"), $"**/?*from={date}*");

    /// <summary>Something that is counted of the search, which is folded away.</summary>
    public static async Task OpenCountedAsync(this Reader reader, string name, string address)
    {
        await reader.UseAsync(reader.Page.Locator(".keep > summary"));
        await reader.FollowAsync(reader.Link(name), address);
    }

    /// <summary>As a browser writes it into an address.</summary>
    private static string Written(string query) => Uri.EscapeDataString(query).Replace("%20", "+", StringComparison.Ordinal);
}
