using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Archive.Searching;

namespace Search.Elasticsearch.Searching;

/// <summary>
/// The sort values of a page's last hit. Pages by date go on from there whatever happens to the archive meanwhile; scores
/// mean something only while it is as it was, so a cursor by relevance bears the archive's state.
/// </summary>
internal static class CursorKeys
{
    private const string Lasting = "es";

    public static SearchCursor Write(SortOrder sort, JsonElement sortValues, string state) =>
        new(sort == SortOrder.Relevance ? state : Lasting, [.. sortValues.EnumerateArray().Select(value => value.GetRawText())]);

    /// <exception cref="CursorExpiredException">The cursor is none of this engine's or of another order.</exception>
    public static JsonArray Read(SearchCursor cursor, SortOrder sort)
    {
        if (cursor.Keys.Count != (sort == SortOrder.Relevance ? 3 : 2) || (sort != SortOrder.Relevance && cursor.Generation != Lasting))
        {
            throw Expired();
        }

        try
        {
            var keys = cursor.Keys.Select(key => JsonNode.Parse(key) as JsonValue).ToArray();
            if (keys[^1]?.GetValueKind() != JsonValueKind.String || keys[..^1].Any(key => key?.GetValueKind() != JsonValueKind.Number))
            {
                throw Expired();
            }

            return [.. keys];
        }
        catch (JsonException)
        {
            throw Expired();
        }
    }

    /// <exception cref="CursorExpiredException">The archive is not as it was when the cursor was given.</exception>
    public static void CheckState(SearchRequest request, string state)
    {
        if (request is { Sort: SortOrder.Relevance, After: { } after } && after.Generation != state)
        {
            throw Expired();
        }
    }

    private static CursorExpiredException Expired() =>
        new("The archive has changed since this page's link was made. Begin again with the first page.");
}
