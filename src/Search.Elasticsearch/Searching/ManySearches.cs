using System.Text.Json;
using System.Text.Json.Nodes;

namespace Search.Elasticsearch.Searching;

/// <summary>The lines of one request with several searches: where to look and what for, in turn.</summary>
internal static class ManySearches
{
    /// <param name="index">An index or alias.</param>
    /// <param name="copy">Which copy of the index answers: the same name, the same copy. Null for any.</param>
    public static ReadOnlyMemory<byte> Write(string index, string? copy, IReadOnlyList<JsonObject> bodies)
    {
        var header = new JsonObject { ["index"] = index };
        if (copy is not null)
        {
            header["preference"] = copy;
        }

        using var lines = new MemoryStream();
        foreach (var body in bodies)
        {
            WriteLine(lines, header);
            WriteLine(lines, body);
        }

        return lines.GetBuffer().AsMemory(0, (int)lines.Length);
    }

    private static void WriteLine(MemoryStream lines, JsonObject content)
    {
        lines.Write(JsonSerializer.SerializeToUtf8Bytes(content));
        lines.WriteByte((byte)'\n');
    }
}
