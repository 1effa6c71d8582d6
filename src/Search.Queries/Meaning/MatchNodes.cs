using Search.Archive.Matching;

namespace Search.Queries;

/// <summary>Builds match trees in their simplest shape: flat, without repetitions, without parts that say nothing.</summary>
internal static class MatchNodes
{
    public static MatchNode All(IEnumerable<MatchNode> operands)
    {
        var kept = new List<MatchNode>();
        var seen = new HashSet<MatchNode>();
        foreach (var operand in operands.SelectMany(node => node is ConjunctionMatch all ? (IEnumerable<MatchNode>)all.Operands : [node]))
        {
            if (operand is NothingMatch)
            {
                return operand;
            }

            if (operand is not EverythingMatch && seen.Add(operand))
            {
                kept.Add(operand);
            }
        }

        return kept.Count switch
        {
            0 => new EverythingMatch(),
            1 => kept[0],
            _ => new ConjunctionMatch([.. kept]),
        };
    }

    public static MatchNode Any(IEnumerable<MatchNode> operands)
    {
        var kept = new List<MatchNode>();
        var seen = new HashSet<MatchNode>();
        foreach (var operand in operands.SelectMany(node => node is DisjunctionMatch any ? (IEnumerable<MatchNode>)any.Operands : [node]))
        {
            if (operand is EverythingMatch)
            {
                return operand;
            }

            if (operand is not NothingMatch && seen.Add(operand))
            {
                kept.Add(operand);
            }
        }

        return kept.Count switch
        {
            0 => new NothingMatch(),
            1 => kept[0],
            _ => new DisjunctionMatch([.. kept]),
        };
    }

    public static MatchNode Not(MatchNode operand) => operand switch
    {
        EverythingMatch => new NothingMatch(),
        NothingMatch => new EverythingMatch(),
        NegationMatch negation => negation.Operand,
        _ => new NegationMatch(operand),
    };
}
