namespace Search.Service.Responses;

// The JSON of what is new in a statement. Scripts outside the project read these names: they may be added to, not changed.

/// <summary>What a statement says that earlier statements of the archive have said, and how much of it is new.</summary>
/// <param name="Id">The statement's.</param>
/// <param name="Words">Words of title and body.</param>
/// <param name="NewWords">Those of them in no span.</param>
/// <param name="NewShare">Of all words; null where there are none.</param>
/// <param name="Spans">
/// Runs of eight words or more, and whole sentences of five or more, that an earlier statement has; the title's first, in the order of
/// the text. They may overlap; none is within another.
/// </param>
/// <param name="Undecided">
/// Statements with such runs that are not known to be earlier: undated ones, and those of the same day or of a month or year around it.
/// </param>
/// <param name="Compared">Statements whose texts were compared: all that may have such a run, unless partial.</param>
/// <param name="Partial">
/// Whether there were more to compare than is done in one answer: what is told is so, uses are at least as many, and the first may be
/// an earlier one.
/// </param>
/// <param name="TookMs">Milliseconds the answer took.</param>
public sealed record NoveltyResponse(
    string Id,
    int Words,
    int NewWords,
    double? NewShare,
    IReadOnlyList<ReusedSpanResponse> Spans,
    IReadOnlyList<UndecidedResponse> Undecided,
    int Compared,
    bool Partial,
    int TookMs);

/// <param name="Field">title or body.</param>
/// <param name="Start">UTF-16 units from the start of that text.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Words">How many words.</param>
/// <param name="Uses">Earlier statements that have the whole of it, word for word; case and accents do not count.</param>
/// <param name="Issuers">Who issued those, the most frequent first; statements without an issuer are in none.</param>
/// <param name="Earliest">The first of them.</param>
/// <param name="SameDay">Statements that have it, too, and are not known to be earlier.</param>
public sealed record ReusedSpanResponse(
    string Field,
    int Start,
    int Length,
    int Words,
    int Uses,
    IReadOnlyList<IssuerCountResponse> Issuers,
    ReferenceResponse Earliest,
    int SameDay);

/// <param name="Value">What the issuer parameter takes.</param>
/// <param name="Label">What people read.</param>
/// <param name="Count">Statements.</param>
public sealed record IssuerCountResponse(string Value, string Label, int Count);

/// <param name="Statement">One that has runs in common with the statement.</param>
/// <param name="Words">Words of the statement that are in them.</param>
public sealed record UndecidedResponse(ReferenceResponse Statement, int Words);
