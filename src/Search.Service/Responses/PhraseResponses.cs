namespace Search.Service.Responses;

// The JSON of a phrase's fillers. Scripts outside the project read these names: they may be added to, not changed.

/// <summary>What stands at the open places of a phrase.</summary>
/// <param name="Query">What was asked, as it was understood.</param>
/// <param name="Phrase">The phrase that leaves a word open.</param>
/// <param name="Total">Statements with it; always exact.</param>
/// <param name="Occurrences">How often it stands in them.</param>
/// <param name="Fillers">In most statements first, of equal ones those that occur more often, then by their words.</param>
/// <param name="Other">How many more fillers there are after these.</param>
/// <param name="Next">The cursor of more; null when these are the last.</param>
/// <param name="TookMs">Milliseconds the answer took.</param>
public sealed record PhrasesResponse(
    QueryResponse Query,
    string Phrase,
    TotalResponse Total,
    long Occurrences,
    IReadOnlyList<FillerResponse> Fillers,
    long Other,
    string? Next,
    int TookMs);

/// <param name="Text">As it is printed most often; case and accents make no other filler. Words that are apart have … between them.</param>
/// <param name="Count">Statements with it.</param>
/// <param name="Occurrences">How often it stands in them.</param>
/// <param name="Share">Of the statements with the phrase.</param>
/// <param name="First">The first with it; null where none bears a date.</param>
/// <param name="Last">The last.</param>
/// <param name="Example">A passage of the first, or of an undated one where all are.</param>
public sealed record FillerResponse(
    string Text, long Count, long Occurrences, double? Share, ReferenceResponse? First, ReferenceResponse? Last, PassageResponse Example);
