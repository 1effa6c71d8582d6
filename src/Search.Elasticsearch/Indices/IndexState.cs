using System.Globalization;
using System.Text.Json;
using Elastic.Clients.Elasticsearch.Mapping;
using Search.Elasticsearch.Documents;

namespace Search.Elasticsearch.Indices;

/// <summary>What an index notes of itself in the mapping's <c>_meta</c>.</summary>
/// <param name="Version">The mapping's version; 0 for an index that notes none.</param>
/// <param name="Hash">The mapping's hash.</param>
/// <param name="BuildingSince">While it is being filled from another index: when that was last known to go on.</param>
internal sealed record IndexNotes(int Version, string Hash, DateTimeOffset? BuildingSince)
{
    public static IndexNotes Of(IndexMapping mapping, DateTimeOffset? buildingSince = null) =>
        new(mapping.Version, mapping.Hash, buildingSince);

    /// <summary>As the mapping keeps it.</summary>
    public Dictionary<string, object?> ToMeta() => new()
    {
        ["version"] = Version,
        ["hash"] = Hash,
        ["buildingSince"] = BuildingSince?.ToString("O", CultureInfo.InvariantCulture),
    };

    /// <summary>Whatever another's index notes under these names is no note of this program's.</summary>
    public static IndexNotes Read(TypeMapping? mappings) => new(
        Note(mappings, "version") is { ValueKind: JsonValueKind.Number } version && version.TryGetInt32(out var number) ? number : 0,
        Text(mappings, "hash") ?? string.Empty,
        DateTimeOffset.TryParseExact(
            Text(mappings, "buildingSince"), "O", CultureInfo.InvariantCulture, DateTimeStyles.None, out var since) ? since : null);

    private static string? Text(TypeMapping? mappings, string name) =>
        Note(mappings, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;

    private static JsonElement? Note(TypeMapping? mappings, string name) =>
        mappings?.Meta is { } meta && meta.TryGetValue(name, out var value) && value is JsonElement note ? note : null;
}

/// <summary>One index of the archive, or under its name, as the planner sees it.</summary>
/// <param name="Name">Its own name; that of the alias where an index bears it.</param>
/// <param name="Live">Whether the alias points at it.</param>
/// <param name="MappingVersion">0 for an index that notes none.</param>
public sealed record IndexState(string Name, bool Live, int MappingVersion, string MappingHash, DateTimeOffset? BuildingSince)
{
    /// <summary>Whether it notes a mapping of this program's and has the fields that every one of them has.</summary>
    public bool Ours { get; init; } = MappingVersion > 0;

    public bool Closed { get; init; }

    /// <summary>Whether a load or a rebuild has left its settings behind.</summary>
    public bool HasLoadSettings { get; init; }

    /// <summary>Documents in it; null where that was not asked for, or cannot be told of a closed one.</summary>
    public long? Documents { get; init; }
}

/// <summary>Names of indices: the alias and the second of creation.</summary>
internal static class IndexNames
{
    private const string Format = "yyyyMMddHHmmss";

    public static string Create(string alias, DateTimeOffset now) =>
        $"{alias}-{now.UtcDateTime.ToString(Format, CultureInfo.InvariantCulture)}";

    /// <summary>The first of these names that no index has yet: one may have been made, or left behind, in this very second.</summary>
    public static string CreateNew(string alias, DateTimeOffset now, IReadOnlyList<IndexState> existing)
    {
        var name = Create(alias, now);
        while (existing.Any(index => index.Name == name))
        {
            now = now.AddSeconds(1);
            name = Create(alias, now);
        }

        return name;
    }

    /// <summary>
    /// The alias by which an index is filled that is not live yet. Elasticsearch makes an index for a write to a name that
    /// it does not have, unless the write says that the name is an alias (require_alias): a late one then fails.
    /// </summary>
    public static string Filling(string index) => index + "-filling";

    /// <summary>Whether a name is one that this project gives to indices of this alias.</summary>
    public static bool IsOurs(string alias, string name) =>
        name.Length == alias.Length + 1 + Format.Length
        && name.StartsWith(alias + "-", StringComparison.Ordinal)
        && name.AsSpan(alias.Length + 1).IndexOfAnyExceptInRange('0', '9') < 0;
}
