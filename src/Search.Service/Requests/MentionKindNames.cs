using Search.Core.Countries;

namespace Search.Service.Requests;

/// <summary>The names of kinds of mention in parameters and JSON.</summary>
public static class MentionKindNames
{
    private static readonly (MentionKind Kind, string Value)[] s_all =
    [
        (MentionKind.Name, "name"),
        (MentionKind.Abbreviation, "abbreviation"),
        (MentionKind.Demonym, "demonym"),
        (MentionKind.InsideName, "inside-name"),
        (MentionKind.Capital, "capital"),
        (MentionKind.Part, "part"),
    ];

    public static IReadOnlyList<string> Values { get; } = [.. s_all.Select(entry => entry.Value), "all"];

    public static string ToValue(this MentionKind kind) => s_all[(int)kind].Value;

    /// <summary>Null when it is no name of a kind.</summary>
    internal static MentionKinds? Parse(string value)
    {
        if (value.Equals("all", StringComparison.OrdinalIgnoreCase))
        {
            return MentionKinds.All;
        }

        foreach (var entry in s_all)
        {
            if (entry.Value.Equals(value, StringComparison.OrdinalIgnoreCase))
            {
                return (MentionKinds)(1 << (int)entry.Kind);
            }
        }

        return null;
    }
}
