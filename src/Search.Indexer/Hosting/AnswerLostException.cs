namespace Search.Indexer.Hosting;

/// <summary>What a command was to print cannot be written to standard output. What it did until then is done.</summary>
internal sealed class AnswerLostException(Exception innerException) : Exception(
    $"The answer cannot be written to standard output ({(innerException.InnerException ?? innerException).Message}).", innerException);
