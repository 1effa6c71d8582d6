using Search.Archive.Fingerprints;
using Search.Archive.Highlighting;
using Search.Core.Analysis;
using Search.Service.Responses;

namespace Search.Web.Pages.Texts;

/// <summary>
/// A passage of a statement's body, to be quoted: whole sentences where they are not too long, and true about what it leaves out.
/// </summary>
/// <param name="Text">On one line; … stands where a sentence is cut.</param>
/// <param name="Fragment">
/// What leads a browser from the statement's address to the passage (<c>#:~:text=</c>, the text fragments of the WICG).
/// </param>
public sealed record Quotation(string Text, string Fragment)
{
    /// <summary>A sentence of more is cut around what is marked.</summary>
    private const int MaxLength = 480;

    /// <summary>A word with a capital that is as short as this may be one (Mr., Gen., A.), whose full stop ends no sentence.</summary>
    private const int Abbreviation = 4;

    /// <summary>How many words of either end are enough to find a passage by.</summary>
    private const int FragmentWords = 5;

    /// <summary>The sentence of the first mark; without marks the first of the body. Null where the body has no words.</summary>
    public static Quotation? Of(StatementResponse statement)
    {
        var body = statement.Body;
        Mark? mark = statement.BodyMarks.Count > 0 ? statement.BodyMarks[0] : null;
        foreach (var (start, end) in TextSegments.Paragraphs(body))
        {
            if (mark is { } wanted && wanted.Start >= end)
            {
                continue;
            }

            var paragraph = body[start..end];
            var tokens = new TextAnalyzer().Analyze(paragraph);
            if (tokens.Count > 0)
            {
                var (from, to) = mark is { } place
                    ? (Math.Max(0, place.Start - start), Math.Min(paragraph.Length, place.Start + place.Length - start))
                    : (tokens[0].Start, tokens[0].Start + tokens[0].Length);
                return Cut(paragraph, Sentence(paragraph, tokens, from, to), from, to);
            }
        }

        return null;
    }

    /// <summary>The sentences that the range lies in.</summary>
    private static (int Start, int End) Sentence(string text, IReadOnlyList<Token> tokens, int from, int to)
    {
        var start = 0;
        foreach (var next in SentenceBounds.Ends(text, tokens))
        {
            if (next < tokens.Count && tokens[next - 1] is { Length: <= Abbreviation, Start: var word } && char.IsUpper(text[word]))
            {
                continue;
            }

            // Quotation marks before the next sentence's first word are its own.
            var end = next == tokens.Count ? text.Length : text.LastIndexOfAny([' ', '\n', '\t'], tokens[next].Start) + 1;
            if (end >= to)
            {
                return (start, end);
            }

            start = end <= from ? end : start;
        }

        return (start, text.Length);
    }

    private static Quotation Cut(string text, (int Start, int End) sentence, int from, int to)
    {
        var (start, end) = sentence;
        if (end - start > MaxLength)
        {
            var room = Math.Max(0, MaxLength - (to - from)) / 2;
            if (from - start > room)
            {
                var space = text.IndexOfAny([' ', '\n'], from - room);
                start = space < from ? space : from;
            }

            if (end - to > room)
            {
                end = Math.Max(to, text.LastIndexOfAny([' ', '\n'], to + room));
            }
        }

        string[] words = text[start..end].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return new Quotation(
            $"{(start > sentence.Start ? "… " : "")}{string.Join(' ', words)}{(end < sentence.End ? " …" : "")}", FragmentOf(words));
    }

    private static string FragmentOf(string[] words) => words.Length <= 2 * FragmentWords
        ? $"#:~:text={Encode(words)}"
        : $"#:~:text={Encode(words[..FragmentWords])},{Encode(words[^FragmentWords..])}";

    /// <summary>A hyphen means something between commas there, and is the one such sign that addresses leave as it is.</summary>
    private static string Encode(IEnumerable<string> words) =>
        Uri.EscapeDataString(string.Join(' ', words)).Replace("-", "%2D", StringComparison.Ordinal);
}
