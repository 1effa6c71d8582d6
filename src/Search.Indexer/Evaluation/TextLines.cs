using Search.Importing.Files;
using Search.Indexer.Hosting;

namespace Search.Indexer.Evaluation;

/// <summary>Reads the lines of a file that an evaluation is given.</summary>
internal static class TextLines
{
    /// <exception cref="UsageException">It is missing, no file, or cannot be read; the message names it.</exception>
    public static async Task<IReadOnlyList<string>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        try
        {
            using var reader = new StreamReader(InputFile.OpenRegular(path));
            var lines = new List<string>();
            while (await reader.ReadLineAsync(cancellationToken) is { } line)
            {
                lines.Add(line);
            }

            return lines;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UsageException($"{path}: {exception.Message}");
        }
    }
}
