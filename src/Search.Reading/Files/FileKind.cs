namespace Search.Reading.Files;

/// <summary>What a file is, by its content.</summary>
internal enum FileKind
{
    Empty,
    JsonLines,
    Html,
    Feed,
    Text,
    Pdf,

    /// <summary>A picture, whatever the file is called.</summary>
    Image,

    /// <summary>A zipped container: office documents, archives.</summary>
    Archive,
    Binary,
}
