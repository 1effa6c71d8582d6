namespace Search.Queries;

/// <summary>What can stand before a colon. A field's name in queries is its lower-case name here.</summary>
public enum QueryField
{
    Title,
    Issuer,
    Country,
    Source,
    Kind,
    Language,
    Id,
    Date,
    After,
    Before,
}

public static class QueryFields
{
    private static readonly string[] s_names = [.. Enum.GetNames<QueryField>().Select(name => name.ToLowerInvariant())];

    /// <summary>Names in the order of the enumeration.</summary>
    public static IReadOnlyList<string> Names => s_names;

    public static string ToName(this QueryField field) => s_names[(int)field];

    /// <summary>Whatever the case of <paramref name="name"/>.</summary>
    public static bool TryParse(ReadOnlySpan<char> name, out QueryField field)
    {
        for (var index = 0; index < s_names.Length; index++)
        {
            if (name.Equals(s_names[index], StringComparison.OrdinalIgnoreCase))
            {
                field = (QueryField)index;
                return true;
            }
        }

        field = default;
        return false;
    }

    internal static bool IsDate(this QueryField field) => field is QueryField.Date or QueryField.After or QueryField.Before;

    /// <summary>Its words are looked for like the text's; other fields have values that are compared whole.</summary>
    internal static bool IsText(this QueryField field) => field is QueryField.Title or QueryField.Issuer or QueryField.Source;
}
