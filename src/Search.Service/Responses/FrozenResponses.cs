namespace Search.Service.Responses;

// The JSON of frozen results. Scripts outside the project read these names: they may be added to, not changed.

/// <summary>A result that was frozen to be cited.</summary>
/// <param name="Hash">SHA-256 of the canonical form in UTF-8: what it is found and cited by.</param>
/// <param name="Query">As typed.</param>
/// <param name="Explained">What it meant, in plain words, with the days that relative dates stood for.</param>
/// <param name="Parameters">All parameters of the search, the query among them.</param>
/// <param name="Total">Statements.</param>
/// <param name="Created">When it was frozen.</param>
/// <param name="Generation">The archive's own mark of the state that was searched.</param>
/// <param name="Version">The program's.</param>
/// <param name="Ids">Every statement, in the order of ids.</param>
/// <param name="Canonical">The text whose hash this is; it says all of the above.</param>
/// <param name="Since">What the same search finds now; null where that was not asked for, or is not understood any more.</param>
public sealed record FrozenSearchResponse(
    string Hash,
    string Query,
    string Explained,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Parameters,
    long Total,
    DateTimeOffset Created,
    string Generation,
    string Version,
    IReadOnlyList<FrozenIdResponse> Ids,
    string Canonical,
    SinceResponse? Since);

/// <param name="Id">The statement's.</param>
/// <param name="ContentHash">SHA-256 over everything but the time of capture, in hexadecimal.</param>
/// <param name="TextHash">SHA-256 over title, headline and body.</param>
public sealed record FrozenIdResponse(string Id, string ContentHash, string TextHash);

/// <param name="Total">Statements that the same search finds now.</param>
/// <param name="Generation">The archive's mark of its state now.</param>
/// <param name="Added">Statements that were not among the hits.</param>
/// <param name="Gone">Ids of statements that are not among the hits any more.</param>
/// <param name="Changed">Statements whose text is another than it was.</param>
/// <param name="Revised">How many others differ in something that is not text, such as the countries that are found in it.</param>
public sealed record SinceResponse(
    long Total,
    string Generation,
    IReadOnlyList<ReferenceResponse> Added,
    IReadOnlyList<string> Gone,
    IReadOnlyList<ReferenceResponse> Changed,
    long Revised);
