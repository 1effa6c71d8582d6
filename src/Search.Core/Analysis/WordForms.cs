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

    private byte[] EncodeExact()
    {
        _ = ExactUtf8;
        return _exactUtf8!;
    }
}
