using System.Text.Json;
using System.Text.Json.Serialization;

namespace Search.Core.Statements;

/// <summary>As <see cref="IssueDate.ToString"/> writes it.</summary>
public sealed class IssueDateConverter : JsonConverter<IssueDate>
{
    public override IssueDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        IssueDate.TryParse(reader.GetString(), out var date) ? date
            : throw new JsonException("No date of the form 2024-09-13, 2024-09 or 2024.");

    public override void Write(Utf8JsonWriter writer, IssueDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
