namespace Search.Reading.Files;

/// <summary>What a file is, by its content.</summary>
public enum FileKind
{
    Empty,
    JsonLines,

    /// <summary>JSON that is no JSON Lines: an array, a list in an object, an object over several lines.</summary>
    Json,

    /// <summary>Comma-, semicolon-, tab- or bar-separated values.</summary>
    Table,
    Html,
    Feed,
    Text,
    Pdf,

    /// <summary>A word processor's document (Office Open XML).</summary>
    Docx,

    /// <summary>A page that a browser saved with its pictures in one file.</summary>
    Mhtml,

    /// <summary>A picture, whatever the file is called.</summary>
    Picture,

    /// <summary>A document of an office program, of a format that is not read.</summary>
    Office,

    /// <summary>A message with its headers.</summary>
    Mail,

    /// <summary>Packed files.</summary>
    Archive,

    /// <summary>Sound or film.</summary>
    Recording,

    /// <summary>Bytes that are no text, and of no kind that is known.</summary>
    Binary,
}
