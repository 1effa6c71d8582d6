using Search.Service.Comparing;

namespace Search.Service.Responses;

/// <summary>The captures of one statement whose texts differ, latest first.</summary>
public sealed record VersionsResponse(string Id, IReadOnlyList<VersionResponse> Versions);

/// <param name="Number">1 is the earliest; a later capture never changes the numbers of the ones before.</param>
/// <param name="Current">The text that is searched.</param>
/// <param name="Captured">When the page was taken.</param>
/// <param name="Title">The title it had then.</param>
/// <param name="Characters">Length of the body, in UTF-16 units.</param>
public sealed record VersionResponse(int Number, bool Current, DateTimeOffset? Captured, string Title, int Characters);

/// <summary>What changed from one version to the current text, word by word.</summary>
/// <param name="Id">The statement's.</param>
/// <param name="Number">The earlier version's.</param>
/// <param name="Captured">When the earlier version was taken.</param>
/// <param name="Current">When the current one was.</param>
/// <param name="Title">Changes of the title.</param>
/// <param name="Body">Changes of the body.</param>
public sealed record DifferenceResponse(
    string Id,
    int Number,
    DateTimeOffset? Captured,
    DateTimeOffset? Current,
    IReadOnlyList<ChangeResponse> Title,
    IReadOnlyList<ChangeResponse> Body);

/// <param name="Change">equal, deleted or inserted.</param>
/// <param name="Text">Plain text. All but the inserted give the earlier text, all but the deleted the current one.</param>
public sealed record ChangeResponse(string Change, string Text)
{
    internal static IReadOnlyList<ChangeResponse> Between(string earlier, string later) =>
    [
        .. WordDifference.Between(earlier, later)
            .Select(change => new ChangeResponse(change.Kind.ToString().ToLowerInvariant(), change.Text)),
    ];
}
