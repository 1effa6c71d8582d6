using Search.Archive.Searching;
using Search.Queries;
using Search.Service.Responses;

namespace Search.Service.Assistance;

/// <summary>What was counted beside a page.</summary>
/// <param name="Levels">With their counts; null where a level asks for the very page, which counts it.</param>
internal sealed record RelatedCounts(IReadOnlyList<(LikenessLevel Level, long? Count)> Levels, IReadOnlyList<AlsoResponse> Also)
{
    public static RelatedCounts None { get; } = new([], []);

    /// <summary>A page that is not complete has no count, and leaves its own level out.</summary>
    public IReadOnlyList<LadderRungResponse> Ladder(SearchPage page) =>
    [
        .. Levels
            .Select(counted => (counted.Level, Count: counted.Count ?? (page.Complete ? page.Total : null)))
            .Where(counted => counted.Count is not null)
            .Select(counted => new LadderRungResponse(counted.Level.Name, counted.Count!.Value, counted.Level.Text)),
    ];
}
