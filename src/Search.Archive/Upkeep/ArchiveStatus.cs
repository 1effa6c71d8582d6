namespace Search.Archive.Upkeep;

public sealed record ArchiveStatus
{
    public required string Engine { get; init; }

    public required string Location { get; init; }

    public required long Statements { get; init; }

    /// <summary>Earlier captures kept beside the statements.</summary>
    public required long Versions { get; init; }

    /// <summary>True while the archive holds the samples and nothing else.</summary>
    public required bool Samples { get; init; }

    public DateOnly? Earliest { get; init; }

    public DateOnly? Latest { get; init; }

    public required long SizeInBytes { get; init; }

    /// <summary>The engine's own mark of the archive's state.</summary>
    public required string Generation { get; init; }

    public IReadOnlyList<SourceStatus> Sources { get; init; } = [];
}

public sealed record SourceStatus(string Source, long Statements, DateOnly? Earliest, DateOnly? Latest);
