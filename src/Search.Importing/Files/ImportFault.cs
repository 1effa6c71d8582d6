using Search.Reading.Files;

namespace Search.Importing.Files;

/// <summary>Something that was to be imported and was not.</summary>
/// <param name="Location">The file, and the line or entry in it where it has several: <c>a.jsonl:12</c>.</param>
/// <param name="Kind">One of <see cref="ImportFaultKinds"/>.</param>
/// <param name="Reason">In words a person can act on.</param>
public sealed record ImportFault(string Location, string Kind, string Reason);

/// <summary>The names of kinds of fault in reports. Those of the reader are its own, in lower case.</summary>
public static class ImportFaultKinds
{
    /// <summary>No file or folder is there.</summary>
    public const string Missing = "missing";

    /// <summary>It is there and cannot be opened or read to its end.</summary>
    public const string Unreadable = "unreadable";

    /// <summary>The engine did not take the statement.</summary>
    public const string Refused = "refused";

    public static string Of(ReadFaultKind kind) => kind == ReadFaultKind.TooLarge ? "too-large" : kind.ToString().ToLowerInvariant();
}
