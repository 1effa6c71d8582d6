using System.Text.Json;

namespace Search.Elasticsearch.Answers;

/// <summary>Reads what was counted. The name of each bears its type, as pages ask for (<c>typed_keys</c>).</summary>
internal static class AnswerPartReader
{
    private const char TypeEnd = '#';

    /// <summary>All that a search counted; it stands together as below a filter.</summary>
    /// <param name="reader">At the beginning of the object; afterwards at its end.</param>
    public static AnswerParts ReadAll(ref Utf8JsonReader reader) => ReadPart(ref reader).Parts;

    private static AnswerPart ReadPart(ref Utf8JsonReader reader)
    {
        var (count, others) = (0L, 0L);
        double? number = null;
        List<KeyValuePair<string, long>> values = [];
        List<KeyValuePair<DateOnly, long>> dates = [];
        Dictionary<string, AnswerPart>? parts = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("buckets"u8))
            {
                reader.Read();
                while (reader.Read() && reader.TokenType == JsonTokenType.StartObject)
                {
                    ReadBucket(ref reader, values, dates);
                }
            }
            else if (reader.ValueTextEquals("doc_count"u8))
            {
                count = reader.Read() ? reader.GetInt64() : 0;
            }
            else if (reader.ValueTextEquals("sum_other_doc_count"u8))
            {
                others = reader.Read() ? reader.GetInt64() : 0;
            }
            else if (reader.ValueTextEquals("value"u8))
            {
                number = reader.Read() && reader.TokenType == JsonTokenType.Number ? reader.GetDouble() : null;
            }
            else
            {
                var name = reader.GetString()!;
                reader.Read();
                if (name.IndexOf(TypeEnd, StringComparison.Ordinal) is > 0 and var end && reader.TokenType == JsonTokenType.StartObject)
                {
                    (parts ??= new Dictionary<string, AnswerPart>(StringComparer.Ordinal))[name[(end + 1)..]] = ReadPart(ref reader);
                }
                else
                {
                    reader.Skip();
                }
            }
        }

        return new AnswerPart
        {
            Count = count,
            Values = values,
            Others = others,
            Dates = dates,
            Number = number,
            Parts = parts is null ? AnswerParts.None : new AnswerParts(parts),
        };
    }

    /// <summary>A text is a value, a number the milliseconds at which a time begins.</summary>
    private static void ReadBucket(
        ref Utf8JsonReader reader, List<KeyValuePair<string, long>> values, List<KeyValuePair<DateOnly, long>> dates)
    {
        string? value = null;
        DateOnly date = default;
        var count = 0L;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (reader.ValueTextEquals("key"u8))
            {
                reader.Read();
                if (reader.TokenType == JsonTokenType.String)
                {
                    value = reader.GetString();
                }
                else
                {
                    date = DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64()).UtcDateTime);
                }
            }
            else if (reader.ValueTextEquals("doc_count"u8))
            {
                count = reader.Read() ? reader.GetInt64() : 0;
            }
            else
            {
                reader.Skip();
            }
        }

        if (value is not null)
        {
            values.Add(KeyValuePair.Create(value, count));
        }
        else
        {
            dates.Add(KeyValuePair.Create(date, count));
        }
    }
}
