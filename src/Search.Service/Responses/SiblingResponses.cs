namespace Search.Service.Responses;

// The JSON of a statement's neighbours. Scripts outside the project read these names: they may be added to, not changed.

/// <summary>Statements that are the same text in near-identical words.</summary>
/// <param name="Id">The statement's.</param>
/// <param name="Total">How many there are.</param>
/// <param name="Siblings">The most alike first; not all where the total is larger.</param>
/// <param name="Partial">Whether more statements have text in common than were compared.</param>
/// <param name="TookMs">Milliseconds the answer took.</param>
public sealed record SiblingsResponse(string Id, int Total, IReadOnlyList<SiblingResponse> Siblings, bool Partial, int TookMs);

/// <param name="Statement">The other one.</param>
/// <param name="Containment">Words that both bodies have in the same order, of those of the shorter: 1 for a part of the other.</param>
/// <param name="Resemblance">The same, of those of either: 1 where they are equal.</param>
/// <param name="Changes">Word by word from the statement's body to the other's: what is deleted only the statement has.</param>
public sealed record SiblingResponse(
    ReferenceResponse Statement, double Containment, double Resemblance, IReadOnlyList<ChangeResponse> Changes);

/// <summary>Statements that have rare words in common with a statement.</summary>
/// <param name="Id">The statement's.</param>
/// <param name="Words">The words by which they were looked for, the rarest first.</param>
/// <param name="Similar">The most similar first; siblings are left out.</param>
/// <param name="Siblings">How many siblings were left out.</param>
/// <param name="Partial">Whether time was up before all were looked at.</param>
/// <param name="TookMs">Milliseconds the answer took.</param>
public sealed record SimilarResponse(
    string Id,
    IReadOnlyList<RareWordResponse> Words,
    IReadOnlyList<SimilarStatementResponse> Similar,
    int Siblings,
    bool Partial,
    int TookMs);

/// <param name="Text">As the statement prints it first.</param>
/// <param name="Count">Statements of the archive that have it in some form.</param>
public sealed record RareWordResponse(string Text, long Count);

/// <param name="Statement">The other one.</param>
/// <param name="Words">Those of the words that it has.</param>
public sealed record SimilarStatementResponse(ReferenceResponse Statement, IReadOnlyList<string> Words);
