using System.Globalization;
using Search.Archive.Searching;
using Search.Elasticsearch.Indices;

namespace Search.Elasticsearch.Lifecycle;

/// <summary>Why nothing may be done to the indices under an archive's name, in words that say what a person can do.</summary>
internal static class LifecycleRefusals
{
    /// <summary>Null when nothing speaks against it.</summary>
    public static Exception? Of(IReadOnlyList<IndexState> indices, LifecycleGoal goal)
    {
        var live = indices.Where(index => index.Live).ToArray();
        return live switch
        {
            [] => OfNone(indices, goal),
            [{ } index] => OfOne(index, goal),
            _ => new ArchiveNameClashException(
                $"The alias {goal.Alias} points at several indices: {Names(live)}. Let it point at one of them only; nothing was changed."),
        };
    }

    private static Exception? OfOne(IndexState live, LifecycleGoal goal)
    {
        if (live.Name == goal.Alias)
        {
            return new ArchiveNameClashException(
                $"{live.Name} is the name of an index, where the archive needs an alias of that name. It was not changed. "
                + "Choose another Search:Elasticsearch:Index.");
        }

        // A closed index shows its mapping too: that it is another's is the graver fault.
        return live switch
        {
            { Ours: false } => new ArchiveNameClashException(
                $"The alias {goal.Alias} points at {live.Name}, which is no index of this program's. It was not changed. "
                + "Choose another Search:Elasticsearch:Index, or point the alias at the archive's index."),
            { Closed: true } => new ArchiveClosedException(
                $"The archive's index {live.Name} is closed. It is whole; open it with POST /{live.Name}/_open."),
            _ when live.MappingVersion > goal.Version => new ArchiveFormatException(
                $"{live.Name} was made by a newer version of this program, which must be used to change it."),
            _ => null,
        };
    }

    /// <summary>An empty archive would be filled with samples, and what lies there would look lost.</summary>
    private static ArchiveGoneException? OfNone(IReadOnlyList<IndexState> indices, LifecycleGoal goal)
    {
        var filled = indices.Where(index => index.Ours && index.Documents is not 0)
            .OrderBy(index => index.BuildingSince is not null)
            .ThenByDescending(index => index.Name, StringComparer.Ordinal)
            .ToArray();
        if (filled is [{ } best, ..])
        {
            return new ArchiveGoneException(
                $"The alias {goal.Alias} points at no index, but there are statements in {string.Join(", ", filled.Select(Describe))}. "
                + "No empty archive is made beside them. Point the alias back with POST /_aliases "
                + $$$"""{"actions":[{"add":{"index":"{{{best.Name}}}","alias":"{{{goal.Alias}}}","is_write_index":true}}]}"""
                + ", or delete what is not wanted any more.");
        }

        return goal.ArchiveSeen
            ? new ArchiveGoneException(
                $"The archive {goal.Alias} was there and is gone with its index. It is not made anew while this program runs: "
                + "restore the index from a snapshot, or start again with an empty archive.")
            : null;
    }

    private static string Describe(IndexState index)
    {
        var documents = index.Closed ? "closed" : string.Create(CultureInfo.InvariantCulture, $"{index.Documents:N0} statements");
        return $"{index.Name} ({documents}{(index.BuildingSince is null ? string.Empty : ", unfinished")})";
    }

    private static string Names(IEnumerable<IndexState> indices) => string.Join(", ", indices.Select(index => index.Name));
}
