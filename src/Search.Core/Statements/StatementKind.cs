namespace Search.Core.Statements;

/// <summary>What sort of text a statement is. <see cref="StatementKinds"/> has the names that parameters take.</summary>
public enum StatementKind
{
    Other,
    PressStatement,
    Statement,
    Answer,
    Commentary,
    JointStatement,
    Speech,
    Message,
    Report,
}

/// <summary>The names of kinds in URLs, JSON and queries, and what people read.</summary>
public static class StatementKinds
{
    private static readonly (StatementKind Kind, string Value, string Label)[] s_all =
    [
        (StatementKind.Other, "other", "Other"),
        (StatementKind.PressStatement, "press-statement", "Press statement"),
        (StatementKind.Statement, "statement", "Statement"),
        (StatementKind.Answer, "answer", "Answer to a question"),
        (StatementKind.Commentary, "commentary", "Commentary"),
        (StatementKind.JointStatement, "joint-statement", "Joint statement"),
        (StatementKind.Speech, "speech", "Speech"),
        (StatementKind.Message, "message", "Message"),
        (StatementKind.Report, "report", "Report"),
    ];

    /// <summary>Every value that the <c>kind</c> parameter takes, in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Values { get; } = [.. s_all.Select(entry => entry.Value)];

    public static string ToValue(this StatementKind kind) => s_all[(int)kind].Value;

    public static string ToLabel(this StatementKind kind) => s_all[(int)kind].Label;

    public static bool TryParse(string value, out StatementKind kind)
    {
        foreach (var entry in s_all)
        {
            if (string.Equals(entry.Value, value, StringComparison.OrdinalIgnoreCase))
            {
                kind = entry.Kind;
                return true;
            }
        }

        kind = StatementKind.Other;
        return false;
    }
}
