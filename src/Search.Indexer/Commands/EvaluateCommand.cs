using System.CommandLine;
using System.Runtime.ExceptionServices;
using Search.Archive;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Importing;
using Search.Importing.Files;
using Search.Indexer.Evaluation;
using Search.Indexer.Hosting;
using Search.Indexer.Output;
using Search.Queries;

namespace Search.Indexer.Commands;

/// <summary>Measures ranking against judgements, in an archive of its own: nothing of the real one is touched.</summary>
internal sealed class EvaluateCommand
{
    private readonly Argument<string> _documents = new("DOCS") { Description = "Statements as import takes them; judged by their own id." };
    private readonly Argument<string> _queries = new("QUERIES")
    {
        Description = "JSON Lines with id and text; plain text, not the query language.",
    };

    private readonly Argument<string> _grades = new("QRELS") { Description = "Tab-separated: a header line, then query, document, grade." };

    private readonly Option<string> _fields = new("--fields")
    {
        Description = "Which text to search.",
        HelpName = "all|title|body",
        DefaultValueFactory = _ => "all",
    };

    public CommandDefinition Define()
    {
        _fields.AcceptOnlyFromAmong("all", "title", "body");
        return new CommandDefinition(
            new Command("evaluate", "Measures how well queries find the documents that people judged relevant.")
            {
                _documents,
                _queries,
                _grades,
                _fields,
            },
            RunAsync,
            """
            search evaluate docs.jsonl queries.jsonl qrels.tsv
            search evaluate docs.jsonl.gz queries.jsonl qrels.tsv --fields body --json
            """);
    }

    private async Task<int> RunAsync(CommandContext context, CancellationToken cancellationToken)
    {
        var arguments = context.Arguments;
        var queries = await Judgements.ReadAsync(
            arguments.GetRequiredValue(_queries), arguments.GetRequiredValue(_grades), cancellationToken);
        await using var archive = context.Engines.OpenTemporary(context.Options.Engine);
        var import = await ImportAsync(context, archive.Engine, arguments.GetRequiredValue(_documents), cancellationToken);
        var scope = arguments.GetValue(_fields) switch
        {
            "title" => TextScope.Title,
            "body" => TextScope.Body,
            _ => TextScope.TitleAndBody,
        };
        var measures = await MeasureAsync(context, archive.Engine, queries, scope, cancellationToken);
        await WriteAsync(context, measures);
        return import.IsClean ? ExitCode.Success : ExitCode.Incomplete;
    }

    private static async Task<ImportReport> ImportAsync(
        CommandContext context, ISearchEngine engine, string path, CancellationToken cancellationToken)
    {
        var input = InputFiles.Find([path], () => context.Environment.Input, followLinks: false, cancellationToken);
        var report = await context.Progress.RunAsync("Indexing", async scope =>
        {
            var faults = new FaultPrinter(scope, file: null);
            var result = await context.Service<ImportPipeline>().RunAsync(
                input, engine, new ImportOptions(), faults.Add, new ImportProgress(scope), cancellationToken);
            faults.Finish();
            return result;
        });
        cancellationToken.ThrowIfCancellationRequested();
        if (report.Failure is { } failure)
        {
            ExceptionDispatchInfo.Throw(failure);
        }

        return report.Documents > 0 ? report : throw new UsageException($"{path} holds no documents.");
    }

    private static async Task<RankingMeasures> MeasureAsync(
        CommandContext context,
        ISearchEngine engine,
        IReadOnlyList<JudgedQuery> queries,
        TextScope scope,
        CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(context.Environment.TimeProvider.GetUtcNow().UtcDateTime);
        var rankings = new (IReadOnlyList<string> Found, IReadOnlyDictionary<string, int> Grades)[queries.Count];
        await Parallel.ForAsync(0, queries.Count, cancellationToken, async (index, token) =>
        {
            var meaning = new MeaningOptions(today, MatchAny: true, scope);
            var page = await engine.SearchAsync(
                new SearchRequest
                {
                    Query = QueryMeaning.Of(PlainText.ToQuery(queries[index].Text), meaning),
                    Size = SearchRequest.MaxSize,
                    Budget = TimeSpan.FromMinutes(1),
                },
                token);
            rankings[index] = ([.. page.Hits.Select(hit => hit.Statement.SourceId ?? hit.Statement.Id.Value)], queries[index].Grades);
        });
        return RankingMeasures.Of(rankings);
    }

    private static Task WriteAsync(CommandContext context, RankingMeasures measures) => context.Json
        ? context.WriteJsonAsync(measures)
        : context.Output.WriteLineAsync(
            $"nDCG@10 {measures.Ndcg10:F3}   MRR {measures.Mrr:F3}   success@1 {measures.Success1:F3}   "
            + $"success@10 {measures.Success10:F3}   ({measures.Queries:N0} queries)");
}
