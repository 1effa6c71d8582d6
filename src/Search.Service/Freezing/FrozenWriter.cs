using Search.Service.Responses;

namespace Search.Service.Freezing;

/// <summary>Turns frozen results into the JSON that scripts read.</summary>
internal static class FrozenWriter
{
    public static FrozenSearchResponse Write(string hash, string text, CanonicalResult result, SinceResponse? since) => new(
        hash,
        result.Parameters.FirstOrDefault(pair => pair.Key == Requests.SearchParameters.Query.Name).Value ?? string.Empty,
        result.Explained,
        result.Parameters.GroupBy(pair => pair.Key)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(pair => pair.Value)]),
        result.Entries.Count,
        result.Created,
        result.Generation,
        result.Version,
        [.. result.Entries.Select(entry => new FrozenIdResponse(entry.Id, entry.Content, entry.Text))],
        text,
        since);

    /// <summary>Of a result that is frozen just now.</summary>
    public static SinceResponse Nothing(WholeResult now) => new(now.Hits.Count, now.Generation, [], [], [], 0);

    public static SinceResponse Since(CanonicalResult then, WholeResult now)
    {
        var before = then.Entries.ToDictionary(entry => entry.Id, StringComparer.Ordinal);
        var ids = now.Hits.Select(hit => hit.Entry.Id).ToHashSet(StringComparer.Ordinal);
        var kept = now.Hits.Where(hit => before.ContainsKey(hit.Entry.Id)).ToList();
        return new SinceResponse(
            now.Hits.Count,
            now.Generation,
            [.. now.Hits.Where(hit => !before.ContainsKey(hit.Entry.Id)).Select(hit => ResponseWriter.Reference(hit.Head))],
            [.. then.Entries.Where(entry => !ids.Contains(entry.Id)).Select(entry => entry.Id)],
            [.. kept.Where(hit => hit.Entry.Text != before[hit.Entry.Id].Text).Select(hit => ResponseWriter.Reference(hit.Head))],
            kept.Count(hit => hit.Entry.Text == before[hit.Entry.Id].Text && hit.Entry.Content != before[hit.Entry.Id].Content));
    }
}
