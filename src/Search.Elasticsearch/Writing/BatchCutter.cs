namespace Search.Elasticsearch.Writing;

/// <summary>Cuts items into requests that Elasticsearch takes well: by bytes first, then by number.</summary>
internal static class BatchCutter
{
    public const int MaxBytes = 5_000_000;
    public const int MaxItems = 1000;

    /// <summary>Neighbouring positions; an item larger than a batch is a batch of its own.</summary>
    public static IEnumerable<Range> Cut(IReadOnlyList<BulkItem> items, int maxBytes = MaxBytes, int maxItems = MaxItems)
    {
        var (start, bytes) = (0, 0L);
        for (var index = 0; index < items.Count; index++)
        {
            if (index > start && (bytes + items[index].Bytes > maxBytes || index - start == maxItems))
            {
                yield return start..index;
                (start, bytes) = (index, 0);
            }

            bytes += items[index].Bytes;
        }

        if (start < items.Count)
        {
            yield return start..items.Count;
        }
    }
}
