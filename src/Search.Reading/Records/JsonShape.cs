using System.Text.Json;

namespace Search.Reading.Records;

/// <summary>How records stand in JSON.</summary>
internal enum JsonShape
{
    /// <summary>An object a line.</summary>
    Lines,

    /// <summary>Objects one behind the other, each over several lines; or one alone.</summary>
    Values,

    /// <summary>An array of objects.</summary>
    Array,

    /// <summary>An object with a list of them.</summary>
    Wrapper,
}

/// <summary>Tells the shape from a file's first bytes.</summary>
internal static class JsonShapes
{
    /// <param name="start">The first bytes of a file that begins like JSON.</param>
    /// <param name="name">Its name: one that says JSON Lines is believed.</param>
    public static JsonShape Tell(ReadOnlySpan<byte> start, string name)
    {
        var text = start.TrimStart("\uFEFF \t\r\n"u8);
        return text is [(byte)'[', ..] ? JsonShape.Array
            : name.Contains(".jsonl", StringComparison.OrdinalIgnoreCase) || name.Contains(".ndjson", StringComparison.OrdinalIgnoreCase)
                ? JsonShape.Lines
            : TellObject(text);
    }

    private static JsonShape TellObject(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, isFinalBlock: false, default);
        var isListed = false;
        try
        {
            while (reader.Read())
            {
                if (reader is { CurrentDepth: 0, TokenType: JsonTokenType.EndObject })
                {
                    break;
                }

                if (reader is { CurrentDepth: 1, TokenType: JsonTokenType.PropertyName })
                {
                    // What has a text of its own is a record, whatever lists it has beside it.
                    if (FieldNames.Find(reader.GetString()!) == JsonLineKey.Text)
                    {
                        return Unlisted(text, reader.BytesConsumed);
                    }

                    isListed |= FieldNames.IsList(reader.GetString()!) && OpensList(text[(int)reader.BytesConsumed..]);
                }
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            return JsonShape.Lines;
        }

        return isListed ? JsonShape.Wrapper : Unlisted(text, reader.BytesConsumed);
    }

    /// <summary>An object that goes on behind a line end is written over several.</summary>
    private static JsonShape Unlisted(ReadOnlySpan<byte> text, long read) =>
        text[..(int)read].TrimEnd(" \t\r\n"u8).Contains((byte)'\n') ? JsonShape.Values : JsonShape.Lines;

    private static bool OpensList(ReadOnlySpan<byte> behindName)
    {
        var value = behindName.TrimStart(": \t\r\n"u8);
        return value is [(byte)'[', .. var list] && list.TrimStart(" \t\r\n"u8) is [] or [(byte)'{' or (byte)']', ..];
    }
}
