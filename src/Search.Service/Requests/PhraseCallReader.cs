using System.Diagnostics.CodeAnalysis;
using Search.Archive.Matching;
using Search.Queries;

namespace Search.Service.Requests;

/// <summary>What stands at the open places of a phrase, asked for.</summary>
/// <param name="Search">The query and its filters; its size is the number of fillers.</param>
/// <param name="Text">The phrase as the query language writes it.</param>
/// <param name="Phrase">What it means.</param>
/// <param name="Match">The query, and the phrase in any case.</param>
/// <param name="Offset">Fillers that were shown before.</param>
public sealed record PhraseCall(SearchCall Search, string Text, OpenPhrase Phrase, MatchNode Match, int Offset);

/// <summary>Reads the parameters of a phrase's fillers.</summary>
public static class PhraseCallReader
{
    private const string Example = "such as \"strongly * the\" or \"strongly (condemn|regret) the\"";

    /// <param name="parameters">Names and values as given; a repeated parameter is there several times.</param>
    /// <param name="today">What relative dates count from.</param>
    public static bool TryRead(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        DateOnly today,
        [NotNullWhen(true)] out PhraseCall? call,
        [NotNullWhen(false)] out RequestFault? fault)
    {
        var reader = new ParameterReader(parameters, SearchParameters.Phrases);
        call = SearchCallReader.Read(reader, today, out var queryError) is { } search ? Read(reader, search) : null;
        if (call is not null && reader.Text(SearchParameters.Cursor) is { } cursor)
        {
            call = call with { Offset = SearchCallReader.ReadOffset(reader, cursor, SearchFingerprint.Of(call)) };
        }

        return SearchCallReader.Settle(reader, queryError, ref call, out fault);
    }

    private static PhraseCall? Read(ParameterReader reader, SearchCall search)
    {
        var phrases = OpenPhrases.Of(search.Query);
        if (phrases.Count == 1 && OpenPhrases.Meaning(search.Query, search.Meaning) is var (phrase, match))
        {
            return new PhraseCall(search, phrases[0].ToString(), phrase, match, 0);
        }

        reader.Fail(SearchParameters.Query.Name, phrases.Count > 1
            ? $"has {phrases.Count} phrases that leave a word open; ask about one at a time."
            : $"has no phrase that leaves a word open, {Example}.");
        return null;
    }
}
