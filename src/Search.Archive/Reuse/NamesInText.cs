using Search.Core.Analysis;

namespace Search.Archive.Reuse;

/// <summary>
/// Names and numbers of a text within its frame: words with a capital that do not begin a sentence, and those with a digit.
/// </summary>
internal sealed class NamesInText
{
    /// <summary>Shorter names are others with another letter.</summary>
    private const int LongName = 5;

    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    public NamesInText(WordSequence text)
    {
        var start = 0;
        var (first, last) = FrameOfText.Of(text);
        foreach (var end in text.SentenceEnds)
        {
            for (var index = Math.Max(start, first); index < Math.Min(end, last); index++)
            {
                var forms = text.Tokens[index].Forms;
                if ((index > Math.Max(start, first) && char.IsUpper(forms.Verbatim, 0)) || forms.Verbatim.Any(char.IsDigit))
                {
                    _names.Add(forms.Exact);
                }
            }

            start = end;
        }
    }

    public int Count => _names.Count;

    /// <summary>How many of these the other text does not have, in another spelling of a letter either.</summary>
    public int CountOutside(NamesInText other) => _names.Count(name => !other._names.Contains(name) && !other.HasSpelling(name));

    private bool HasSpelling(string name) =>
        name.Length >= LongName && !name.Any(char.IsDigit)
        && _names.Any(other => Math.Abs(other.Length - name.Length) <= 1 && EditDistance.Between(name, other, 1) <= 1);
}
