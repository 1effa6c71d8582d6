namespace Search.Conventions.Tests.Folders;

/// <summary>Finds the circles of a graph: rooms each of which can be reached from every other one of the circle.</summary>
internal static class CircleFinder
{
    /// <returns>Each circle once, its rooms in order; none when the arrows lead one way only.</returns>
    public static IReadOnlyList<IReadOnlyList<string>> Find(IEnumerable<(string From, string To)> arrows)
    {
        var next = arrows.Where(arrow => arrow.From != arrow.To).ToLookup(arrow => arrow.From, arrow => arrow.To);
        var reached = next.ToDictionary(room => room.Key, room => Reach(next, room.Key));
        return
        [
            .. reached.Where(room => room.Value.Contains(room.Key))
                .Select(room => room.Value.Where(other => reached.TryGetValue(other, out var back) && back.Contains(room.Key)))
                .Select(circle => circle.Order(StringComparer.Ordinal).ToList())
                .DistinctBy(circle => circle[0])
                .OrderBy(circle => circle[0], StringComparer.Ordinal),
        ];
    }

    private static HashSet<string> Reach(ILookup<string, string> next, string start)
    {
        var seen = new HashSet<string>();
        var open = new Stack<string>(next[start]);
        while (open.TryPop(out var room))
        {
            if (seen.Add(room))
            {
                foreach (var other in next[room])
                {
                    open.Push(other);
                }
            }
        }

        return seen;
    }
}
