using System.Buffers;
using Search.Core.Analysis;

namespace Search.Archive.Fingerprints;

/// <summary>Where the sentences of an analyzed text begin and end, in words.</summary>
/// <remarks>An abbreviation with a dot ends one, too: in every text alike, so that equal sentences are cut alike.</remarks>
public static class SentenceBounds
{
    private static readonly SearchValues<char> s_ends = SearchValues.Create(".!?…。！？");

    /// <summary>The index of the first word after each sentence, in order; the last is the number of words.</summary>
    public static IEnumerable<int> Ends(string text, IReadOnlyList<Token> words)
    {
        for (var index = 1; index < words.Count; index++)
        {
            var before = words[index - 1];
            if (IsEnd(text.AsSpan((before.Start + before.Length)..words[index].Start)))
            {
                yield return index;
            }
        }

        if (words.Count > 0)
        {
            yield return words.Count;
        }
    }

    /// <summary>A blank line, or a mark that ends a sentence with a space somewhere after it.</summary>
    private static bool IsEnd(ReadOnlySpan<char> gap)
    {
        if (gap.Length < 2)
        {
            return false;
        }

        var mark = gap.IndexOfAny(s_ends);
        return (mark >= 0 && gap[(mark + 1)..].ContainsAny(' ', '\n', '\t')) || gap.Contains("\n\n", StringComparison.Ordinal);
    }
}
