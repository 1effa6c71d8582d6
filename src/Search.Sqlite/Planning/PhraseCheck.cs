using System.Globalization;
using Search.Core;

namespace Search.Sqlite.Planning;

/// <summary>A phrase of the expression by FTS5's number, and its distance in words from the beginning of what is looked for.</summary>
internal readonly record struct PlacedPhrase(int Phrase, int Offset)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Phrase}@{Offset}");
}

/// <summary>A word that must have a capital in front, or must not.</summary>
internal readonly record struct PlacedCapital(bool Capitalised, int Offset)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Capitalised ? 'A' : 'a')}@{Offset}");
}

/// <summary>Where the words of one phrase must stand, and how they must be written, in a row that has them all.</summary>
/// <param name="Length">Positions that the phrase takes.</param>
/// <param name="Runs">Its words as FTS5 finds them, one or more.</param>
/// <param name="Exclusions">Tokens that must not stand at their places: they tell of another way of writing.</param>
/// <param name="Capitals">Words whose capital decides.</param>
internal sealed record PhraseCheck(
    int Length, EquatableList<PlacedPhrase> Runs, EquatableList<PlacedPhrase> Exclusions, EquatableList<PlacedCapital> Capitals)
{
    /// <summary>The same in an expression that has so many phrases before.</summary>
    public PhraseCheck After(int phrases) => this with { Runs = Shift(Runs, phrases), Exclusions = Shift(Exclusions, phrases) };

    public override string ToString() => string.Join(
        ' ',
        [
            .. Runs.Select(run => run.ToString()),
            .. Exclusions.Select(exclusion => $"!{exclusion}"),
            .. Capitals.Select(capital => capital.ToString()),
        ]);

    private static EquatableList<PlacedPhrase> Shift(EquatableList<PlacedPhrase> phrases, int by) =>
        [.. phrases.Select(phrase => phrase with { Phrase = phrase.Phrase + by })];
}

/// <summary>How near each other phrases must be, as <see cref="Search.Archive.Matching.ProximityMatch"/> says it.</summary>
internal sealed record ProximityCheck(int Distance, bool Ordered)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{(Ordered ? "onear" : "near")}{Distance}");
}
