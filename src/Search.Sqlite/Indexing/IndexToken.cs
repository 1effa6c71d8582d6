using System.Buffers;
using Search.Core.Analysis;
using Search.Sqlite.Native;

namespace Search.Sqlite.Indexing;

/// <summary>
/// How the levels of likeness share one index: each token begins with a letter that says which level it is of, and the
/// levels of one word stand at one position.
/// </summary>
internal static class IndexToken
{
    private const char Stem = 's';
    private const char UnstemmedWord = 'n';
    private const char Exact = 'e';
    private const char Verbatim = 'v';

    /// <summary>The range of the exact tokens in the index, for reading the archive's vocabulary.</summary>
    public const string FirstExact = "e";

    public const string AfterExact = "f";

    public static string Of(Likeness likeness, string text) => likeness switch
    {
        Likeness.Stemmed => Stem + text,
        Likeness.Exact => Exact + text,
        _ => Verbatim + text,
    };

    /// <summary>A word of a statement that is not stemmed, standing where its stem would.</summary>
    public static string Unstemmed(string text) => UnstemmedWord + text;

    /// <summary>Appends the tokens of one text as <see cref="TokenTransport"/> carries them.</summary>
    public static void Write(List<Token> tokens, bool isStemmed, ArrayBufferWriter<byte> stream)
    {
        foreach (var token in tokens)
        {
            var forms = token.Forms;
            TokenTransport.Append(stream, (byte)Exact, forms.ExactUtf8, colocated: false);
            TokenTransport.Append(stream, (byte)Verbatim, forms.VerbatimUtf8, colocated: true);
            if (isStemmed)
            {
                TokenTransport.Append(stream, (byte)Stem, forms.StemUtf8, colocated: true);
            }
            else
            {
                TokenTransport.Append(stream, (byte)UnstemmedWord, forms.ExactUtf8, colocated: true);
            }
        }
    }
}
