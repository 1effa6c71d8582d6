using System.Text.Json;

namespace Search.Indexer.Tests;

/// <summary>Enough text that a command is in the middle of it for a while.</summary>
internal static class LongStatements
{
    public const int Count = 12_000;

    private static readonly string s_body =
        string.Join(' ', Enumerable.Repeat("The harbour board keeps its word on every tide and every lantern.", 30));

    public static string Write(string path)
    {
        File.WriteAllLines(path, Enumerable.Range(0, Count).Select(number => JsonSerializer.Serialize(new
        {
            id = $"harbour-{number}",
            title = $"Notice {number}",
            date = new DateOnly(2020, 1, 1).AddDays(number % 1500).ToString("yyyy-MM-dd"),
            source = "Harbour Gazette",
            language = "en",
            text = $"{s_body} Number {number}.",
        })));
        return path;
    }
}
