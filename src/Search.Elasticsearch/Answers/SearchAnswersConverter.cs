using System.Runtime.ExceptionServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Elastic.Clients.Elasticsearch;
using Search.Elasticsearch.Documents;

namespace Search.Elasticsearch.Answers;

/// <summary>Reads answers as they come, and passes over what no page needs.</summary>
internal sealed class SearchAnswersConverter : JsonConverter<SearchAnswers>
{
    public override SearchAnswers Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        List<SearchAnswer>? answers = null;
        Require(ref reader, JsonTokenType.StartObject);
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("responses"u8))
            {
                answers = [];
                Begin(ref reader, JsonTokenType.StartArray);
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    answers.Add(ReadAnswer(ref reader, options));
                }
            }
            else
            {
                reader.Skip();
            }
        }

        return new SearchAnswers { Responses = answers };
    }

    public override void Write(Utf8JsonWriter writer, SearchAnswers value, JsonSerializerOptions options) =>
        throw new NotSupportedException("Answers are only read.");

    private static SearchAnswer ReadAnswer(ref Utf8JsonReader reader, JsonSerializerOptions options)
    {
        ErrorCause? error = null;
        ShardStatistics? shards = null;
        var (status, timedOut) = (0, false);
        (long Total, List<FoundStatement> Hits)? found = null;
        var parts = AnswerParts.None;
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("hits"u8))
            {
                found = ReadHits(ref reader);
            }
            else if (reader.ValueTextEquals("aggregations"u8))
            {
                Begin(ref reader, JsonTokenType.StartObject);
                parts = AnswerPartReader.ReadAll(ref reader);
            }
            else if (reader.ValueTextEquals("_shards"u8))
            {
                shards = JsonSerializer.Deserialize<ShardStatistics>(ref reader, options);
            }
            else if (reader.ValueTextEquals("timed_out"u8))
            {
                timedOut = reader.Read() && reader.GetBoolean();
            }
            else if (reader.ValueTextEquals("status"u8))
            {
                status = reader.Read() ? reader.GetInt32() : 0;
            }
            else if (reader.ValueTextEquals("error"u8))
            {
                error = JsonSerializer.Deserialize<ErrorCause>(ref reader, options);
            }
            else
            {
                reader.Skip();
            }
        }

        if (error is not null)
        {
            return new SearchAnswer { Error = error, Status = status };
        }

        // Taken for an answer without hits, it would be one that people print.
        return shards is not null && found is var (total, hits)
            ? new SearchAnswer { Status = status, TimedOut = timedOut, Shards = shards, Total = total, Hits = hits, Parts = parts }
            : throw new JsonException("An answer has neither hits nor an error.");
    }

    private static (long Total, List<FoundStatement> Hits) ReadHits(ref Utf8JsonReader reader)
    {
        var total = -1L;
        List<FoundStatement>? hits = null;
        Begin(ref reader, JsonTokenType.StartObject);
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("total"u8))
            {
                total = ReadTotal(ref reader);
            }
            else if (reader.ValueTextEquals("hits"u8))
            {
                hits = [];
                Begin(ref reader, JsonTokenType.StartArray);
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    hits.Add(ReadHit(ref reader));
                }
            }
            else
            {
                reader.Skip();
            }
        }

        return (total, hits ?? throw new JsonException("An answer has no hits, not even none."));
    }

    private static long ReadTotal(ref Utf8JsonReader reader)
    {
        var total = 0L;
        Begin(ref reader, JsonTokenType.StartObject);
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("value"u8))
            {
                total = reader.Read() ? reader.GetInt64() : 0;
            }
            else
            {
                reader.Skip();
            }
        }

        return total;
    }

    private static FoundStatement ReadHit(ref Utf8JsonReader reader)
    {
        double? score = null;
        StoredDocument? document = null;
        IReadOnlyList<FieldValue> sort = [];
        while (NextProperty(ref reader))
        {
            if (reader.ValueTextEquals("_source"u8))
            {
                Begin(ref reader, JsonTokenType.StartObject);
                document = ReadDocument(ref reader);
            }
            else if (reader.ValueTextEquals("_score"u8))
            {
                score = reader.Read() && reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : null;
            }
            else if (reader.ValueTextEquals("sort"u8))
            {
                sort = ReadSort(ref reader);
            }
            else
            {
                reader.Skip();
            }
        }

        return new FoundStatement(document ?? throw new JsonException("A hit has no document."), score, sort);
    }

    private static StoredDocument ReadDocument(ref Utf8JsonReader reader)
    {
        var beginning = reader;
        try
        {
            return new StoredDocument(StatementDocumentReader.Read(ref reader), null);
        }
        catch (Exception exception) when (exception is not JsonException)
        {
            reader = beginning;
            reader.Skip();
            return new StoredDocument(null, ExceptionDispatchInfo.Capture(exception));
        }
    }

    private static List<FieldValue> ReadSort(ref Utf8JsonReader reader)
    {
        var values = new List<FieldValue>(3);
        Begin(ref reader, JsonTokenType.StartArray);
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            values.Add(reader.TokenType switch
            {
                JsonTokenType.String => FieldValue.String(reader.GetString()!),
                JsonTokenType.Number when reader.TryGetInt64(out var whole) => FieldValue.Long(whole),
                JsonTokenType.Number => FieldValue.Double(reader.GetDouble()),
                JsonTokenType.Null => FieldValue.Null,
                _ => throw new JsonException("A hit is sorted by what is no value."),
            });
        }

        return values;
    }

    private static bool NextProperty(ref Utf8JsonReader reader) => reader.Read() && reader.TokenType == JsonTokenType.PropertyName;

    private static void Begin(ref Utf8JsonReader reader, JsonTokenType type)
    {
        reader.Read();
        Require(ref reader, type);
    }

    private static void Require(ref Utf8JsonReader reader, JsonTokenType type)
    {
        if (reader.TokenType != type)
        {
            throw new JsonException($"An answer has {reader.TokenType} for {type}.");
        }
    }
}
