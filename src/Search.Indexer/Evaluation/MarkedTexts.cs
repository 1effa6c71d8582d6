using System.Text.Json;
using Search.Core.Countries;
using Search.Indexer.Hosting;

namespace Search.Indexer.Evaluation;

/// <summary>
/// Reads texts with the countries that people marked in them: JSON Lines with id, text, countries and, if they were marked,
/// mentions with start, end and iso2.
/// </summary>
internal static class MarkedTexts
{
    /// <exception cref="UsageException">The file is missing or a line of it cannot be read; the message names it.</exception>
    public static async Task<IReadOnlyList<MarkedText>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var lines = await TextLines.ReadAsync(path, cancellationToken);
        return [.. lines.Index().Where(line => line.Item.Length > 0).Select(line => Read(line.Item, $"{path}:{line.Index + 1}"))];
    }

    private static MarkedText Read(string line, string location)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var root = document.RootElement;
            return new MarkedText(
                root.GetProperty("id").ToString(),
                root.GetProperty("text").GetString() ?? string.Empty,
                [.. root.GetProperty("countries").EnumerateArray().Select(code => code.GetString()!)],
                root.TryGetProperty("mentions", out var mentions) ? [.. mentions.EnumerateArray().Select(ReadMention)] : []);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UsageException($"{location}: no object with id, text and countries: {exception.Message}");
        }
    }

    private static MarkedMention ReadMention(JsonElement mention)
    {
        var start = mention.GetProperty("start").GetInt32();
        var length = mention.GetProperty("end").GetInt32() - start;
        return new MarkedMention(mention.GetProperty("iso2").GetString() ?? string.Empty, start, length);
    }
}
