using System.Text.Json;
using Search.Archive.Searching;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Transport;

namespace Search.Elasticsearch.Indices;

/// <summary>
/// Whether what lies under the alias is an archive, asked by what a reader may ask. Another's index answers searches too: it
/// finds nothing, which would be read as silence.
/// </summary>
internal sealed class ArchiveRecognition(ClusterClient client, string alias)
{
    /// <exception cref="ArchiveNameClashException">It is no archive of this program's.</exception>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        var request = new NodeRequest("GET", $"{alias}/_field_caps?fields={IndexMapping.CoreFields}", Repeatable: true);
        var response = await client.SendAsync(request, cancellationToken);
        if (response.Status == 403)
        {
            return; // a key that may search and no more is believed
        }

        if (!response.IsSuccess)
        {
            throw client.Error(request, response);
        }

        var fields = JsonElement.Parse(response.Body).GetProperty("fields");
        if (!IndexMapping.Current.Recognises(name => fields.TryGetProperty(name, out var types) ? Only(types) : null))
        {
            throw new ArchiveNameClashException(
                $"Under the name {alias} Elasticsearch has an index that is no archive of this program's. It was not changed. "
                + "Choose another Search:Elasticsearch:Index, or point the alias at the archive's index.");
        }
    }

    /// <summary>The one type that a field has; null where it has several in several indices.</summary>
    private static string? Only(JsonElement types) =>
        types.EnumerateObject().Select(type => type.Name).ToArray() is [{ } type] ? type : null;
}
