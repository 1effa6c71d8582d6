namespace Search.Core.Analysis;

/// <summary>Word forms by the word as written. Emptied when full: the frequent words of a text are back at once.</summary>
internal sealed class WordFormsCache
{
    private const int Capacity = 1 << 17;

    private readonly Dictionary<string, WordForms> _forms;
    private readonly Dictionary<string, WordForms>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    public WordFormsCache()
    {
        _forms = new Dictionary<string, WordForms>(StringComparer.Ordinal);
        _lookup = _forms.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public WordForms FormsOf(ReadOnlySpan<char> word)
    {
        if (_lookup.TryGetValue(word, out var forms))
        {
            return forms;
        }

        if (_forms.Count == Capacity)
        {
            _forms.Clear();
        }

        forms = WordFolding.FormsOf(word);
        _lookup[word] = forms;
        return forms;
    }
}
