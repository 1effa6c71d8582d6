using System.Buffers;
using Search.Core.Statements;

namespace Search.Reading.Kinds;

/// <summary>Tells the kind of a statement by what its title, or else its first sentence, calls it. The words are data: kinds.txt.</summary>
internal static class KindClassifier
{
    private const int LeadCharacters = 400;
    private static readonly Rule[] s_rules = [.. EmbeddedText.Lines("Kinds.kinds.txt").Select(Parse)];

    public static StatementKind Tell(string title, string lead)
    {
        var end = lead.IndexOf('\n', StringComparison.Ordinal);
        var first = lead.AsSpan(0, Math.Min(end < 0 ? lead.Length : end, LeadCharacters));
        foreach (var rule in s_rules)
        {
            if ((rule.InTitle ? title : first).ContainsAny(rule.Words))
            {
                return rule.Kind;
            }
        }

        return StatementKind.Other;
    }

    private static Rule Parse(string line)
    {
        var parts = line.Split(' ', 3);
        return StatementKinds.TryParse(parts[0], out var kind)
            ? new Rule(kind, parts[1] == "title", SearchValues.Create(parts[2].Split('|'), StringComparison.OrdinalIgnoreCase))
            : throw new InvalidOperationException($"kinds.txt names an unknown kind: {parts[0]}");
    }

    private sealed record Rule(StatementKind Kind, bool InTitle, SearchValues<string> Words);
}
