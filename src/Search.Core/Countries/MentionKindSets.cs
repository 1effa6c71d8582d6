namespace Search.Core.Countries;

/// <summary>Sets of kinds as parameters name them: the kinds' names, separated by commas, or default or all.</summary>
public static class MentionKindSets
{
    private static readonly MentionKind[] s_kinds = Enum.GetValues<MentionKind>();

    public static bool Includes(this MentionKinds kinds, MentionKind kind) => ((int)kinds & (1 << (int)kind)) != 0;

    /// <summary>Reads a list such as <c>name,abbreviation,capital</c> in any case; false when a name is unknown or there is none.</summary>
    public static bool TryParse(string text, out MentionKinds kinds)
    {
        kinds = MentionKinds.None;
        foreach (var part in text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!Enum.TryParse<MentionKinds>(part, ignoreCase: true, out var kind) || char.IsDigit(part[0]) || part[0] is '-' or '+')
                return false;

            kinds |= kind;
        }

        return kinds != MentionKinds.None;
    }

    /// <summary>The names, as <see cref="TryParse"/> takes them.</summary>
    public static string Format(MentionKinds kinds) =>
        string.Join(',', s_kinds.Where(kind => kinds.Includes(kind)).Select(kind => kind.ToString().ToLowerInvariant()));
}
