using Search.Core.Statements;
using Search.Reading;
using Search.Reading.Files;

namespace Search.Benchmarks;

/// <summary>Statements of files, read as an import reads them.</summary>
internal static class StatementFiles
{
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
