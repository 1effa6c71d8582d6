using Search.Core.Analysis;

namespace Search.Queries;

/// <summary>What somebody may have meant by a field that does not exist.</summary>
internal static class FieldSuggestions
{
    private static readonly (string Name, string Field)[] s_otherNames =
    [
        ("headline", "title"), ("subject", "title"), ("intitle", "title"), ("author", "issuer"), ("by", "issuer"), ("from", "issuer"),
        ("who", "issuer"), ("speaker", "issuer"), ("nation", "country"), ("countries", "country"),
        ("site", "source"), ("publisher", "source"), ("type", "kind"),
        ("lang", "language"), ("day", "date"), ("month", "date"), ("year", "date"), ("on", "date"), ("since", "after"),
        ("until", "before"), ("till", "before"),
    ];

    /// <summary>A field's name; null when nothing is near.</summary>
    public static string? For(string name)
    {
        foreach (var (other, field) in s_otherNames)
        {
            if (name.Equals(other, StringComparison.OrdinalIgnoreCase))
            {
                return field;
            }
        }

        return EditDistance.Nearest(name, QueryFields.Names);
    }
}
