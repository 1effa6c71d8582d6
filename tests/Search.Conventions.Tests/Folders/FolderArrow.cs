namespace Search.Conventions.Tests.Folders;

/// <summary>A file in one folder names a type of another one, or imports its namespace (an extension's call names no type).</summary>
internal sealed record FolderArrow(string From, string To, string File, string Name)
{
    public static IReadOnlyList<FolderArrow> Between(IReadOnlyList<SourceFile> files)
    {
        var types = files.SelectMany(file => file.Types.Select(type => (file.Room, file.Namespace, Type: type))).Distinct().ToList();
        var rooms = files.Select(file => (file.Room, file.Namespace)).Distinct().ToLookup(file => file.Namespace, file => file.Room);
        return
        [
            .. from file in files
               from used in types
               where used.Room != file.Room && file.Names.Contains(used.Type) && !file.Types.Contains(used.Type)
               where file.Sees(used.Namespace) || file.Qualifies(used.Namespace, used.Type)
               select new FolderArrow(file.Room, used.Room, file.Path, used.Type),
            .. from file in files
               from name in file.Usings
               where rooms[name].Count() == 1 && rooms[name].Single() != file.Room
               select new FolderArrow(file.Room, rooms[name].Single(), file.Path, $"using {name}"),
        ];
    }

    /// <summary>The circles, each with what lets one see where to cut it: its arrows, those of the fewest uses first.</summary>
    public static IReadOnlyList<string> Circles(IReadOnlyList<FolderArrow> arrows) =>
    [
        .. CircleFinder.Find(arrows.Select(arrow => (arrow.From, arrow.To)))
            .Select(circle => string.Join(" ⇄ ", circle) + string.Concat(Thinnest(arrows, circle))),
    ];

    private static IEnumerable<string> Thinnest(IReadOnlyList<FolderArrow> arrows, IReadOnlyList<string> circle) => arrows
        .Where(arrow => circle.Contains(arrow.From) && circle.Contains(arrow.To))
        .GroupBy(arrow => (arrow.From, arrow.To))
        .OrderBy(uses => uses.Count())
        .Take(8)
        .Select(uses => $"\n  {uses.Key.From} → {uses.Key.To}: {uses.First().File} names {uses.First().Name}");
}
