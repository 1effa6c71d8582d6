namespace Search.Reading.Files;

/// <param name="Explain">Fill <see cref="ReadResult.Explanation"/>.</param>
/// <param name="IgnoreIssuerField">Leave a record's own issuer field aside and find the issuer in the text (for measuring).</param>
public sealed record ReadOptions(bool Explain = false, bool IgnoreIssuerField = false)
{
    public static ReadOptions Default { get; } = new();
}
