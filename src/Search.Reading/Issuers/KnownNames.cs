using System.Collections.Frozen;
using Search.Reading.Text;

namespace Search.Reading.Issuers;

/// <summary>A known name inside a text.</summary>
internal sealed record NameMatch<T>(T Value, int Start, int Length);

/// <summary>
/// Finds the first of many known names in a text; of those that start there, the longest. Names are <see cref="NameKey"/>s.
/// </summary>
/// <param name="phrases">The names.</param>
/// <param name="shortestStem">Names of this length may be inflected at their end; shorter ones must stand alone.</param>
internal sealed class KnownNames<T>(IReadOnlyDictionary<string, T> phrases, int shortestStem)
{
    private readonly FrozenDictionary<char, KeyValuePair<string, T>[]> _byFirst =
        phrases.GroupBy(phrase => phrase.Key[0])
            .ToFrozenDictionary(group => group.Key, group => group.OrderByDescending(phrase => phrase.Key.Length).ToArray());

    /// <param name="key">The text, as <see cref="NameKey"/> folds it.</param>
    public NameMatch<T>? Find(string key)
    {
        for (var index = 0; index < key.Length; index++)
        {
            if ((index > 0 && char.IsLetter(key[index]) && IsLetterBefore(key, index))
                || !_byFirst.TryGetValue(key[index], out var candidates))
            {
                continue;
            }

            foreach (var (phrase, value) in candidates)
            {
                if (key.AsSpan(index).StartsWith(phrase, StringComparison.Ordinal) && IsWhole(key, index + phrase.Length, phrase))
                {
                    return new NameMatch<T>(value, index, phrase.Length);
                }
            }
        }

        return null;
    }

    private static bool IsLetterBefore(string key, int index) => char.IsLetter(key[index - 1]) && !IsUnspaced(key[index]);

    private bool IsWhole(string key, int end, string phrase) =>
        end >= key.Length || !char.IsLetter(key[end]) || IsUnspaced(key[end]) || (phrase.Length >= shortestStem);

    /// <summary>Scripts that put no blanks between words, and Arabic, which joins small words in front.</summary>
    private static bool IsUnspaced(char character) =>
        Scripts.Of(character) is Script.Han or Script.Kana or Script.Hangul or Script.Thai or Script.Arabic or Script.Hebrew;
}
