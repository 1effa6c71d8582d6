using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Queries;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Service.Assistance;

/// <summary>Completes what is being typed: issuers, countries, words and phrases of the archive, and spellings it knows.</summary>
public sealed class SuggestionService(IStatementSearch engine, TimeProvider time)
{
    private const int PerKind = 4;

    /// <summary>Values of a facet among which the longest name is looked for.</summary>
    private const int Candidates = 100;

    /// <summary>Statements whose texts are looked into.</summary>
    private const int Texts = 40;

    /// <summary>Shorter words are within two letters of nearly anything.</summary>
    private const int MisspeltLetters = 4;

    /// <summary>A suggestion that comes later comes too late.</summary>
    private static readonly TimeSpan s_budget = TimeSpan.FromMilliseconds(800);

    public async Task<SuggestionsResponse> CompleteAsync(string text, CancellationToken cancellationToken)
    {
        var typed = TypedText.Of(TextNormalizer.Normalize(text).TrimStart());
        if (typed.Words.Count == 0 || typed.Words[^1].Length < 2)
        {
            return new SuggestionsResponse(text, []);
        }

        using var deadline = new AnswerDeadline(s_budget, time, cancellationToken);
        var found = await Task.WhenAll(
            deadline.BesideAsync(() => FacetAsync(FacetName.Issuer, typed, deadline.Token), []),
            deadline.BesideAsync(() => FacetAsync(FacetName.Country, typed, deadline.Token), []),
            deadline.BesideAsync(() => PhrasesAsync(typed, deadline.Token), []));
        SuggestionResponse[] suggestions = [.. found.SelectMany(some => some)];
        return new SuggestionsResponse(
            text, suggestions.Length > 0 ? suggestions : [.. await deadline.BesideAsync(() => SpellingAsync(typed, deadline.Token), [])]);
    }

    /// <summary>
    /// Values whose names have the last words in a row, as many of them as any name has. In the quotes of a field a name may have others
    /// between (<c>Antony J. Blinken</c>); quotes without one are text, and a name instead of it must be all of it.
    /// </summary>
    private async Task<IReadOnlyList<SuggestionResponse>> FacetAsync(FacetName facet, TypedText typed, CancellationToken cancellationToken)
    {
        var name = facet.ToValue();
        if ((typed.Field is not null && !typed.Field.Equals(name, StringComparison.OrdinalIgnoreCase)) || typed.Head.EndsWith('='))
        {
            return [];
        }

        var search = new SearchRequest { Query = new EverythingMatch(), Budget = s_budget };
        var counts = await engine.FacetAsync(new FacetRequest(search, facet, typed.Words[^1], 0, Candidates), cancellationToken);
        foreach (var (words, matchers) in Names(typed))
        {
            var fitting = counts.Values
                .Where(value => Array.TrueForAll(matchers, matcher => matcher.Matches(facet, value.Value)))
                .Take(PerKind)
                .ToList();
            if (fitting.Count > 0)
            {
                return [.. fitting.Select(value => new SuggestionResponse(
                    name, FacetText.Of(facet, value.Value), typed.With(words, ToQuery(facet, value.Value)), value.Count))];
            }
        }

        return [];
    }

    /// <summary>What a name may be, the closest first: how many of the last words it replaces, and what must all be in it.</summary>
    private static IEnumerable<(int Words, FacetLabelMatcher[] Matchers)> Names(TypedText typed)
    {
        var all = typed.Words.Count;
        if (typed is { Quoted: true, Field: null, Lead.Length: > 0 })
        {
            yield break;
        }

        yield return (all, [new FacetLabelMatcher(string.Join(' ', typed.Words))]);
        if (typed is { Quoted: true, Field: null })
        {
            yield break;
        }

        if (typed.Quoted)
        {
            yield return (all, [.. typed.Words.Select(word => new FacetLabelMatcher(word))]);
        }

        for (var words = all - 1; words > 0; words--)
        {
            yield return (words, [new FacetLabelMatcher(string.Join(' ', typed.Words.TakeLast(words)))]);
        }
    }

