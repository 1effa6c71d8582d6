using Search.Archive.Fingerprints;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Service.Assistance;
using Search.Service.Neighbours;
using Search.Service.Responses;

namespace Search.Service;

/// <summary>Answers which statements are about the same. An answer is null when there is no such statement.</summary>
public sealed class SimilarityService(IStatementSearch search, ISharedPrints prints, IStatementStore store, TimeProvider time)
{
    private const int MaxShown = 10;

    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(5);

    private readonly SiblingFinder _siblings = new(prints);
    private readonly RareWords _words = new(search);

    /// <param name="id">The statement's id, or the one its source gave it.</param>
    /// <param name="cancellationToken">The reader's own.</param>
    /// <exception cref="QueryTooCostlyException">Not all could be looked through in time.</exception>
    public async Task<SimilarResponse?> GetAsync(string id, CancellationToken cancellationToken)
    {
        using var deadline = new AnswerDeadline(s_budget, time, cancellationToken);
        if (await store.GetAsync(id, cancellationToken) is not var (statement, _))
        {
            return null;
        }

        var siblings = await _siblings.FindAsync(statement, deadline, cancellationToken);
        var words = await _words.FindAsync(statement, cancellationToken);
        var page = words.Count == 0 ? null : await search.SearchAsync(Request(statement, siblings, words, deadline), cancellationToken);
        var analyzer = new TextAnalyzer();
        return new SimilarResponse(
            statement.Id.Value,
            [.. words.Select(word => new RareWordResponse(word.Word.Text, word.Count))],
            page is null ? [] : [.. page.Hits.Select(hit => Write(hit.Statement, words, analyzer))],
            siblings.Siblings.Count,
            siblings.Partial || page is { Complete: false },
            (int)Math.Ceiling(deadline.Elapsed.TotalMilliseconds));
    }

    private static SearchRequest Request(
        Statement statement,
        FoundSiblings siblings,
        IReadOnlyList<(StatementWord Word, long Count)> words,
        AnswerDeadline deadline)
    {
        var left = siblings.Siblings.Select(sibling => sibling.Statement.Id).Prepend(statement.Id);
        return new SearchRequest
        {
            Query = new ConjunctionMatch(
                [
                    new DisjunctionMatch([.. words.Select(word => word.Word.Query)]),
                    .. left.Select(id => new NegationMatch(new IdMatch(id.Value))),
                ]),
            Size = MaxShown,
            Budget = deadline.Left,
        };
    }

    private static SimilarStatementResponse Write(
        Statement statement, IReadOnlyList<(StatementWord Word, long Count)> words, TextAnalyzer analyzer)
    {
        var likeness = LanguageRules.IsStemmed(statement.Language) ? Likeness.Stemmed : Likeness.Exact;
        var had = new[] { statement.Title, statement.Body }.SelectMany(analyzer.Analyze).Select(token => token.Forms).ToHashSet();
        var (stems, exact) = (had.Select(forms => forms.Stem).ToHashSet(), had.Select(forms => forms.Exact).ToHashSet());
        return new SimilarStatementResponse(
            ResponseWriter.Reference(statement),
            [
                .. words.Select(word => word.Word)
                    .Where(word => likeness == Likeness.Stemmed && word.Term.Likeness == Likeness.Stemmed
                        ? stems.Contains(word.Term.Text)
                        : exact.Contains(word.Term.Unstemmed))
                    .Select(word => word.Text),
            ]);
    }
}
