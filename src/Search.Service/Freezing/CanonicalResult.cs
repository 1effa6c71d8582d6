using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Search.Service.Freezing;

/// <summary>One statement of a frozen result, with its hashes in lower-case hexadecimal.</summary>
/// <param name="Content">Over everything but the time of capture.</param>
/// <param name="Text">Over title, headline and body.</param>
internal sealed record FrozenEntry(string Id, string Content, string Text);

/// <summary>
/// A result as it is cited, and the text that says so: the same on every machine, so that anyone can hash it again. Lines of a name, a
/// space and a value, in this order, each ended by a line feed; values are percent-encoded as in addresses (RFC 3986). Then a line for
/// each statement, in the ordinal order of ids. docs/decisions/0109 has the form.
/// </summary>
internal sealed record CanonicalResult
{
    private const string Head = "search-result 1";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    private static readonly string[] s_names = ["parameters", "explained", "total", "created", "generation", "version"];

    /// <summary>Names and values of the search, in the order of names and then values.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; }

    /// <summary>What the query meant: relative dates are resolved in it.</summary>
    public required string Explained { get; init; }

    /// <summary>In universal time, to the second.</summary>
    public required DateTimeOffset Created { get; init; }

    /// <summary>The archive's own mark of the state that was searched.</summary>
    public required string Generation { get; init; }

    /// <summary>The program's.</summary>
    public required string Version { get; init; }

    /// <summary>In the ordinal order of ids.</summary>
    public required IReadOnlyList<FrozenEntry> Entries { get; init; }

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    public string Write()
    {
        var text = new StringBuilder().Append(Head).Append('\n');
        string[] values =
        [
            string.Join('&', Parameters.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}")),
            Uri.EscapeDataString(Explained),
            Entries.Count.ToString(CultureInfo.InvariantCulture),
            Created.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture),
            Uri.EscapeDataString(Generation),
            Uri.EscapeDataString(Version),
        ];
        foreach (var (name, value) in s_names.Zip(values))
        {
            text.Append(name).Append(' ').Append(value).Append('\n');
        }

        foreach (var entry in Entries)
        {
            text.Append(entry.Id).Append(' ').Append(entry.Content).Append(' ').Append(entry.Text).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>What <see cref="Write"/> wrote; false for anything else.</summary>
    public static bool TryRead(string text, [NotNullWhen(true)] out CanonicalResult? result)
    {
        result = null;
        var lines = text.Split('\n');
        var values = s_names.Select((name, index) => Value(lines, index + 1, name)).ToList();
        if (lines[0] != Head || lines[^1].Length > 0 || values.Contains(null)
            || !DateTimeOffset.TryParseExact(
                values[3], TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var created))
        {
            return false;
        }

        var entries = lines[(s_names.Length + 1)..^1].Select(line => line.Split(' ')).ToList();
        if (entries.Exists(entry => entry.Length != 3) || values[2] != entries.Count.ToString(CultureInfo.InvariantCulture))
        {
            return false;
        }

        result = new CanonicalResult
        {
            Parameters = [.. values[0]!.Split('&', StringSplitOptions.RemoveEmptyEntries).Select(Pair)],
            Explained = Uri.UnescapeDataString(values[1]!),
            Created = created,
            Generation = Uri.UnescapeDataString(values[4]!),
            Version = Uri.UnescapeDataString(values[5]!),
            Entries = [.. entries.Select(entry => new FrozenEntry(entry[0], entry[1], entry[2]))],
        };
        return true;
    }

    private static string? Value(string[] lines, int line, string name) =>
        line < lines.Length && lines[line].StartsWith(name + " ", StringComparison.Ordinal) ? lines[line][(name.Length + 1)..] : null;

    private static KeyValuePair<string, string> Pair(string text)
    {
        var parts = text.Split('=', 2);
        return KeyValuePair.Create(Uri.UnescapeDataString(parts[0]), Uri.UnescapeDataString(parts[^1]));
    }
}
