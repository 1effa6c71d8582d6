using Search.Reading.Files;

namespace Search.Importing;

/// <summary>What an import has done so far, or in the end. Counts are of statements unless they say otherwise.</summary>
public sealed record ImportReport
{
    /// <summary>Files read to their end or until they could not be read further.</summary>
    public int Files { get; init; }

    /// <summary>Statements read, whatever became of them.</summary>
    public long Documents { get; init; }

    public long Added { get; init; }

    public long Changed { get; init; }

    public long Unchanged { get; init; }

    public long Refused { get; init; }

    /// <summary>
    /// Statements that the whole list of a source lacks and that were not known to be missing; null where none was imported, or not
    /// without faults.
    /// </summary>
    public long? Missing { get; init; }

    /// <summary>Records and files that gave no statement, and statements that were refused, by kind.</summary>
    public IReadOnlyDictionary<string, long> Faults { get; init; } = new SortedDictionary<string, long>(StringComparer.Ordinal);

    /// <summary>What the files were, by their content; those that could not be opened are of no kind.</summary>
    public IReadOnlyDictionary<FileKind, KindCount> Kinds { get; init; } = new SortedDictionary<FileKind, KindCount>();

    public long BytesRead { get; init; }

    /// <summary>Of all files; null when it is not known, as for standard input.</summary>
    public long? BytesTotal { get; init; }

    /// <summary>
    /// The share of the whole work that is done, 0 to 1; null when nobody knows. Reading is far ahead of writing, so that a file
    /// that is read counts only as far as its statements have been dealt with.
    /// </summary>
    public double? Fraction => BytesTotal is > 0 and var total
        ? Math.Min(1, (double)BytesRead / total * (Documents > 0 ? (double)(Added + Changed + Unchanged + Refused) / Documents : 1))
        : null;

    public TimeSpan Elapsed { get; init; }

    /// <summary>Ended before everything was read because it was told to; what is counted as written stays.</summary>
    public bool Cancelled { get; init; }

    /// <summary>Why the engine could not go on; null when it could. What is counted as written stays.</summary>
    public Exception? Failure { get; init; }

    public bool IsClean => Faults.Count == 0 && !Cancelled && Failure is null;
}
