using System.IO.Compression;
using System.Text.Json;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Benchmarks.Elasticsearch;

/// <summary>Statements from JSON Lines, read plainly and before any clock runs.</summary>
internal static class BenchmarkStatements
{
    public static IReadOnlyList<Statement> Read(string path)
    {
        using var file = File.OpenRead(path);
        using Stream lines = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(lines);
        var statements = new List<Statement>();
        while (reader.ReadLine() is { } line)
        {
            statements.Add(Parse(JsonElement.Parse(line)));
        }

        return [.. statements.DistinctBy(statement => statement.Id)];
    }

    private static Statement Parse(JsonElement line)
    {
        var (title, source, id) = (Text(line, "title") ?? string.Empty, Text(line, "source") ?? "bench", Text(line, "id"));
        DateOnly? issued = DateOnly.TryParse(Text(line, "date"), out var day) ? day : null;
        return new Statement
        {
            Id = StatementId.Create(source, id, Text(line, "url"), issued, title),
            SourceId = id,
            Title = TextNormalizer.Normalize(title),
            Body = TextNormalizer.Normalize(Text(line, "text") ?? string.Empty),
            Issued = issued,
            Issuer = Text(line, "issuer") is { } issuer ? new Issuer(issuer, null, null, null, issuer) : null,
            Source = source,
            SourceUrl = Text(line, "url"),
            Language = Text(line, "language"),
        };
    }

    private static string? Text(JsonElement line, string name) =>
        line.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
