namespace Search.Elasticsearch.Answers;

/// <summary>What was counted, by the names of the aggregations.</summary>
internal sealed class AnswerParts(Dictionary<string, AnswerPart> parts)
{
    public static AnswerParts None { get; } = new([]);

    /// <exception cref="KeyNotFoundException">It was not asked for.</exception>
    public AnswerPart this[string name] => parts[name];

    public AnswerPart? Find(string name) => parts.GetValueOrDefault(name);
}

/// <summary>What one aggregation counted; of each kind only what it has.</summary>
internal sealed class AnswerPart
{
    /// <summary>Of a filter, and of statements that lack a value.</summary>
    public long Count { get; init; }

    /// <summary>How many statements have each value.</summary>
    public IReadOnlyList<KeyValuePair<string, long>> Values { get; init; } = [];

    /// <summary>How many values of statements are not among those listed.</summary>
    public long Others { get; init; }

    /// <summary>How many statements lie in the time that begins with each day.</summary>
    public IReadOnlyList<KeyValuePair<DateOnly, long>> Dates { get; init; } = [];

    /// <summary>Of a number over all statements; null where there were none.</summary>
    public double? Number { get; init; }

    /// <summary>What stands below a filter.</summary>
    public AnswerParts Parts { get; init; } = AnswerParts.None;
}
