using System.Text.Json;
using System.Text.Json.Nodes;
using Elastic.Transport;
using Search.Archive.Freezing;
using Search.Archive.Searching;
using Search.Elasticsearch.Transport;
using HttpMethod = Elastic.Transport.HttpMethod;

namespace Search.Elasticsearch.Freezing;

/// <summary>
/// Frozen results in an index of their own beside the statements', made with the first of them. Nothing in it is searched; documents are
/// read and written by their ids, which are the hashes.
/// </summary>
internal sealed class FrozenIndex(ClusterClient client, string alias)
{
    private const string Body = "frozen-searches.json";
    private const string Text = "text";
    private const string Exists = "resource_already_exists_exception";

    /// <summary>No name of a statements' index: those end with the second they were made in.</summary>
    private readonly string _index = $"{alias}-frozen";

    public async Task KeepAsync(FrozenText frozen, CancellationToken cancellationToken)
    {
        var counted = await SendAsync(HttpMethod.GET, "_count", null, cancellationToken);
        if (counted.IsNoArchive)
        {
            await CreateAsync(cancellationToken);
        }
        else if (Read(Require(counted)).GetProperty("count").GetInt64() >= FrozenText.Most)
        {
            throw new FrozenRoomException();
        }

        // A version that is there already is the same text: its id is the text's hash.
        var kept = await SendAsync(
            HttpMethod.PUT,
            $"_doc/{frozen.Hash}?op_type=create&refresh=true",
            new JsonObject { [Text] = frozen.Text }.ToJsonString(),
            cancellationToken);
        if (kept.Status != 409)
        {
            Require(kept);
        }
    }

    public async Task<string?> FindAsync(string hash, CancellationToken cancellationToken)
    {
        var answer = await SendAsync(HttpMethod.GET, $"_doc/{Uri.EscapeDataString(hash)}", null, cancellationToken);
        if (answer.IsNoArchive || (answer.Status == 404 && !Read(answer).GetProperty("found").GetBoolean()))
        {
            return null;
        }

        return Read(client.Require(answer)).GetProperty("_source").GetProperty(Text).GetString();
    }

    /// <summary>Removes all of them.</summary>
    public async Task DropAsync(CancellationToken cancellationToken)
    {
        var answer = await client.SendAsync<StringResponse>(
            new EndpointPath(HttpMethod.DELETE, $"{_index}?ignore_unavailable=true"), PostData.Empty, cancellationToken);
        client.Require(answer);
    }

    private async Task CreateAsync(CancellationToken cancellationToken)
    {
        using var stream = typeof(FrozenIndex).Assembly.GetManifestResourceStream(Body)!;
        using var reader = new StreamReader(stream);
        var answer = await client.SendAsync<StringResponse>(
            new EndpointPath(HttpMethod.PUT, _index), await reader.ReadToEndAsync(cancellationToken), cancellationToken, CallOptions.Once);
        if (answer.Problem?.Type != Exists)
        {
            Require(answer);
        }
    }

    private Task<ClusterAnswer<StringResponse>> SendAsync(
        HttpMethod method, string path, string? body, CancellationToken cancellationToken) => client.SendAsync<StringResponse>(
            new EndpointPath(method, $"{_index}/{path}"), body is null ? PostData.Empty : PostData.String(body), cancellationToken);

    /// <summary>Where a key may only read, searching goes on and nothing can be frozen.</summary>
    private ClusterAnswer<StringResponse> Require(ClusterAnswer<StringResponse> answer) => answer.Status == 403
        && answer.Problem?.Type != EngineErrors.Blocked
        ? throw new ArchiveReadOnlyException(
            $"The credentials for Elasticsearch do not allow {answer.Call}: statements can be searched, and no result be frozen.")
        : client.Require(answer);

    private static JsonElement Read(ClusterAnswer<StringResponse> answer) => JsonSerializer.Deserialize<JsonElement>(answer.Response.Body);
}
