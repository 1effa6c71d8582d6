namespace Search.Indexer.Hosting;

/// <summary>What was asked cannot be done; the message says what can.</summary>
internal sealed class UsageException(string message) : Exception(message);
