namespace Search.Reading.Files;

/// <summary>Understanding a record has taken more than any honest one takes; the message is the reason shown.</summary>
internal sealed class RecordTooCostlyException(string message) : Exception(message);
