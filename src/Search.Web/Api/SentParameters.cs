using System.Text.Json;

namespace Search.Web.Api;

/// <summary>The parameters of what is sent: in the address, a form, or a JSON object whose values are texts or lists of them.</summary>
internal static class SentParameters
{
    /// <exception cref="BadHttpRequestException">The body is none of these.</exception>
    public static async Task<IReadOnlyList<KeyValuePair<string, string?>>> ReadAsync(
        HttpRequest request, CancellationToken cancellationToken)
    {
        List<KeyValuePair<string, string?>> sent = [.. request.Parameters()];
        if (request.HasFormContentType)
        {
            var form = await request.ReadFormAsync(cancellationToken);
            sent.AddRange(form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value))));
        }
        else if (request.HasJsonContentType())
        {
            sent.AddRange(await ReadJsonAsync(request.Body, cancellationToken));
        }

        return sent;
    }

    private static async Task<IReadOnlyList<KeyValuePair<string, string?>>> ReadJsonAsync(Stream body, CancellationToken cancellationToken)
    {
        try
        {
            using var json = await JsonDocument.ParseAsync(body, cancellationToken: cancellationToken);
            return
            [
                .. json.RootElement.EnumerateObject().SelectMany(member =>
                    (member.Value.ValueKind == JsonValueKind.Array ? member.Value.EnumerateArray() : Enumerable.Repeat(member.Value, 1))
                    .Select(value => KeyValuePair.Create(member.Name, value.GetString()))),
            ];
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new BadHttpRequestException("The body is no JSON object whose values are texts or lists of texts.", exception);
        }
    }
}
