using Search.Archive.Counting;
using Search.Archive.Highlighting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Analysis;
using Search.Queries;
using Search.Service.Assistance;
using Search.Service.Counting;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Service;

/// <summary>Answers what stands at the open places of a phrase.</summary>
public sealed class PhraseService(IStatementSearch engine, TimeProvider time)
{
    private readonly PhraseFillers _fillers = new(engine);

    public async Task<PhrasesResponse> CountAsync(PhraseCall call, CancellationToken cancellationToken)
    {
        var search = call.Search.Request;
        using var deadline = new AnswerDeadline(search.Budget, time, cancellationToken);
        var request = new FillerRequest
        {
            Query = call.Match,
            Phrase = call.Phrase,
            Filters = search.Filters,
            Budget = deadline.Left,
        };
        var counts = await _fillers.CountAsync(
            request, new MatchWork(() => deadline.Elapsed > search.Budget, cancellationToken), cancellationToken);
        var analyzer = new TextAnalyzer();
        var shown = counts.Fillers.Skip(call.Offset).Take(search.Size)
            .Select(filler => Write(filler, counts.Statements, analyzer))
            .ToList();
        var end = call.Offset + shown.Count;
        return new PhrasesResponse(
            new QueryResponse(call.Search.Text, QueryExplainer.Explain(call.Search.Query, call.Search.Meaning), []),
            call.Text,
            new TotalResponse(counts.Statements, Exact: true),
            counts.Occurrences,
            shown,
            Math.Max(0, counts.Fillers.Count - end),
            end < counts.Fillers.Count ? CursorText.WriteShown(end, SearchFingerprint.Of(call)) : null,
            (int)Math.Ceiling(deadline.Elapsed.TotalMilliseconds));
    }

    private static FillerResponse Write(FillerCount filler, long statements, TextAnalyzer analyzer) => new(
        filler.Text,
        filler.Statements,
        filler.Occurrences,
        DateCounts.Share(filler.Statements, statements),
        ResponseWriter.Reference(filler.First),
        ResponseWriter.Reference(filler.Last),
        ResponseWriter.Passage(filler.Example, new Highlighter(filler.Passage, analyzer)));
}
