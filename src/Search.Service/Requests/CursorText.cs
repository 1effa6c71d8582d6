using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Search.Archive.Searching;

namespace Search.Service.Requests;

/// <summary>
/// Writes and reads cursors: base64url of a hash and the cursor's content. The hash covers the search the cursor was given
/// for, so that a cursor that was cut, altered or moved to another search is refused instead of showing a wrong page.
/// It keeps mistakes out, not attackers: engines check the keys they are given.
/// </summary>
internal static partial class CursorText
{
    private const int HashLength = 8;
    private const int MaxLength = 4000;

    public static string Write(SearchCursor cursor, string search)
    {
        var content = JsonSerializer.SerializeToUtf8Bytes([cursor.Generation, .. cursor.Keys], CursorJson.Default.StringArray);
        return Base64Url.EncodeToString([.. Hash(search, content), .. content]);
    }

    /// <summary>A cursor that says how many of a list were shown.</summary>
    public static string WriteShown(int shown, string search) =>
        Write(new SearchCursor(shown.ToString(CultureInfo.InvariantCulture), []), search);

    /// <summary>Null when the text is none of <see cref="Write"/>'s for this search.</summary>
    public static SearchCursor? Read(string text, string search)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= HashLength || !Hash(search, bytes.AsSpan(HashLength)).AsSpan().SequenceEqual(bytes.AsSpan(0, HashLength)))
        {
            return null;
        }

        var parts = JsonSerializer.Deserialize(bytes.AsSpan(HashLength), CursorJson.Default.StringArray)!;
        return new SearchCursor(parts[0], [.. parts.AsSpan(1)]);
    }

    private static byte[] Hash(string search, ReadOnlySpan<byte> content) =>
        SHA256.HashData([.. Encoding.UTF8.GetBytes(search), 0, .. content])[..HashLength];

    [JsonSerializable(typeof(string[]))]
    private sealed partial class CursorJson : JsonSerializerContext;
}
