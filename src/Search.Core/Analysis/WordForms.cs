using System.Text;

namespace Search.Core.Analysis;

/// <summary>
/// The three forms under which one word is indexed and found. Words that are equal verbatim are equal at every level, so
/// instances compare by <see cref="Verbatim"/>; one analyzer gives the same instance for the same word while its cache holds it.
/// </summary>
public sealed class WordForms : IEquatable<WordForms>
{
    private byte[]? _verbatimUtf8;
    private byte[]? _exactUtf8;
    private byte[]? _stemUtf8;
    private ulong _exactHash;

    public WordForms(string verbatim, string exact, string stem)
    {
        Verbatim = verbatim;
        // One string, and one array of bytes, for levels that do not differ: most words of a text are plain lower-case.
        Exact = string.Equals(exact, verbatim, StringComparison.Ordinal) ? verbatim : exact;
        Stem = string.Equals(stem, Exact, StringComparison.Ordinal) ? Exact : stem;
        IsCapitalised = Exact.Length > 0 && Exact.Length == Verbatim.Length
            && char.ToUpperInvariant(Exact[0]) == Verbatim[0] && Verbatim[0] != Exact[0]
            && Verbatim.AsSpan(1).SequenceEqual(Exact.AsSpan(1));
    }

    /// <summary>Case, accents and possessive kept.</summary>
    public string Verbatim { get; }

    /// <summary>Lower-case, accents folded, without possessive.</summary>
    public string Exact { get; }

    /// <summary>Porter stem of the exact form.</summary>
    public string Stem { get; }

    /// <summary>Whether the word is written plainly: verbatim it is its exact form.</summary>
    public bool IsPlain => ReferenceEquals(Exact, Verbatim);

    /// <summary>
    /// Whether the word is its exact form with a capital in front and nothing else: "Nation", but neither "NATION" nor "Naïve".
    /// </summary>
    public bool IsCapitalised { get; }

    public ReadOnlySpan<byte> VerbatimUtf8 => _verbatimUtf8 ??= Encoding.UTF8.GetBytes(Verbatim);

    public ReadOnlySpan<byte> ExactUtf8 =>
        _exactUtf8 ??= IsPlain ? _verbatimUtf8 ??= Encoding.UTF8.GetBytes(Verbatim) : Encoding.UTF8.GetBytes(Exact);

    public ReadOnlySpan<byte> StemUtf8 =>
        _stemUtf8 ??= ReferenceEquals(Stem, Exact) ? EncodeExact() : Encoding.UTF8.GetBytes(Stem);

    /// <summary>
    /// A hash of the exact form (FNV-1a over its UTF-8, multiplied once more, so that which of several short words has the lowest is
    /// chance, too). Archives keep what follows from it, so it is not the platform's, which changes with every process.
    /// </summary>
    public ulong ExactHash => _exactHash == 0 ? _exactHash = Hash(ExactUtf8) : _exactHash;

    public string this[Likeness likeness] => likeness switch
    {
        Likeness.Stemmed => Stem,
        Likeness.Exact => Exact,
        _ => Verbatim,
    };

    public bool Equals(WordForms? other) =>
        ReferenceEquals(this, other) || (other is not null && string.Equals(Verbatim, other.Verbatim, StringComparison.Ordinal));

    public override bool Equals(object? obj) => Equals(obj as WordForms);

    public override int GetHashCode() => string.GetHashCode(Verbatim, StringComparison.Ordinal);

    public override string ToString() => $"{Verbatim} | {Exact} | {Stem}";

    private static ulong Hash(ReadOnlySpan<byte> word)
    {
        var hash = 14_695_981_039_346_656_037;
        foreach (var unit in word)
        {
            hash = (hash ^ unit) * 1_099_511_628_211;
        }

        return hash * 0x9E37_79B9_7F4A_7C15;
    }

    private byte[] EncodeExact()
    {
        _ = ExactUtf8;
        return _exactUtf8!;
    }
}
