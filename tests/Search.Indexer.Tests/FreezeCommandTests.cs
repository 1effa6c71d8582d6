using System.Security.Cryptography;
using System.Text;
using Search.Indexer.Hosting;

namespace Search.Indexer.Tests;

public sealed class FreezeCommandTests : IDisposable
{
    private const string First =
        """{"id": "1", "title": "One", "text": "The vassal forces left.", "date": "2031-03-04", "source": "Gazette"}""";
    private const string Second =
        """{"id": "2", "title": "Two", "text": "Vassal forces came.", "date": "2031-03-05", "source": "Gazette"}""";
    private const string Changed =
        """{"id": "1", "title": "One", "text": "The vassal forces left us.", "date": "2031-03-04", "source": "Gazette"}""";

    private readonly CommandLine _search = new();

    public void Dispose() => _search.Dispose();

    [Fact]
    public async Task Freeze_ThenOneMoreImport_VerifiesAndSaysWhatWasAdded()
    {
        await ImportAsync("a.jsonl", First);
        var frozen = (await _search.RunAsync("freeze", "\"vassal forces\"", "--json")).Json;
        var hash = frozen.GetProperty("hash").GetString()!;

        var before = await _search.RunAsync("verify", "--search", hash);
        await ImportAsync("b.jsonl", Second);
        var after = await _search.RunAsync("verify", "--search", hash, "--json");
        var text = await _search.RunAsync("verify", "--search", hash);

        Assert.Equal(ExitCode.Success, before.ExitCode);
        Assert.Contains("0 added, 0 gone", before.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Success, after.ExitCode);
        Assert.Equal("Two", after.Json.GetProperty("since").GetProperty("added")[0].GetProperty("title").GetString());
        var canonical = after.Json.GetProperty("canonical").GetString()!;
        Assert.Equal(hash, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(canonical))));
        Assert.Contains("1 added, 0 gone", text.Output, StringComparison.Ordinal);
        Assert.Contains("  added    2031-03-05  Two", text.Output, StringComparison.Ordinal);
        Assert.Contains("is what was frozen", text.Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Verify_TextHasChanged_IsADifference()
    {
        await ImportAsync("a.jsonl", First);
        var hash = (await _search.RunAsync("freeze", "vassal", "--json")).Json.GetProperty("hash").GetString()!;

        await ImportAsync("b.jsonl", Changed);
        var after = await _search.RunAsync("verify", "--search", hash);

        Assert.Equal(ExitCode.Incomplete, after.ExitCode);
        Assert.Contains("1 with another text", after.Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, (await _search.RunAsync("verify", "--search", "abc")).ExitCode);
    }

    private async Task ImportAsync(string name, string lines) =>
        Assert.Equal(ExitCode.Success, (await _search.RunAsync("import", _search.Write(name, lines))).ExitCode);
}
