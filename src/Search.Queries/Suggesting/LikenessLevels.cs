namespace Search.Queries;

/// <summary>The names of a ladder's levels, strictest first, as they stand in answers.</summary>
public static class LikenessLevelNames
{
    /// <summary>One after the other, case and accents kept.</summary>
    public const string Verbatim = "verbatim";

    /// <summary>One after the other.</summary>
    public const string Exact = "exact";

    /// <summary>One after the other, in any form of each word.</summary>
    public const string Stemmed = "stemmed";

    /// <summary>With at most <see cref="LikenessLevels.Distance"/> other words between, in any order and form.</summary>
    public const string Near = "near";

    /// <summary>Anywhere, in any order and form.</summary>
    public const string All = "all";
}

/// <param name="Name">One of <see cref="LikenessLevelNames"/>.</param>
/// <param name="Query">What is counted.</param>
/// <param name="Text">The same as text, to search for it.</param>
public sealed record LikenessLevel(string Name, QueryNode Query, string Text);

/// <summary>
/// The same words at every level of likeness, so that a reader chooses knowingly between a quotation and a topic. What one
/// level finds, every level below it finds too.
/// </summary>
public static class LikenessLevels
{
    /// <summary>Other words between the first and the last that still count as near.</summary>
    public const int Distance = 5;

    /// <summary>More words than this are hardly ever within five; the level is left out, which keeps the others' order.</summary>
    private const int MaxNearWords = 16;

    /// <summary>
    /// For bare words, one or several, or one phrase of plain words, with or without fields, dates and exclusions beside,
    /// which every level keeps. A single word has no levels <c>near</c> and <c>all</c>. Null for queries of any other shape.
    /// </summary>
    public static IReadOnlyList<LikenessLevel>? Build(QueryNode query)
    {
        QueryNode[] operands = query is ConjunctionNode all ? [.. all.Operands] : [query];
        QueryNode[] kept = [.. operands.Where(IsBeside)];
        if (Words([.. operands.Where(operand => !IsBeside(operand))]) is not { Count: > 0 } words)
        {
            return null;
        }

        // A level past the limits, such as a text of many words with operators between, could not be searched for.
        return
        [
            .. Levels(words)
                .Select(level => Level(level.Name, ConjunctionNode.Of([.. level.Nodes, .. kept])))
                .Where(level => QueryParser.TryParse(level.Text, out _, out _)),
        ];
    }

    private static IEnumerable<(string Name, QueryNode[] Nodes)> Levels(List<string> words)
    {
        QueryNode[] bare = [.. words.Select(word => new WordNode(word))];
        yield return (
            LikenessLevelNames.Verbatim,
            [words.Count == 1 ? new WordNode(words[0], Verbatim: true) : PhraseNode.Of(words, verbatim: true)]);
        yield return (LikenessLevelNames.Exact, [PhraseNode.Of(words)]);
        if (words.Count == 1)
        {
            yield return (LikenessLevelNames.Stemmed, bare);
            yield break;
        }

        yield return (LikenessLevelNames.Stemmed, [new ProximityNode([.. bare], 0, Ordered: true)]);
        if (words.Count <= MaxNearWords)
        {
            yield return (LikenessLevelNames.Near, [new ProximityNode([.. bare], Distance)]);
        }

        yield return (LikenessLevelNames.All, bare);
    }

    private static LikenessLevel Level(string level, QueryNode query) => new(level, query, query.ToString());

    private static bool IsBeside(QueryNode node) =>
        node is FieldNode or ValueNode or DateNode or BeforeNode or UndatedNode or NegationNode;

    /// <summary>Null when there is something else than bare words or a single phrase of plain words.</summary>
    private static List<string>? Words(QueryNode[] nodes) => nodes switch
    {
        [PhraseNode phrase] => phrase.Parts.All(part => part is PhraseWord)
            ? [.. phrase.Parts.SelectMany(part => PlainText.Words(((PhraseWord)part).Text))]
            : null,
        [WordNode word] => [.. PlainText.Words(word.Text)],
        _ => nodes.All(node => node is WordNode { Verbatim: false })
            ? [.. nodes.SelectMany(node => PlainText.Words(((WordNode)node).Text))]
            : null,
    };
}
