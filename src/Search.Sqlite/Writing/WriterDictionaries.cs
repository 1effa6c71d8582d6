using Search.Core.Statements;

namespace Search.Sqlite.Writing;

/// <summary>The keys of sources, languages and issuers, made where they are missing. Lives as long as one transaction.</summary>
internal sealed class WriterDictionaries(WriterCommands commands)
{
    private readonly Dictionary<string, object> _sources = new(StringComparer.Ordinal);
    private readonly Dictionary<string, object> _languages = new(StringComparer.Ordinal);
    private readonly Dictionary<Issuer, object> _issuers = [];

    /// <summary>How many keys were made.</summary>
    public int Made { get; private set; }

    public object SourceKey(string name) => Key(
        _sources, name, "SELECT key FROM source WHERE name = ?1", "INSERT INTO source (name) VALUES (?1)", name);

    public object? LanguageKey(string? tag) => tag is null ? null : Key(
        _languages, tag, "SELECT key FROM language WHERE tag = ?1", "INSERT INTO language (tag) VALUES (?1)", tag);

    public object? IssuerKey(Issuer? issuer) => issuer is null ? null : Key(
        _issuers,
        issuer,
        """
        SELECT key FROM issuer
        WHERE name = ?1 AND office IS ?2 AND organisation IS ?3 AND country IS ?4 AND printed = ?5
        """,
        "INSERT INTO issuer (name, office, organisation, country, printed) VALUES (?1, ?2, ?3, ?4, ?5)",
        issuer.Name,
        issuer.Office,
        issuer.Organisation,
        issuer.Country,
        issuer.Printed);

    private object Key<T>(Dictionary<T, object> known, T value, string find, string insert, params ReadOnlySpan<object?> values)
        where T : notnull
    {
        if (!known.TryGetValue(value, out var key))
        {
            known[value] = key = commands.Scalar(find, values) ?? Insert(insert, values);
        }

        return key;
    }

    private object Insert(string sql, ReadOnlySpan<object?> values)
    {
        commands.Execute(sql, values);
        Made++;
        return commands.Scalar("SELECT last_insert_rowid()")!;
    }
}
