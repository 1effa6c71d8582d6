using System.Globalization;
using System.Text.Json;
using Search.Indexer.Hosting;

namespace Search.Indexer.Evaluation;

/// <summary>A question as people put it.</summary>
internal sealed record JudgedQuery(string Id, string Text, IReadOnlyDictionary<string, int> Grades);

/// <summary>Reads a collection's queries and what people judged about them.</summary>
internal static class Judgements
{
    private static readonly Dictionary<string, int> s_none = [];

    /// <param name="queriesPath">JSON Lines with id and text.</param>
    /// <param name="gradesPath">Tab-separated, a header line, then query, document, grade.</param>
    /// <exception cref="UsageException">A file is missing or a line of it cannot be read; the message names it.</exception>
    public static async Task<IReadOnlyList<JudgedQuery>> ReadAsync(
        string queriesPath, string gradesPath, CancellationToken cancellationToken)
    {
        var grades = await ReadGradesAsync(gradesPath, cancellationToken);
        var queries = new List<JudgedQuery>();
        var number = 0;
        foreach (var line in await TextLines.ReadAsync(queriesPath, cancellationToken))
        {
            number++;
            if (line.Length > 0)
            {
                var (id, text) = ReadQuery(line, $"{queriesPath}:{number}");
                queries.Add(new JudgedQuery(id, text, grades.GetValueOrDefault(id, s_none)));
            }
        }

        return queries;
    }

    private static async Task<Dictionary<string, Dictionary<string, int>>> ReadGradesAsync(string path, CancellationToken cancellationToken)
    {
        var grades = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        var number = 1;
        foreach (var line in (await TextLines.ReadAsync(path, cancellationToken)).Skip(1))
        {
            number++;
            var columns = line.Split('\t');
            if (line.Length == 0)
            {
                continue;
            }

            if (columns.Length != 3
                || !int.TryParse(columns[2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var grade))
            {
                throw new UsageException($"{path}:{number}: not query, document and grade, separated by tabs.");
            }

            if (!grades.TryGetValue(columns[0], out var documents))
            {
                grades.Add(columns[0], documents = new Dictionary<string, int>(StringComparer.Ordinal));
            }

            documents[columns[1]] = grade;
        }

        return grades;
    }

    private static (string Id, string Text) ReadQuery(string line, string location)
    {
        try
        {
            using var document = JsonDocument.Parse(line);
            var id = document.RootElement.GetProperty("id");
            var text = document.RootElement.GetProperty("text").GetString()!;
            return (id.ValueKind == JsonValueKind.String ? id.GetString()! : id.GetRawText(), text);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw new UsageException($"{location}: no object with id and text: {exception.Message}");
        }
    }
}
