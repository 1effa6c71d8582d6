using System.Globalization;
using System.Text;
using System.Text.Json;
using Search.Core.Statements;
using Search.Reading.Files;

namespace Search.Benchmarks.Reading;

/// <summary>
/// How well issuers are found and made one: the field of records that have one is withheld from the reader and compared afterwards with
/// what the reader found in the text.
/// </summary>
internal static class IssuerFinding
{
    private const int Seed = 23;
    private const int LeadCharacters = 1200;

    /// <summary>
    /// FILE… [--sample N] [--names]: the sample lists records, --names every canonical name with all the ways it is printed.
    /// </summary>
    public static async Task RunAsync(IReadOnlyList<string> arguments)
    {
        var at = arguments.ToList().IndexOf("--sample");
        var sample = at < 0 ? 0 : int.Parse(arguments[at + 1], CultureInfo.InvariantCulture);
        var files = arguments.Where(
            (argument, index) => !argument.StartsWith("--", StringComparison.Ordinal) && (at < 0 || index != at + 1));
        foreach (var file in files)
        {
            var records = await ReadAsync(file);
            Report(file, records);
            if (arguments.Contains("--names"))
            {
                WriteNames(records);
            }

            WriteSample(records, sample);
        }
    }

    private static void Report(string file, List<IssuerRecord> records)
    {
        var named = records.Where(record => record.IsNamedInText).ToList();
        Console.WriteLine(
            $"{Path.GetFileName(file)}: {records.Count} records with an issuer, {named.Count} whose title or lead has its words");
        Console.WriteLine(
            $"  an issuer found in the text   {Share(records, record => record.Found is not null)}   "
                + $"where named {Share(named, record => record.Found is not null)}");
        Console.WriteLine(
            $"  the field's organisation      {Share(records, record => record.IsSameOrganisation)}   "
                + $"where named {Share(named, record => record.IsSameOrganisation)}");
        Console.WriteLine(
            $"  distinct as printed {records.Select(record => record.Given.Printed).Distinct().Count()}, "
                + $"canonical {records.Select(record => record.Given.Name).Distinct().Count()}, organisations "
                + $"{records.Select(record => (record.Given.Organisation, record.Given.Country)).Distinct().Count()}");
    }

    private static string Share(List<IssuerRecord> records, Func<IssuerRecord, bool> holds) =>
        string.Create(
            CultureInfo.InvariantCulture, $"{records.Count(holds),5} ({100.0 * records.Count(holds) / Math.Max(1, records.Count):F1} %)");

    private static void WriteNames(List<IssuerRecord> records)
    {
        foreach (var group in records.GroupBy(record => record.Given.Name).OrderByDescending(group => group.Count()))
        {
            Console.WriteLine(
                $"{group.Count(),5}  {group.Key}  <=  {string.Join(" | ", group.Select(record => record.Given.Printed).Distinct())}");
        }
    }

    private static void WriteSample(List<IssuerRecord> records, int count)
    {
        var random = new Random(Seed);
        foreach (var record in records.OrderBy(_ => random.Next()).Take(count))
        {
            Console.WriteLine(
                $"| {record.Id} | {record.Given.Printed} | {record.Found?.Printed ?? "-"} | {record.Found?.Name ?? "-"} "
                    + $"| {record.Found?.Office ?? "-"} | {record.Found?.Organisation ?? "-"} | {record.Found?.Country ?? "-"} |");
        }
    }

    private static async Task<List<IssuerRecord>> ReadAsync(string path)
    {
        var withField = WithField(path);
        var given = await StatementsAsync(path, ReadOptions.Default);
        var found = await StatementsAsync(path, new ReadOptions(IgnoreIssuerField: true));
        return [.. given.Where(entry => entry.Value.Issuer is not null && withField.Contains(entry.Key))
            .Select(entry => new IssuerRecord(entry.Key, entry.Value.Issuer!, found[entry.Key].Issuer, IsNamed(entry.Value)))];
    }

    /// <summary>All longer words of the field stand in the title or in the first paragraphs.</summary>
    private static bool IsNamed(Statement statement)
    {
        var text = Words(statement.Title + " " + statement.Body[..Math.Min(statement.Body.Length, LeadCharacters)]);
        return Words(statement.Issuer!.Printed).Where(word => word.Length > 3).All(text.Contains);
    }

    private static HashSet<string> Words(string text)
    {
        var words = new StringBuilder(text.Length);
        foreach (var character in text.ToLowerInvariant())
        {
            words.Append(char.IsLetterOrDigit(character) ? character : ' ');
        }

        return
        [
            .. words.ToString()
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(word => word.StartsWith("spokes", StringComparison.Ordinal) ? "spokes" : word),
        ];
    }

    private static HashSet<string> WithField(string path)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in StatementFiles.Lines(path))
        {
            using var record = JsonDocument.Parse(line);
            if (record.RootElement.TryGetProperty("issuer", out var issuer) && issuer.ValueKind == JsonValueKind.String)
            {
                ids.Add(record.RootElement.GetProperty("id").ToString());
            }
        }

        return ids;
    }

    private static async Task<Dictionary<string, Statement>> StatementsAsync(string path, ReadOptions options)
    {
        var statements = new Dictionary<string, Statement>(StringComparer.Ordinal);
        await foreach (var statement in StatementFiles.ReadAsync(path, options))
        {
            if (statement.SourceId is { } id)
            {
                statements[id] = statement;
            }
        }

        return statements;
    }

    private sealed record IssuerRecord(string Id, Issuer Given, Issuer? Found, bool IsNamedInText)
    {
        public bool IsSameOrganisation => Found is not null && Found.Organisation == Given.Organisation && Found.Country == Given.Country;
    }
}
