using System.Text;
using Search.Reading.Files;

namespace Search.Reading.Tests;

/// <summary>Reads texts as if they were files.</summary>
internal static class Reading
{
    public static Task<List<ReadResult>> AllAsync(string text, string name, ReadOptions? options = null) =>
        AllAsync(Encoding.UTF8.GetBytes(text), name, options);

    public static async Task<List<ReadResult>> AllAsync(byte[] bytes, string name, ReadOptions? options = null)
    {
        using var stream = new MemoryStream(bytes);
        return await AllAsync(stream, name, options);
    }

    public static async Task<List<ReadResult>> AllAsync(Stream stream, string name, ReadOptions? options = null)
    {
        var results = new List<ReadResult>();
        await foreach (var result in new StatementFileReader().ReadAsync(
            stream, name, options ?? ReadOptions.Default, TestContext.Current.CancellationToken))
        {
            results.Add(result);
        }

        return results;
    }
}
