namespace Search.Service.Responses;

/// <summary>Completions of what is being typed.</summary>
/// <param name="Query">What was typed.</param>
/// <param name="Suggestions">By kind; within a kind the most frequent first.</param>
public sealed record SuggestionsResponse(string Query, IReadOnlyList<SuggestionResponse> Suggestions);

/// <param name="Kind">issuer, country, word, phrase or spelling.</param>
/// <param name="Text">What people read.</param>
/// <param name="Query">The whole query with the suggestion in it.</param>
/// <param name="Count">Statements of the archive that the suggestion alone finds.</param>
public sealed record SuggestionResponse(string Kind, string Text, string Query, long Count);
