namespace Search.Core.Countries;

/// <summary>Finds every place in a text that names a country. Immutable; may be used by many threads.</summary>
public sealed class CountryMatcher
{
    /// <summary>The matcher of the gazetteer that comes with the product; built once.</summary>
    public static CountryMatcher Default { get; } = new();

    /// <summary>Mentions in the order title, body, offset; they never overlap.</summary>
    /// <param name="title">Normalised text.</param>
    /// <param name="body">Normalised text.</param>
    public IReadOnlyList<CountryMention> Find(string title, string body) =>
        throw new NotSupportedException($"{title}{body}{GetType()}");
}
