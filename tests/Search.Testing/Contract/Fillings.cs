using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Testing.Contract;

/// <summary>What stands at the open places of a phrase, by loops over every word; they share nothing with the product's.</summary>
internal static class Fillings
{
    public static string Describe(OpenPhrase phrase, IEnumerable<AnalyzedStatement> statements)
    {
        var found = statements.SelectMany(statement => Of(phrase, statement)).ToList();
        var fillers = found.GroupBy(filling => filling.Key)
            .OrderByDescending(group => group.Select(filling => filling.Statement.Id).Distinct().Count())
            .ThenByDescending(group => group.Count())
            .ThenBy(group => group.Key, StringComparer.Ordinal)
            .Select(Describe);
        return $"{found.Select(filling => filling.Statement.Id).Distinct().Count()} {found.Count}\n{string.Join('\n', fillers)}";
    }

    private static string Describe(IGrouping<string, Filling> group)
    {
        var text = group.GroupBy(filling => filling.Text)
            .OrderByDescending(form => form.Count()).ThenBy(form => form.Key, StringComparer.Ordinal).First().Key;
        var statements = group.Select(filling => filling.Statement).DistinctBy(statement => statement.Id)
            .OrderBy(statement => statement.Id.Value, StringComparer.Ordinal).ToList();
        var dated = statements.Where(statement => statement.Issued is not null).ToList();
        var first = dated.OrderBy(statement => statement.Issued!.Value.Last)
            .ThenByDescending(statement => statement.Issued!.Value.First).FirstOrDefault();
        var last = dated.OrderByDescending(statement => statement.Issued!.Value.First)
            .ThenBy(statement => statement.Issued!.Value.Last).FirstOrDefault();
        return $"{text} {statements.Count} {group.Count()} {first?.Id} {last?.Id} {(first ?? statements[0]).Id} True";
    }

    private static IEnumerable<Filling> Of(OpenPhrase phrase, AnalyzedStatement statement)
    {
        (List<Token> Tokens, string Text, bool Looked)[] texts =
        [
            (statement.Title, statement.Statement.Title, phrase.Scope != TextScope.Body),
            (statement.Body, statement.Statement.Body, phrase.Scope != TextScope.Title),
        ];
        foreach (var (tokens, text, _) in texts.Where(entry => entry.Looked))
        {
            foreach (var run in phrase.Runs)
            {
                for (var start = 0; start + run.Slots.Count <= tokens.Count; start++)
                {
                    if (Enumerable.Range(0, run.Slots.Count).All(place => Suits(run.Slots[place], tokens[start + place].Forms)))
                    {
                        yield return new Filling(
                            statement.Statement,
                            Join(run, place => tokens[start + place].Forms.Exact),
                            Join(run, place => text.Substring(tokens[start + place].Start, tokens[start + place].Length)));
                    }
                }
            }
        }
    }

    private static bool Suits(PhraseSlot slot, WordForms word) => slot switch
    {
        TermSlot one => one.Terms.Any(term => term.Text == word.Exact),
        PrefixSlot begins => word.Exact.StartsWith(begins.Prefix, StringComparison.Ordinal),
        _ => true,
    };

    private static string Join(OpenRun run, Func<int, string> word) => string.Concat(run.Open.Select((place, index) =>
        (index == 0 ? "" : run.Open[index - 1] + 1 == place ? " " : " … ") + word(place)));

    private sealed record Filling(Statement Statement, string Key, string Text);
}
