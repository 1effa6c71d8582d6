namespace Search.Archive.Matching;

/// <summary>The query would hold a reader for longer than the product allows. The message says how to ask for less.</summary>
public sealed class QueryTooCostlyException(string message) : Exception(message);
