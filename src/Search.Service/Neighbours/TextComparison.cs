using System.Collections.Concurrent;
using Search.Archive.Fingerprints;
using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Service.Assistance;

namespace Search.Service.Neighbours;

/// <summary>Gets statements that may have text in common with given ones, to be compared with them.</summary>
internal sealed class TextComparison(ISharedPrints prints)
{
    private readonly ConcurrentBag<TextAnalyzer> _analyzers = [];

    /// <summary>Compares on the pool: it is computing, and the engine's places are for what asks the engine.</summary>
    /// <param name="statements">Those to compare; the answers are in their order.</param>
    /// <param name="asking">What to ask for, given a statement and its fingerprints.</param>
    /// <param name="compare">What is made of the others of one.</param>
    public async Task<IReadOnlyList<T>> RunAsync<T>(
        IReadOnlyList<Statement> statements,
        Func<Statement, uint[], SharedRequest> asking,
        Func<Statement, SharedPrints, TextAnalyzer, MatchWork, T> compare,
        AnswerDeadline deadline,
        CancellationToken cancellationToken)
    {
        var analyzer = _analyzers.TryTake(out var used) ? used : new TextAnalyzer();
        var requests = statements
            .Select(statement => asking(statement, StatementPrints.Of(statement, analyzer)) with { Budget = deadline.Left })
            .ToList();
        var others = await prints.FindSharedAsync(requests, cancellationToken);
        var work = new MatchWork(() => deadline.Token.IsCancellationRequested, cancellationToken);
        var compared = await Task.Run(
            () => statements.Zip(others, (statement, shared) => compare(statement, shared, analyzer, work)).ToList(), cancellationToken);
        _analyzers.Add(analyzer);
        return compared;
    }
}
