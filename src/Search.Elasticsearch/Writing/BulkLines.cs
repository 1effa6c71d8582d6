using System.Buffers;
using System.Text.Json;
using Elastic.Transport;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Search.Elasticsearch.Writing;

/// <summary>
/// A bulk request as it is sent. The documents are JSON already, and through the client's types each would be written once more, and
/// answered with ten values of which one is read.
/// </summary>
internal static class BulkLines
{
    /// <summary>How long Elasticsearch waits for a shard that is away before it refuses an item for now, in seconds.</summary>
    private const int ShardPatience = 10;

    /// <summary>Of the answer: what <see cref="BulkAnswer"/> reads, for every item, so that answers are matched by position.</summary>
    private const string Answered = "errors,items.*.status,items.*.error";

    private static readonly JsonWriterOptions s_options = new() { SkipValidation = true };

    /// <param name="alias">Were it not required to be one, Elasticsearch would make an index of this name where there is none.</param>
    public static EndpointPath Path(string alias) => new(
        HttpMethod.POST,
        $"/{Uri.EscapeDataString(alias)}/_bulk?require_alias=true&timeout={ShardPatience}s&filter_path={Answered}");

    /// <summary>Written each time that it is sent, into a buffer that the client lends and takes back after the attempt.</summary>
    public static PostData Body(IReadOnlyList<BulkItem> items) => PostData.StreamHandler(
        items,
        Write,
        (lines, stream, _) =>
        {
            Write(lines, stream); // the buffer is memory: nothing is waited for
            return Task.CompletedTask;
        });

    /// <summary>Two lines an item: what is done with it, and the document.</summary>
    public static void Write(IReadOnlyList<BulkItem> items, Stream stream)
    {
        var line = new ArrayBufferWriter<byte>(256);
        using var json = new Utf8JsonWriter(line, s_options);
        foreach (var item in items)
        {
            line.ResetWrittenCount();
            json.Reset();
            WriteAction(json, item);
            json.Flush();
            stream.Write(line.WrittenSpan);
            stream.WriteByte((byte)'\n');
            stream.Write(item.Source);
            stream.WriteByte((byte)'\n');
        }
    }

    private static void WriteAction(Utf8JsonWriter json, BulkItem item)
    {
        json.WriteStartObject();
        json.WriteStartObject(item is { Replaces: null, Version: null } ? "create" : "index");
        json.WriteString("_id", item.Id);
        if (item.Replaces is { } replaced)
        {
            json.WriteNumber("if_primary_term", replaced.PrimaryTerm);
            json.WriteNumber("if_seq_no", replaced.SequenceNumber);
        }
        else if (item.Version is { } version)
        {
            json.WriteNumber("version", version);
            json.WriteString("version_type", "external_gte");
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }
}
