using System.Text.Json;

namespace Search.Indexer.Tests;

/// <summary>Lines of JSON Lines files, fictional.</summary>
internal static class Lines
{
    public static string Statement(
        string id,
        string title = "Press statement on the harbour",
        string text = "The harbour is open.",
        string date = "2031-03-04") => JsonSerializer.Serialize(new
        {
            id,
            title,
            text,
            date,
            source = "Harbour Gazette",
            issuer = "Harbour Office of Valdoria",
            language = "en",
        }) + "\n";

    public static string Many(int count) => string.Concat(Enumerable.Range(1, count).Select(number => Statement($"{number}")));
}
