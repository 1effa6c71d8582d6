using System.Buffers;
using System.Text;
using Search.Reading.Text;

namespace Search.Reading.Issuers;

/// <summary>Tells names of bodies from other words by the nouns in them, from bodies.txt.</summary>
internal static class BodyNouns
{
    private static readonly string[] s_state = Load("state ");
    private static readonly string[] s_any = [.. s_state, .. Load("any ")];
    private static readonly SearchValues<string> s_stateValues = SearchValues.Create(s_state, StringComparison.OrdinalIgnoreCase);
    private static readonly SearchValues<string> s_anyValues = SearchValues.Create(s_any, StringComparison.OrdinalIgnoreCase);

    /// <summary>A body of a state: its country's name is a qualifier, not a part of the name.</summary>
    public static bool NamesStateBody(ReadOnlySpan<char> text) => Names(text, s_stateValues, s_state);

    public static bool NamesBody(ReadOnlySpan<char> text) => Names(text, s_anyValues, s_any);

    /// <summary>"The Ministry" in a menu names none.</summary>
    public static bool IsNounAlone(string text)
    {
        var bare = text.Trim();
        bare = bare.StartsWith("the ", StringComparison.OrdinalIgnoreCase) ? bare[4..] : bare;
        return !bare.Contains(' ', StringComparison.Ordinal) && s_state.Contains(bare.ToLowerInvariant(), StringComparer.Ordinal)
            && Ascii.IsValid(bare);
    }

    /// <summary>Whole words only: a "partyline" is no party.</summary>
    private static bool Names(ReadOnlySpan<char> text, SearchValues<string> values, string[] nouns)
    {
        for (var rest = text; rest.IndexOfAny(values) is var at && at >= 0; rest = rest[(at + 1)..])
        {
            foreach (var noun in nouns)
            {
                if (rest[at..].StartsWith(noun, StringComparison.OrdinalIgnoreCase) && IsWhole(rest, at, noun))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool IsWhole(ReadOnlySpan<char> text, int start, string noun)
    {
        var end = start + noun.Length;
        if (noun[0] >= 0x0400)
        {
            return true;
        }

        var plural = end < text.Length && text[end] is 's' ? 1 : 0;
        return (start == 0 || !char.IsLetter(text[start - 1])) && (end + plural >= text.Length || !char.IsLetter(text[end + plural]));
    }

    private static string[] Load(string kind) =>
        [.. EmbeddedTable.Rows("Issuers.bodies.txt").Where(line => line.StartsWith(kind, StringComparison.Ordinal))
            .SelectMany(line => line[kind.Length..].Split('|'))];
}
