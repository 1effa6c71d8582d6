namespace Search.Elasticsearch.Documents;

internal static class DocumentRules
{
    public static bool IsStemmed(string? language) =>
        language is null
        || (language.StartsWith("en", StringComparison.OrdinalIgnoreCase) && (language.Length == 2 || language[2] is '-' or '_'));
}
