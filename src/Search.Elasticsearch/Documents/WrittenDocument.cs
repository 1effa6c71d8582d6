using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Elasticsearch.Documents;

/// <summary>A document that is JSON already, written once by <see cref="StatementDocument"/>.</summary>
internal readonly record struct WrittenDocument(byte[] Json);

/// <summary>Lets the client send it as it is.</summary>
internal sealed class WrittenDocumentConverter : JsonConverter<WrittenDocument>
{
    public override WrittenDocument Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Documents are read as JSON elements.");

    public override void Write(Utf8JsonWriter writer, WrittenDocument value, JsonSerializerOptions options) =>
        writer.WriteRawValue(value.Json, skipInputValidation: true);
}
