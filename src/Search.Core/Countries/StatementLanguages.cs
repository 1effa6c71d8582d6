namespace Search.Core.Countries;

/// <summary>The languages that a statement may be in, told when a rule first asks: most statements need not be read for it.</summary>
internal sealed class StatementLanguages(TextLanguage language, string text)
{
    private string[]? _languages;

    private string[] All => _languages ??= language.Of(text);

    public bool MayBe(string language) => All.Contains(language);

    /// <summary>Whether a name counts that does so in these languages only; it does where nothing tells the statement's.</summary>
    public bool MayBeAny(string[] languages) => All.Length == 0 || All.AsSpan().ContainsAny(languages);
}
