using System.Text;
using System.Text.Json;

namespace Search.Reading.Records;

/// <summary>Takes the values out of one line in one pass over its bytes: importing is as fast as this is.</summary>
internal static class JsonLineParser
{
    /// <summary>False with the reason when the line is no object of the schema.</summary>
    public static bool TryParse(ReadOnlySpan<byte> line, JsonLineRecord record, out string? reason)
    {
        try
        {
            var reader = new Utf8JsonReader(line);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                reason = "The line is not a JSON object.";
                return false;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                if (!TryReadProperty(ref reader, record, out reason))
                {
                    return false;
                }
            }

            reader.Read();
            reason = null;
            return true;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: bytes that are no UTF-8, or the escaped half of a surrogate pair.
            reason = $"The line is not sound JSON: {exception.Message}";
            return false;
        }
    }

    private static bool TryReadProperty(ref Utf8JsonReader reader, JsonLineRecord record, out string? reason)
    {
        reason = null;
        var key = KeyOf(ref reader);
        reader.Read();
        if (key == JsonLineKey.Unknown)
        {
            reader.Skip();
            return true;
        }

        switch (reader.TokenType)
        {
            case JsonTokenType.String:
                record[key] = reader.GetString();
                return true;
            case JsonTokenType.Null:
                return true;
            case JsonTokenType.Number when key == JsonLineKey.Id:
                record[key] = Encoding.UTF8.GetString(reader.ValueSpan);
                return true;
            default:
                reason = $"\"{key.ToString().ToLowerInvariant()}\" is not a text.";
                return false;
        }
    }

    private static JsonLineKey KeyOf(ref Utf8JsonReader reader) =>
        reader.ValueTextEquals("id"u8) ? JsonLineKey.Id
        : reader.ValueTextEquals("title"u8) ? JsonLineKey.Title
        : reader.ValueTextEquals("date"u8) ? JsonLineKey.Date
        : reader.ValueTextEquals("issuer"u8) ? JsonLineKey.Issuer
        : reader.ValueTextEquals("source"u8) ? JsonLineKey.Source
        : reader.ValueTextEquals("language"u8) ? JsonLineKey.Language
        : reader.ValueTextEquals("text"u8) ? JsonLineKey.Text
        : reader.ValueTextEquals("url"u8) ? JsonLineKey.Url
        : reader.ValueTextEquals("captured"u8) ? JsonLineKey.Captured
        : JsonLineKey.Unknown;
}
