namespace Search.Archive.Highlighting;

/// <summary>A stretch of plain text to be marked, in UTF-16 units. Marks of one text are sorted and do not overlap.</summary>
public readonly record struct Mark(int Start, int Length);

/// <summary>A passage of a body with its marks; their offsets count from the start of <paramref name="Text"/>.</summary>
/// <param name="Offset">Where the passage begins in the body, in UTF-16 units.</param>
public sealed record Snippet(string Text, int Offset, IReadOnlyList<Mark> Marks)
{
    /// <summary>Whether it begins inside a sentence.</summary>
    public bool CutBefore { get; init; }

    /// <summary>Whether it ends inside a sentence.</summary>
    public bool CutAfter { get; init; }
}

/// <summary>What to mark in one hit of a page.</summary>
public sealed record Highlights(IReadOnlyList<Mark> TitleMarks, IReadOnlyList<Snippet> Snippets)
{
    /// <summary>How many marks title and body have; null where a long body was not read to its end.</summary>
    public int? Occurrences { get; init; }

    /// <summary>Nothing was asked for.</summary>
    public static Highlights None { get; } = new([], []);
}
