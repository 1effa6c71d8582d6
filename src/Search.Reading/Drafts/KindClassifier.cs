using System.Buffers;
using Search.Core.Statements;
using Search.Reading.Text;

namespace Search.Reading.Drafts;

/// <summary>Tells the kind of a statement by what its title, or else its first sentence, calls it. The words are data: kinds.txt.</summary>
internal static class KindClassifier
{
    private const int LeadCharacters = 400;
    private static readonly Rule[] s_rules = [.. EmbeddedTable.Rows("Drafts.kinds.txt").Select(Parse)];

    public static StatementKind Tell(string title, string kicker, string lead)
    {
        var ofTitle = First(title, inTitle: true);
        var ofKicker = ofTitle is StatementKind.Other ? First(kicker, inTitle: true) : ofTitle;
        var end = lead.IndexOf('\n', StringComparison.Ordinal);
        var first = lead.AsSpan(0, Math.Min(end < 0 ? lead.Length : end, LeadCharacters));
        return ofKicker is StatementKind.Other ? First(first, inTitle: false) : ofKicker;
    }

    private static StatementKind First(ReadOnlySpan<char> text, bool inTitle)
    {
        foreach (var rule in s_rules)
        {
            if (rule.InTitle == inTitle && text.ContainsAny(rule.Words))
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
