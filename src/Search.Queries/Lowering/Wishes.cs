namespace Search.Queries;

/// <summary>What <c>match=any</c> turns into a wish: text. Fields and what excludes stay strict.</summary>
internal static class Wishes
{
    public static bool IsWish(QueryNode node) => node switch
    {
        WordNode or PrefixNode or PhraseNode or LoosePhraseNode or ProximityNode => true,
        ConjunctionNode all => all.Operands.All(IsWish),
        DisjunctionNode any => any.Operands.All(IsWish),
        _ => false,
    };
}
