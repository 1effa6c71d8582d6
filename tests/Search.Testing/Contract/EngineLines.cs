using Search.Archive;
using Search.Archive.Highlighting;
using Search.Archive.Lines;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Testing.Generation;
using Xunit;

namespace Search.Testing.Contract;

/// <summary>
/// The lines of a query are those that a plain loop over all statements cuts around their marks, in each order and page after page,
/// for generated queries under generated filters, with no difference.
/// </summary>
public abstract class EngineLines
{
    private const int Questions = 60;

    /// <summary>A new and empty archive. The test disposes it.</summary>
    protected abstract Task<ISearchEngine> CreateAsync();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GeneratedQueries_OverFictionalStatements_HaveTheLinesThatALoopFinds() =>
        await CompareAsync(FictionalCorpus.Statements(300), seed: 31);

    [Fact]
    public async Task GeneratedQueries_OverRealStatements_HaveTheLinesThatALoopFinds() =>
        await CompareAsync(RealStatements.Read(SharedData.Require("data/statements/functional.jsonl")), seed: 32);

    private async Task CompareAsync(IReadOnlyList<Statement> statements, int seed)
    {
        await using var engine = await CreateAsync();
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Update, Cancellation))
        {
            await writer.ImportAsync(statements, Cancellation);
            await writer.CompleteAsync(Cancellation);
        }

        var analyzer = new TextAnalyzer();
        var analyzed = statements.Select(statement => new AnalyzedStatement(statement, analyzer)).ToList();
        var (queries, filters) = (new MatchGenerator(analyzed, seed), new FilterGenerator(statements, seed));
        var (withLines, differences) = (0, new List<string>());
        for (var number = 0; number < Questions; number++)
        {
            var request = new LineRequest
            {
                Query = queries.Next(),
                Filters = filters.Next(),
                Sort = (LineSort)(number % 4),
                Budget = TimeSpan.FromMinutes(1),
            };
            if (!StatementLines.HasWords(request.Query))
            {
                continue;
            }

            var expected = LineLoop.Lines(request, analyzed);
            var actual = LineLoop.Describe(await LinesAsync(engine, request), request.Sort);
            withLines += expected.Count > 0 ? 1 : 0;
            if (!expected.SequenceEqual(actual))
            {
                differences.Add(
                    $"#{number} {request.Sort} {MatchPrinter.Print(request.Query)} under {FilterGenerator.Describe(request.Filters)}:\n"
                    + $"{string.Join('\n', expected.Except(actual).Take(3))}\n{string.Join('\n', actual.Except(expected).Take(3))}");
            }
        }

        Assert.True(differences.Count == 0, $"{differences.Count} differences:\n{string.Join('\n', differences.Take(10))}");
        Assert.True(withLines * 3 >= Questions, $"Only {withLines} of {Questions} queries have lines; they prove too little.");
    }

    /// <summary>By day in pages of seven, so that pages end within statements; by words all at once, as they come.</summary>
    private static async Task<IReadOnlyList<ContextLine>> LinesAsync(ISearchEngine engine, LineRequest request)
    {
        var lines = new StatementLines(engine);
        if (request.Sort is LineSort.Left or LineSort.Right)
        {
            return (await lines.InOrderAsync(request, new MatchWork(), Cancellation)).Lines;
        }

        var all = new List<ContextLine>();
        for (LinePlace? place = null; ;)
        {
            var page = await lines.PageAsync(request, place, 7, new MatchWork(), Cancellation);
            all.AddRange(page.Lines);
            if (page.Next is null)
            {
                return all;
            }

            Assert.NotEqual(place, page.Next);
            place = page.Next;
        }
    }
}

/// <summary>The plain loop.</summary>
internal static class LineLoop
{
    private const int Width = 80;
    private const int LongWord = 40;

    public static IReadOnlyList<string> Lines(LineRequest request, IEnumerable<AnalyzedStatement> statements)
    {
        var options = HighlightOptions.Default with { CountryKinds = request.Filters.CountryKinds };
        var matching = statements
            .Where(statement => FilterEvaluator.Admits(request.Filters, statement.Statement)
                && MatchEvaluator.Matches(request.Query, statement, request.Filters.CountryKinds))
            .Select(statement => statement.Statement);
        var lines = matching.SelectMany(
            statement => LinesOf(statement, new Highlighter(request.Query, new TextAnalyzer(), options)));
        var ordered = request.Sort switch
        {
            LineSort.Day => lines.OrderBy(line => Day(line, LineSort.Day)),
            LineSort.Newest => lines.OrderBy(line => Day(line, LineSort.Newest)),
            _ => lines.OrderBy(line => Words(line, request.Sort), new WordByWord()).ThenBy(line => Day(line, LineSort.Newest)),
        };
        return [.. ordered.ThenBy(line => line.Statement.Id.Value, StringComparer.Ordinal).Select(Describe)];
    }

