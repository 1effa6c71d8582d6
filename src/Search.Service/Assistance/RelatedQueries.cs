using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Queries;
using Search.Service.Responses;

namespace Search.Service.Assistance;

/// <summary>What is counted beside a page: levels of likeness, and other ways to find the countries that are named.</summary>
internal sealed class RelatedQueries
{
    private readonly (LikenessLevel Level, MatchNode Meaning)[] _levels;
    private readonly (CountryAlternative Other, MatchNode Meaning)[] _also;

    /// <param name="page">What the page itself counts.</param>
    public RelatedQueries(
        MatchNode page, (LikenessLevel Level, MatchNode Meaning)[] levels, (CountryAlternative Other, MatchNode Meaning)[] also)
    {
        (_levels, _also) = (levels, also);
        Queries = new BesideQueries(
            [.. levels.Select(level => level.Meaning).Where(meaning => meaning != page)], [.. also.Select(other => other.Meaning)]);
    }

    /// <summary>What is to be counted.</summary>
    public BesideQueries Queries { get; }

    /// <param name="counts">Of <see cref="Queries"/>.</param>
    public RelatedCounts Counted(IReadOnlyList<long> counts)
    {
        MatchNode[] uncounted = [.. Queries.Levels];
        return new RelatedCounts(
            [.. _levels.Select(level => (level.Level, CountOf(level.Meaning)))],
            [.. _also.Zip(
                counts.Skip(Queries.Levels.Count),
                (also, count) => new AlsoResponse("country", also.Other.Label, also.Other.Query, count))]);

        long? CountOf(MatchNode meaning) => Array.IndexOf(uncounted, meaning) is var index and >= 0 ? counts[index] : null;
    }
}
