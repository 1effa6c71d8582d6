namespace Search.Reading.Files;

/// <param name="Explain">Fill <see cref="ReadResult.Explanation"/>.</param>
/// <param name="IgnoreIssuerField">Leave a record's own issuer field aside and find the issuer in the text (for measuring).</param>
public sealed record ReadOptions(bool Explain = false, bool IgnoreIssuerField = false)
{
    /// <summary>
    /// The last day on which a page or a feed's entry can have been issued: tomorrow, as some places are a day ahead. Later days are passed
    /// over. Null where nobody knows what day it is.
    /// </summary>
    public DateOnly? LastDay { get; init; }

    /// <summary>Which columns of tables are which fields, beside those that the schema names.</summary>
    public TableColumns Columns { get; init; } = TableColumns.None;

    public static ReadOptions Default { get; } = new();

    /// <summary>Days of issue end with the clock's tomorrow.</summary>
    public ReadOptions Until(TimeProvider timeProvider) =>
        this with { LastDay = DateOnly.FromDateTime(timeProvider.GetUtcNow().UtcDateTime).AddDays(1) };
}
