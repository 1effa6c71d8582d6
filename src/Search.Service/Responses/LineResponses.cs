namespace Search.Service.Responses;

// The JSON of lines in context. Scripts outside the project read these names: they may be added to, not changed.

/// <summary>Occurrences of a query's words, a line each.</summary>
/// <param name="Query">What was asked, as it was understood.</param>
/// <param name="Total">Statements that match; always exact.</param>
/// <param name="Order">How the lines are ordered, and which of them are.</param>
/// <param name="Lines">
/// A page of them. By day it may have fewer than asked for, where many statements match by what is not marked: next goes on.
/// </param>
/// <param name="Next">The cursor of more; null when these are the last.</param>
/// <param name="TookMs">Milliseconds the answer took.</param>
public sealed record LinesResponse(
    QueryResponse Query, TotalResponse Total, LineOrderResponse Order, IReadOnlyList<LineResponse> Lines, string? Next, int TookMs);

/// <param name="Sort">day, newest, left or right.</param>
/// <param name="Statements">By words: statements whose lines are in order, the newest; null by day, where all are.</param>
/// <param name="Lines">By words: how many lines these have; null by day, where nobody has read them all.</param>
/// <param name="Before">By words: lines on the pages before.</param>
/// <param name="Note">In words, where lines are left out: which are not; null where none is.</param>
public sealed record LineOrderResponse(string Sort, long? Statements, long? Lines, int Before, string? Note);

/// <param name="Statement">In which it stands.</param>
/// <param name="Left">
/// About 80 characters before it, cut between words, with the space between them if there is one. Plain text on one line: ¶ is the end
/// of a paragraph.
/// </param>
/// <param name="Mark">The occurrence.</param>
/// <param name="Right">About 80 characters after it.</param>
/// <param name="Field">title or body.</param>
/// <param name="Start">Where in that text the occurrence begins, in UTF-16 units.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Number">Which of the marks of that text it is, from 1.</param>
public sealed record LineResponse(
    ReferenceResponse Statement, string Left, string Mark, string Right, string Field, int Start, int Length, int Number);
