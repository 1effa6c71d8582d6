using Search.Reading.Files;

namespace Search.Importing.Files;

/// <summary>Something that was to be imported and was not.</summary>
/// <param name="Location">The file, and the line or entry in it where it has several: <c>a.jsonl:12</c>.</param>
/// <param name="Kind">One of <see cref="ImportFaultKinds"/>.</param>
/// <param name="Reason">In words a person can act on.</param>
public sealed record ImportFault(string Location, string Kind, string Reason)
{
    /// <summary>For what finding, opening or reading a file throws.</summary>
    public static ImportFault Of(string location, Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => new(location, ImportFaultKinds.Missing, "There is no such file or folder."),
        NotAFileException => new(location, ImportFaultKinds.NotAFile, exception.Message),
        _ => new(location, ImportFaultKinds.Unreadable, exception.Message),
    };
}

/// <summary>The names of kinds of fault in reports. Those of the reader are its own, in lower case.</summary>
public static class ImportFaultKinds
{
    /// <summary>No file or folder is there, or none any more.</summary>
    public const string Missing = "missing";

    /// <summary>A pipe, a socket or a device.</summary>
    public const string NotAFile = "not-a-file";

    /// <summary>A link that leads out of the folder in which it lies.</summary>
    public const string Outside = "outside";

    /// <summary>It is there and cannot be opened or read to its end.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>The engine did not take the statement.</summary>
    public const string Refused = "refused";

    public static string Of(ReadFaultKind kind) => kind == ReadFaultKind.TooLarge ? "too-large" : kind.ToString().ToLowerInvariant();
}
