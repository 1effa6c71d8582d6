using Search.Web.Tests.Hosting;

namespace Search.Web.Tests.Browser;

/// <summary>An address of every kind of page, over statements that are hostile, long, or have a history.</summary>
internal static class PageExamples
{
    /// <summary>Stands for a result that was frozen.</summary>
    private const string Frozen = "{frozen}";

    private const string Word = HostileStatements.Word;

    public static TheoryData<string> All { get; } =
    [
        "/",
        $"/?q={Word}",
        $"/?q={Word}&country=JP&country=-KE&kind=report&size=5&siblings=true",
        "/?q=volcano&kind=report&country=-JP",
        "/?q=volcano+after:2030",
        "/?q=%22open",
        $"/nowhere?q={Word}",
        $"/statements/markup?q={Word}&show=countries",
        $"/statements/long?q={Word}",
        $"/statements/arabic?q={Word}",
        "/statements/speech?q=strait",
        "/statements/markup/versions/1",
        "/statements/markup/novelty",
        "/statements/markup/siblings",
        "/statements/markup/similar",
        "/facets/issuer",
        $"/facets/source?q={Word}",
        $"/uses?q={Word}&returnedAfter=30",
        "/uses?q=volcano&country=JP",
        "/trends",
        $"/trends?q={Word}&q=lighthouse",
        $"/issuers/compare?q={Word}&q=lighthouse",
        "/issuers/compare?q=volcano&kind=report",
        $"/phrases?q=%22{Word}+*%22",
        $"/lines?q={Word}",
        "/lines?q=strait&sort=right",
        "/coverage?by=issuer&size=6",
        $"/searches/{Frozen}",
        "/help",
        "/problems",
        "/problems/validation",
    ];

    /// <summary>The address of an example: what it stands for is made first.</summary>
    public static async Task<string> AddressAsync(string example, HttpClient client)
    {
        if (!example.Contains(Frozen, StringComparison.Ordinal))
        {
            return example;
        }

        using var form = new FormUrlEncodedContent([KeyValuePair.Create("q", Word)]);
        using var response = await client.PostAsync("/searches", form, Token);
        return response.Headers.Location!.ToString();
    }
}
