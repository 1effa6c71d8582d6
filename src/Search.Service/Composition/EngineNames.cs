namespace Search.Service.Composition;

/// <summary>The engines by the names that configuration and commands take.</summary>
public static class EngineNames
{
    public const string Sqlite = "sqlite";

    public const string Elasticsearch = "elasticsearch";

    public static IReadOnlyList<string> All { get; } = [Sqlite, Elasticsearch];

    /// <summary>Whatever the case.</summary>
    public static bool IsKnown(string? name) => All.Contains(name, StringComparer.OrdinalIgnoreCase);
}