    /// <summary>Engines are free in the order of one day's statements: here it is that of ids. All else is checked as it came.</summary>
    public static IReadOnlyList<string> Describe(IReadOnlyList<ContextLine> lines, LineSort sort)
    {
        if (sort is LineSort.Left or LineSort.Right)
        {
            return [.. lines.Select(Describe)];
        }

        Assert.Equal(lines.Select(line => Day(line, sort)).Order(), lines.Select(line => Day(line, sort)));
        Assert.Equal(
            lines.Select(line => line.Statement.Id).Distinct().Count(),
            lines.Where((line, index) => index == 0 || line.Statement.Id != lines[index - 1].Statement.Id).Count());
        return
        [
            .. lines.OrderBy(line => Day(line, sort)).ThenBy(line => line.Statement.Id.Value, StringComparer.Ordinal).Select(Describe),
        ];
    }

    private static string Describe(ContextLine line) =>
        $"{line.Statement.Id} {line.Field} {line.Number} {line.Mark} {line.Context.Left}[{line.Context.Marked}]{line.Context.Right}";

    private static int Day(ContextLine line, LineSort sort) => line.Statement.Issued is not { } issued ? int.MaxValue
        : sort == LineSort.Day ? issued.First.DayNumber : -issued.First.DayNumber;

    private static IEnumerable<ContextLine> LinesOf(Statement statement, Highlighter highlighter) =>
        from field in (TextScope[])[TextScope.Title, TextScope.Body]
        let text = field == TextScope.Title ? statement.Title : statement.Body
        from entry in highlighter.MarkAll(statement, field).Select((mark, index) => (Mark: mark, Number: index + 1))
        select new ContextLine(LineStatement.Of(statement), field, entry.Mark, entry.Number, Context(text, entry.Mark));

    /// <summary>Whole words on both sides; a word of forty letters and more is cut.</summary>
    private static LineContext Context(string text, Mark mark)
    {
        var (least, most) = (Math.Max(0, mark.Start - Width), Math.Min(text.Length, mark.Start + mark.Length + Width));
        var (start, end) = (least, most);
        while (start > 0 && start < mark.Start && !char.IsWhiteSpace(text[start - 1]))
        {
            start++;
        }

        while (end < text.Length && end > mark.Start + mark.Length && !char.IsWhiteSpace(text[end]))
        {
            end--;
        }

        (start, end) = (start > least + LongWord ? least : start, end < most - LongWord ? most : end);
        var after = mark.Start + mark.Length;
        return new LineContext(
            OneLine(text[start..mark.Start]).TrimStart(' ', '¶'),
            OneLine(text[mark.Start..after]),
            OneLine(text[after..end]).TrimEnd(' ', '¶'));
    }

    private static string OneLine(string text)
    {
        var line = string.Empty;
        foreach (var (index, letter) in text.Index())
        {
            line += !char.IsWhiteSpace(letter) ? letter
                : index > 0 && char.IsWhiteSpace(text[index - 1]) ? string.Empty
                : text[index..].TakeWhile(char.IsWhiteSpace).Count(space => space == '\n') > 1 ? " ¶ "
                : " ";
        }

        return line;
    }

    private static string[] Words(ContextLine line, LineSort sort)
    {
        var text = sort == LineSort.Left ? line.Context.Left : line.Context.Right;
        var words = new TextAnalyzer().Analyze(text).Select(token => token.Forms.Exact);
        return [.. sort == LineSort.Left ? words.Reverse() : words];
    }

    private sealed class WordByWord : IComparer<string[]>
    {
        public int Compare(string[]? one, string[]? other)
        {
            foreach (var (left, right) in one!.Zip(other!))
            {
                if (string.CompareOrdinal(left, right) is not 0 and var order)
                {
                    return order;
                }
            }

            return one!.Length.CompareTo(other!.Length);
        }
    }
}
