using System.IO.Compression;
using Search.Core.Statements;
using Search.Reading;
using Search.Reading.Files;

namespace Search.Benchmarks;

/// <summary>Statements of files, read as an import reads them.</summary>
internal static class StatementFiles
{
    /// <summary>The lines of a file as they are, unpacked where its name ends with <c>.gz</c>.</summary>
    public static IEnumerable<string> Lines(string path)
    {
        using var file = File.OpenRead(path);
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(content);
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    public static async IAsyncEnumerable<Statement> ReadAsync(string path, ReadOptions? options = null)
    {
        await using var stream = File.OpenRead(path);
        await foreach (var result in new StatementFileReader().ReadAsync(
            stream, path, options ?? ReadOptions.Default, CancellationToken.None))
        {
            if (result.Statement is { } statement)
            {
                yield return statement;
            }
        }
    }
}
