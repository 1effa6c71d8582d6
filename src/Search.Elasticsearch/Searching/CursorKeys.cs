using System.Text.Json;
using Elastic.Clients.Elasticsearch;
using Search.Archive.Searching;

namespace Search.Elasticsearch.Searching;

/// <summary>
/// The sort values of a page's last hit. Pages by date go on from there whatever happens to the archive meanwhile; scores
/// mean something only while it is as it was, so a cursor by relevance bears the archive's state.
/// </summary>
internal static class CursorKeys
{
    private const string Lasting = "es";

    public static SearchCursor Write(SortOrder sort, IEnumerable<FieldValue> sortValues, string state) =>
        new(sort == SortOrder.Relevance ? state : Lasting, [.. sortValues.Select(value => JsonSerializer.Serialize(value.Value))]);

    /// <exception cref="CursorExpiredException">The cursor is none of this engine's or of another order.</exception>
    public static FieldValue[] Read(SearchCursor cursor, SortOrder sort)
    {
        if (cursor.Keys.Count != (sort == SortOrder.Relevance ? 3 : 2) || (sort != SortOrder.Relevance && cursor.Generation != Lasting))
        {
            throw Expired();
        }

        try
        {
            return [.. cursor.Keys.Select((key, index) => Key(JsonElement.Parse(key), isLast: index == cursor.Keys.Count - 1))];
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

    /// <summary>Numbers, and in the end the id.</summary>
    private static FieldValue Key(JsonElement key, bool isLast) => (key.ValueKind, isLast) switch
    {
        (JsonValueKind.String, true) => key.GetString()!,
        (JsonValueKind.Number, false) => key.TryGetInt64(out var whole) ? whole : key.GetDouble(),
        _ => throw Expired(),
    };

    private static CursorExpiredException Expired() =>
        new("The archive has changed since this page's link was made. Begin again with the first page.");
}