    /// <summary>
    /// The last words in a row as texts go on with them; as many of them as stand so in any text, and all of a quoted text.
    /// </summary>
    private async Task<IReadOnlyList<SuggestionResponse>> PhrasesAsync(TypedText typed, CancellationToken cancellationToken)
    {
        for (var words = typed.Field is null ? typed.Words.Count : 0; words > 0; words = typed.Quoted ? 0 : words - 1)
        {
            if (Phrase([.. typed.Words.TakeLast(words)], typed.EndsWord) is { } phrase
                && await CompletionsAsync(phrase, typed.EndsWord, cancellationToken) is { Count: > 0 } completions)
            {
                return await CountedAsync(typed, words, completions, cancellationToken);
            }
        }

        return [];
    }

    private async Task<IReadOnlyList<string>> CompletionsAsync(PhraseMatch phrase, bool withNext, CancellationToken cancellationToken)
    {
        var page = await engine.SearchAsync(
            new SearchRequest { Query = phrase, Sort = SortOrder.Newest, Size = Texts, Budget = s_budget }, cancellationToken);
        return PhraseCompletions.Of(phrase, withNext, page.Hits.Select(hit => hit.Statement), PerKind);
    }

    private async Task<IReadOnlyList<SuggestionResponse>> CountedAsync(
        TypedText typed, int words, IReadOnlyList<string> completions, CancellationToken cancellationToken)
    {
        QueryNode[] nodes =
        [
            .. completions.Select(completion =>
                completion.Split(' ') is { Length: > 1 } several ? PhraseNode.Of(several) : (QueryNode)new WordNode(completion)),
        ];
        var counts = await CountAsync(nodes, cancellationToken);
        return [.. completions.Select((completion, index) => new SuggestionResponse(
            nodes[index] is WordNode ? "word" : "phrase", completion, Completed(typed, words, completion, nodes[index]), counts[index]))];
    }

    /// <summary>What the archive has instead of a last word that it does not have.</summary>
    private async Task<IReadOnlyList<SuggestionResponse>> SpellingAsync(TypedText typed, CancellationToken cancellationToken)
    {
        var word = typed.Words[^1];
        var similar = typed.Field is null && word.Length >= MisspeltLetters
            ? await engine.SimilarWordsAsync(word.ToLowerInvariant(), PerKind, cancellationToken)
            : [];
        var counts = await CountAsync(similar.Select(other => new WordNode(other)), cancellationToken);
        return [.. similar.Zip(counts, (other, count) => new SuggestionResponse("spelling", other, Corrected(typed, other), count))];
    }

    private Task<IReadOnlyList<long>> CountAsync(IEnumerable<QueryNode> nodes, CancellationToken cancellationToken) => engine.CountAsync(
        [.. nodes.Select(node => QueryMeaning.Of(node, new MeaningOptions(DateOnly.MinValue)))], SearchFilters.None, cancellationToken);

    /// <summary>A phrase whose last word may go on; null where the words are none or the last is too short to be looked for.</summary>
    private static PhraseMatch? Phrase(IReadOnlyList<string> words, bool endsWord)
    {
        var last = words[^1];
        if (!endsWord && last.Count(char.IsLetterOrDigit) < QueryLimits.MinPrefixLetters)
        {
            return null;
        }

        PhrasePart end = endsWord ? new PhraseWord(last) : new PhrasePrefix(last);
        var node = new PhraseNode([.. words.SkipLast(1).Select(word => new PhraseWord(word)), end]);
        return QueryMeaning.Of(node, new MeaningOptions(DateOnly.MinValue)) as PhraseMatch;
    }

    private static string Completed(TypedText typed, int words, string completion, QueryNode node) =>
        typed.Lead.Length > 0 ? typed.Quote(completion) : typed.With(words, node.ToString());

    private static string Corrected(TypedText typed, string word) => typed.Quoted
        ? typed.Quote(string.Join(' ', typed.Words.SkipLast(1).Append(word)))
        : typed.With(1, word);

    private static string ToQuery(FacetName facet, string value) => facet == FacetName.Country
        ? new ValueNode(QueryField.Country, value).ToString()
        : new FieldNode(QueryField.Issuer, PhraseNode.Of(value.Split(' ', StringSplitOptions.RemoveEmptyEntries))).ToString();
}
