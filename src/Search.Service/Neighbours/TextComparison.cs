using System.Collections.Concurrent;
using Search.Archive.Fingerprints;
using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Service.Assistance;

namespace Search.Service.Neighbours;

/// <summary>Gets statements that may have text in common with one, to be compared with it.</summary>
internal sealed class TextComparison(ISharedPrints prints)
{
    private readonly ConcurrentBag<TextAnalyzer> _analyzers = [];

    /// <summary>Compares on the pool: it is computing, and the engine's places are for what asks the engine.</summary>
    /// <param name="statement">The one.</param>
    /// <param name="asking">What to ask for, given the statement's fingerprints.</param>
    /// <param name="compare">What is made of the others.</param>
    public async Task<T> RunAsync<T>(
        Statement statement,
        Func<uint[], SharedRequest> asking,
        Func<SharedPrints, TextAnalyzer, MatchWork, T> compare,
        AnswerDeadline deadline,
        CancellationToken cancellationToken)
    {
        var analyzer = _analyzers.TryTake(out var used) ? used : new TextAnalyzer();
        var own = StatementPrints.Of(statement, analyzer);
        var others = own.Length == 0
            ? new SharedPrints(0, [])
            : await prints.FindSharedAsync(asking(own) with { Budget = deadline.Left }, cancellationToken);
        var work = new MatchWork(() => deadline.Token.IsCancellationRequested, cancellationToken);
        var compared = await Task.Run(() => compare(others, analyzer, work), cancellationToken);
        _analyzers.Add(analyzer);
        return compared;
    }
}
