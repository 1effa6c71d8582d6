using System.Buffers;
using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Sqlite.Native;

namespace Search.Sqlite.Indexing;

/// <summary>
/// How the levels of likeness share one index. Every token begins with a letter that says what it stands for, and a word's
/// tokens stand at one position. A level that says nothing new about a word has no token of its own, so that a word takes
/// about 1.4 tokens instead of 3 (docs/decisions/0006):
/// <list type="bullet">
/// <item><c>b</c> exact form and stem, where they are the same ("nation")</item>
/// <item><c>e</c> exact form, where its stem is another ("nations"), and every word of a statement that is not stemmed</item>
/// <item><c>s</c> stem, where the exact form is another</item>
/// <item><c>v</c> the word verbatim, where that is neither its exact form nor this with a capital in front ("NATION",
/// "naïve"), behind its exact form and a separator: all tokens that begin with an exact form and the separator tell where
/// it is written in such a way</item>
/// </list>
/// Which words bear nothing but a capital says a <see cref="CapitalMap"/>: a bit costs less than a token.
/// </summary>
internal static class IndexToken
{
    private const char Both = 'b';
    private const char ExactOnly = 'e';
    private const char StemOnly = 's';
    private const char VerbatimOnly = 'v';

    /// <summary>No word has it, and no phrase of an expression is cut by it.</summary>
    public const char Separator = '\u001e';

    /// <summary>Appends the tokens of one text as <see cref="TokenTransport"/> carries them.</summary>
    public static void Write(List<Token> tokens, bool isStemmed, ArrayBufferWriter<byte> stream)
    {
        foreach (var token in tokens)
        {
            var forms = token.Forms;
            if (!isStemmed)
            {
                TokenTransport.Append(stream, (byte)ExactOnly, forms.ExactUtf8, colocated: false);
            }
            else if (ReferenceEquals(forms.Stem, forms.Exact))
            {
                TokenTransport.Append(stream, (byte)Both, forms.ExactUtf8, colocated: false);
            }
            else
            {
                TokenTransport.Append(stream, (byte)ExactOnly, forms.ExactUtf8, colocated: false);
                TokenTransport.Append(stream, (byte)StemOnly, forms.StemUtf8, colocated: true);
            }

            if (HasVerbatimToken(forms))
            {
                TokenTransport.AppendPair(stream, (byte)VerbatimOnly, forms.ExactUtf8, (byte)Separator, forms.VerbatimUtf8);
            }
        }
    }

    /// <summary>The tokens under which a term's words stand in the index; a word stands under one of them.</summary>
    /// <param name="hasUnstemmed">Whether the archive holds statements whose words are not stemmed.</param>
    public static IReadOnlyList<string> Of(in MatchTerm term, bool hasUnstemmed) => term.Likeness switch
    {
        Likeness.Stemmed => OfStem(term.Text, term.Unstemmed, hasUnstemmed),
        Likeness.Verbatim => OfVerbatim(TextAnalyzer.FormsOf(term.Text), hasUnstemmed),
        _ => OfExact(term.Text, hasUnstemmed),
    };

    /// <summary>
    /// Whether the term asks for a word verbatim that stands in the index under its exact form: then the index holds more
    /// words than it means.
    /// </summary>
    /// <param name="term">The term.</param>
    /// <param name="capitalised">Whether the words it means are those with a capital in front, or those without.</param>
    public static bool IsLooser(in MatchTerm term, out bool capitalised)
    {
        if (term.Likeness != Likeness.Verbatim)
        {
            capitalised = false;
            return false;
        }

        var forms = TextAnalyzer.FormsOf(term.Text);
        capitalised = forms.IsCapitalised;
        return !HasVerbatimToken(forms);
    }

    /// <summary>
    /// Beginning of the tokens of the places where a word with this exact form is written neither plainly nor with just a capital
    /// in front.
    /// </summary>
    public static string Otherwise(string exact) => $"{VerbatimOnly}{exact}{Separator}";

    /// <summary>Beginnings of the tokens of all words whose exact form begins so.</summary>
    public static IReadOnlyList<string> OfPrefix(string prefix) => [Both + prefix, ExactOnly + prefix];

    /// <summary>The exact form that a token found by <see cref="OfPrefix"/> stands for.</summary>
    public static string ToExact(string token) => token[1..];

    private static IReadOnlyList<string> OfVerbatim(WordForms forms, bool hasUnstemmed) =>
        HasVerbatimToken(forms) ? [Otherwise(forms.Exact) + forms.Verbatim] : OfExact(forms.Exact, hasUnstemmed);

    private static bool HasVerbatimToken(WordForms forms) => !forms.IsPlain && !forms.IsCapitalised;

    private static IReadOnlyList<string> OfExact(string exact, bool hasUnstemmed) =>
        TextAnalyzer.StemOf(exact) != exact ? [ExactOnly + exact]
        : hasUnstemmed ? [Both + exact, ExactOnly + exact]
        : [Both + exact];

    private static List<string> OfStem(string stem, string unstemmed, bool hasUnstemmed)
    {
        var tokens = new List<string> { StemOnly + stem };
        if (TextAnalyzer.StemOf(stem) == stem)
        {
            tokens.Add(Both + stem);
        }

        // In a statement that is stemmed this word stands under its stem already.
        if (hasUnstemmed)
        {
            tokens.Add(ExactOnly + unstemmed);
        }

        return tokens;
    }
}
