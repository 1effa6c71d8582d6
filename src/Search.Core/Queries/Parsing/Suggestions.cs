namespace Search.Core.Queries;

/// <summary>What somebody may have meant by a name that does not exist.</summary>
internal static class Suggestions
{
    private static readonly (string Name, string Field)[] s_otherNames =
    [
        ("headline", "title"), ("subject", "title"), ("intitle", "title"), ("author", "issuer"), ("by", "issuer"), ("from", "issuer"),
        ("who", "issuer"), ("speaker", "issuer"), ("nation", "country"), ("countries", "country"), ("site", "source"), ("publisher", "source"), ("type", "kind"),
        ("lang", "language"), ("day", "date"), ("month", "date"), ("year", "date"), ("on", "date"), ("since", "after"),
        ("until", "before"), ("till", "before"),
    ];

    /// <summary>A field's name; null when nothing is near.</summary>
    public static string? Field(string name)
    {
        foreach (var (other, field) in s_otherNames)
        {
            if (name.Equals(other, StringComparison.OrdinalIgnoreCase))
            {
                return field;
            }
        }

        return Nearest(name, QueryFields.Names);
    }

    /// <summary>The candidate with the fewest edits, at most a third of the letters; null when none is so near.</summary>
    public static string? Nearest(string text, IEnumerable<string> candidates)
    {
        var folded = text.ToLowerInvariant();
        string? best = null;
        var fewest = Math.Min(2, (text.Length + 1) / 3) + 1;
        foreach (var candidate in candidates)
        {
            if (Math.Abs(candidate.Length - text.Length) < fewest && Edits(folded, candidate.ToLowerInvariant()) is var edits && edits < fewest)
            {
                (best, fewest) = (candidate, edits);
            }
        }

        return best;
    }

    /// <summary>Letters to insert, remove, replace or swap with a neighbour.</summary>
    private static int Edits(string left, string right)
    {
        var before = new int[right.Length + 1];
        var previous = Enumerable.Range(0, right.Length + 1).ToArray();
        var current = new int[right.Length + 1];
        for (var row = 1; row <= left.Length; row++)
        {
            current[0] = row;
            for (var column = 1; column <= right.Length; column++)
            {
                var cost = left[row - 1] == right[column - 1] ? 0 : 1;
                current[column] = Math.Min(Math.Min(previous[column] + 1, current[column - 1] + 1), previous[column - 1] + cost);
                if (row > 1 && column > 1 && left[row - 1] == right[column - 2] && left[row - 2] == right[column - 1])
                {
                    current[column] = Math.Min(current[column], before[column - 2] + 1);
                }
            }

            (before, previous, current) = (previous, current, before);
        }

        return previous[right.Length];
    }
}
