using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Archive.Reuse;

/// <summary>What a statement says that earlier ones have said, and what is new in it.</summary>
/// <param name="Words">Words of title and body.</param>
/// <param name="NewWords">Those in no span.</param>
/// <param name="Spans">The title's first, in the order of the text; they may overlap, and none is within another.</param>
/// <param name="Undecided">Statements with text in common of which nobody can say that they are earlier or later.</param>
public sealed record Novelty(
    int Words, int NewWords, IReadOnlyList<ReusedSpan> Spans, IReadOnlyList<UndecidedStatement> Undecided);

/// <summary>Words that stand in earlier statements just so: case and accents do not count.</summary>
/// <param name="Field">In title or body.</param>
/// <param name="Start">UTF-16 units from the start of that text.</param>
/// <param name="Length">UTF-16 units, from the first word's start to the last one's end.</param>
/// <param name="Words">How many words.</param>
/// <param name="Earlier">All earlier statements that have the whole of it, the first first.</param>
/// <param name="Undecided">How many have it that are undated or may be of the same day.</param>
public sealed record ReusedSpan(
    MentionField Field, int Start, int Length, int Words, IReadOnlyList<Statement> Earlier, int Undecided);

/// <param name="Statement">One that is undated or may be of the same day.</param>
/// <param name="Words">How many words of runs it has in common.</param>
public sealed record UndecidedStatement(Statement Statement, int Words);
