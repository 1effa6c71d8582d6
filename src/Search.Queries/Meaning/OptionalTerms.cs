namespace Search.Queries;

/// <summary>The terms that <c>match=any</c> makes optional: text. Fields and what excludes stay strict.</summary>
internal static class OptionalTerms
{
    public static bool IsOptional(QueryNode node) => node switch
    {
        WordNode or PrefixNode or PhraseNode or LoosePhraseNode or ProximityNode => true,
        ConjunctionNode all => all.Operands.All(IsOptional),
        DisjunctionNode any => any.Operands.All(IsOptional),
        _ => false,
    };
}
