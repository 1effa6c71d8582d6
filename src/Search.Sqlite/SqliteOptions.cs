using System.ComponentModel.DataAnnotations;

namespace Search.Sqlite;

/// <summary>Where the embedded archive lies; bound from <c>Search:Sqlite</c>.</summary>
public sealed record SqliteOptions
{
    /// <summary>The archive's file; created with its folder when it is missing.</summary>
    [Required]
    public required string Path { get; init; }

    /// <summary>
    /// As where nothing may be written, neither to the file nor beside it: for tests, which may run as one who may write everywhere.
    /// </summary>
    internal bool ReadOnly { get; init; }
}
