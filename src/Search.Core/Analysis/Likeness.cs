namespace Search.Core.Analysis;

/// <summary>How alike a word of a text and a word of a query must be.</summary>
public enum Likeness
{
    /// <summary>Same stem (English); what bare words mean. In statements of other languages the same as <see cref="Exact"/>.</summary>
    Stemmed,

    /// <summary>Same letters; case and accents do not count; what quotes mean.</summary>
    Exact,

    /// <summary>Same letters, case and accents; on request.</summary>
    Verbatim,
}
