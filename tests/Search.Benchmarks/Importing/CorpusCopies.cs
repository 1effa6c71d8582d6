using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Search.Benchmarks.Importing;

/// <summary>
/// A larger corpus made of a smaller one: it and copies of it. A copy has ids of its own, earlier dates, and its own spelling of every
/// word that few statements have, so that rare words stay rare.
/// </summary>
internal static partial class CorpusCopies
{
    /// <summary>A word in no more than this part of the statements is rare.</summary>
    private const double RareShare = 0.001;
    private const int DaysPerCopy = 30;

    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var copies = int.Parse(arguments[1], CultureInfo.InvariantCulture);
        string[] lines = [.. StatementFiles.Lines(arguments[0])];
        var rare = RareWords(lines);
        await using var output = File.CreateText(arguments[2]);
        for (var copy = 0; copy < copies; copy++)
        {
            foreach (var line in lines)
            {
                await output.WriteLineAsync(copy == 0 ? line : Copy(line, copy, rare));
            }
        }

        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"{(long)lines.Length * copies:N0} statements, {rare.Count:N0} rare words in each copy"));
    }

    private static HashSet<string> RareWords(string[] lines)
    {
        var statements = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var line in lines)
        {
            var record = JsonNode.Parse(line)!;
            foreach (var word in Words().Matches($"{record["title"]} {record["text"]}")
                .Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase))
            {
                statements[word] = statements.GetValueOrDefault(word) + 1;
            }
        }

        var most = lines.Length * RareShare;
        return statements.Where(word => word.Value <= most).Select(word => word.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }

    private static string Copy(string line, int copy, HashSet<string> rare)
    {
        var record = JsonNode.Parse(line)!.AsObject();
        var ending = $"q{(char)('a' + (copy / 26))}{(char)('a' + (copy % 26))}";
        record["id"] = $"{record["id"]}-{copy}";
        foreach (var field in (string[])["title", "text"])
        {
            if (record[field] is { } text)
            {
                record[field] = Words().Replace(
                    text.GetValue<string>(), word => rare.Contains(word.Value) ? word.Value + ending : word.Value);
            }
        }

        if (DateOnly.TryParseExact((string?)record["date"], "yyyy-MM-dd", out var date))
        {
            record["date"] = date.AddDays(-DaysPerCopy * copy).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        }

        return record.ToJsonString();
    }

    [GeneratedRegex("(?<![A-Za-z])[A-Za-z]{4,}(?![A-Za-z])")]
    private static partial Regex Words();
}
