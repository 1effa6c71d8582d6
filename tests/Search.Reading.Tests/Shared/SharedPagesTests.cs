using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Search.Reading.Files;
using Search.Testing;

namespace Search.Reading.Tests.Shared;

/// <summary>The real pages beside the checkout, judged by their gold facts and hashes.</summary>
public class SharedPagesTests
{
    [Theory]
    [InlineData("seeds", "000_a537cc9614bafc94.txt")]
    [InlineData("seeds", "002_0bc9320cdbd28869.txt")]
    [InlineData("seeds", "003_bc1de7ad9c5001b1.txt")]
    [InlineData("html", "b7b71aff55bfca76.html")]
    public async Task ReadAsync_StatementPage_HasTheGoldFieldsAndAllOfTheBody(string folder, string name)
    {
        await using var stream = File.OpenRead(Path.Combine(SharedData.Require("data/" + folder), name));
        var statement = Assert.Single(await Reading.AllAsync(stream, name)).Statement!;
        using var gold = JsonDocument.Parse(
            await File.ReadAllBytesAsync(SharedData.Require("checks/pages-gold.json"), TestContext.Current.CancellationToken));
        var page = gold.RootElement.GetProperty("pages").GetProperty(name);

        Assert.Contains(Texts(page.GetProperty("title_hash")), entry => Entry(Words(statement.Title)) == entry);
        Assert.Equal(page.GetProperty("date").GetString(), statement.Issued?.ToString());
        Assert.Equal(page.GetProperty("issuer_country").GetString(), statement.Issuer?.Country);
        Assert.Equal(page.GetProperty("language").GetString(), statement.Language);
        Assert.Contains(Texts(page.GetProperty("issuer_accept")).Append(page.GetProperty("issuer_organisation").GetString()),
            name => name == statement.Issuer?.Organisation);
        var words = Words(statement.Body);
        Assert.All(page.GetProperty("body").EnumerateArray(), sentence =>
            Assert.Contains(sentence.ValueKind == JsonValueKind.Array ? Texts(sentence) : [sentence.GetString()!],
                entry => Has(words, entry)));
        Assert.All(Texts(page.GetProperty("clutter")), entry => Assert.False(Has(words, entry)));
    }

    [Theory]
    [InlineData("2021.html", ReadFaultKind.Attachment)]
    [InlineData("belarus.html", ReadFaultKind.List)]
    [InlineData("cameron.html", ReadFaultKind.List)]
    [InlineData("press-release.html", ReadFaultKind.List)]
    [InlineData("resolution_jun09_1995.pdf", ReadFaultKind.Scan)]
    public async Task ReadAsync_PageThatIsNoStatement_IsSaidToBeWhatItIs(string name, ReadFaultKind kind)
    {
        await using var stream = File.OpenRead(Path.Combine(SharedData.Require("data/html"), name));

        Assert.Equal(kind, Assert.Single(await Reading.AllAsync(stream, name)).Fault?.Kind);
    }

    [Fact]
    public async Task ReadAsync_StatementPageDisturbed_ReadsTheSame()
    {
        var bytes = await File.ReadAllBytesAsync(SharedData.Require("data/html/b7b71aff55bfca76.html"),
            TestContext.Current.CancellationToken);
        var before = Assert.Single(await Reading.AllAsync(bytes, "a.html")).Statement!;

        var after = Assert.Single(await Reading.AllAsync(Html.Disturbance.Of(bytes), "a.html")).Statement!;

        Assert.Equal((before.Title, before.Body, before.Issued), (after.Title, after.Body, after.Issued));
    }

    [Fact]
    public async Task ReadAsync_IssuerWithheld_IsFoundInTheTextOfAtLeast95Percent()
    {
        await using var stream = File.OpenRead(SharedData.Require("data/statements/kcna-2011-2012.jsonl.gz"));
        var given = (await Reading.AllAsync(stream, "kcna.jsonl.gz")).Select(result => result.Statement!)
            .Where(statement => statement.Issuer is not null).ToList();
        stream.Position = 0;
        var found = (await Reading.AllAsync(stream, "kcna.jsonl.gz", new ReadOptions(IgnoreIssuerField: true)))
            .Where(result => result.Statement?.Issuer is not null).Select(result => result.Statement!.SourceId).ToHashSet();

        // Records whose own field was empty may be given an issuer by the text in both readings.
        Assert.InRange(given.Count(statement => found.Contains(statement.SourceId)) / (double)given.Count, 0.95, 1);
    }

    private static IEnumerable<string> Texts(JsonElement list) => list.EnumerateArray().Select(item => item.GetString()!);

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var character in text.Normalize(NormalizationForm.FormKC).ToLowerInvariant() + " ")
        {
            if (char.IsLetterOrDigit(character))
            {
                word.Append(character);
            }
            else if (word.Length > 0)
            {
                words.Add(word.ToString());
                word.Clear();
            }
        }

        return words;
    }

    private static string Entry(IReadOnlyCollection<string> words) => $"{Hash(words)}/{words.Count}";

    private static bool Has(List<string> words, string entry)
    {
        var count = int.Parse(entry.Split('/')[1], CultureInfo.InvariantCulture);
        return Enumerable.Range(0, Math.Max(0, words.Count - count + 1))
            .Any(start => Hash(words.Skip(start).Take(count)) == entry.Split('/')[0]);
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5350", Justification = "The gold's own hashes.")]
    private static string Hash(IEnumerable<string> words) =>
        Convert.ToHexStringLower(SHA1.HashData(Encoding.UTF8.GetBytes(string.Join(' ', words))))[..12];
}
