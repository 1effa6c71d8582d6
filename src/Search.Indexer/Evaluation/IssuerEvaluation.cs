using System.Globalization;
using System.Text;
using System.Text.Json;
using Search.Core.Statements;
using Search.Reading;
using Search.Reading.Files;

namespace Search.Indexer.Evaluation;

/// <summary>A record whose issuer was not found, or found as another.</summary>
internal sealed record IssuerError(string Document, string Expected, string? Found);

/// <summary>How many of the records that name their issuer have it found again in their text.</summary>
internal sealed record IssuerScores(int Documents, int Right, int Wrong, int Missed, IReadOnlyList<IssuerError> Errors)
{
    public double Share => Documents == 0 ? 0 : (double)Right / Documents;
}

/// <summary>
/// Withholds each record's own issuer from the reader and compares what the text gives with what the field gives: the same organisation
/// of the same country is right.
/// </summary>
internal static class IssuerEvaluation
{
    public static async Task<IssuerScores> EvaluateAsync(IReadOnlyList<string> lines, CancellationToken cancellationToken)
    {
        var given = await ReadAsync(lines, ReadOptions.Default, cancellationToken);
        var found = await ReadAsync(lines, new ReadOptions(IgnoreIssuerField: true), cancellationToken);
        var (right, wrong, missed, errors) = (0, 0, 0, new List<IssuerError>());
        foreach (var (location, statement) in given)
        {
            // A record without the field reads the same both ways and tells nothing.
            if (statement.Issuer is not { } expected || !HasField(lines, location))
            {
                continue;
            }

            var issuer = found.GetValueOrDefault(location)?.Issuer;
            var isRight = issuer?.Organisation == expected.Organisation && issuer?.Country == expected.Country && issuer is not null;
            right += isRight ? 1 : 0;
            missed += issuer is null ? 1 : 0;
            wrong += isRight || issuer is null ? 0 : 1;
            if (!isRight)
            {
                errors.Add(new IssuerError(statement.SourceId ?? location, expected.Name, issuer?.Name));
            }
        }

        return new IssuerScores(right + wrong + missed, right, wrong, missed, errors);
    }

    private static bool HasField(IReadOnlyList<string> lines, string location)
    {
        using var record = JsonDocument.Parse(
            lines[int.Parse(location[(location.LastIndexOf(':') + 1)..], CultureInfo.InvariantCulture) - 1]);
        return record.RootElement.TryGetProperty("issuer", out var issuer) && issuer.ValueKind == JsonValueKind.String;
    }

    private static async Task<Dictionary<string, Statement>> ReadAsync(
        IReadOnlyList<string> lines, ReadOptions options, CancellationToken cancellationToken)
    {
        var statements = new Dictionary<string, Statement>(StringComparer.Ordinal);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(string.Join('\n', lines)));
        await foreach (var result in new StatementFileReader().ReadAsync(stream, "gold.jsonl", options, cancellationToken))
        {
            if (result.Statement is { } statement)
            {
                statements[result.Location] = statement;
            }
        }

        return statements;
    }
}
