namespace Search.Indexer.Hosting;

/// <summary>What a command's exit code says; printed in its help.</summary>
internal static class ExitCode
{
    public const int Success = 0;

    /// <summary>Done, but some records were faulty or refused, or a comparison found differences.</summary>
    public const int Incomplete = 1;

    /// <summary>Arguments, query or configuration cannot be used.</summary>
    public const int Usage = 2;

    /// <summary>The engine cannot be reached, or another process writes to the archive.</summary>
    public const int Unavailable = 3;

    /// <summary>A fault of the program itself.</summary>
    public const int Internal = 70;

    /// <summary>Ended by Ctrl-C.</summary>
    public const int Cancelled = 130;
}
