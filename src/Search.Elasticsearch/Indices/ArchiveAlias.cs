using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Archive.Searching;
using Search.Elasticsearch.Transport;

namespace Search.Elasticsearch.Indices;

/// <summary>
/// What is changed together with the alias, or only while it points where it was seen to point. Elasticsearch carries out
/// all actions of one request or none: what another program has done meanwhile makes the whole of it fail.
/// </summary>
internal sealed class ArchiveAlias(ClusterClient client, string alias)
{
    /// <summary>Points the alias at another index, which loses the name by which it was filled.</summary>
    /// <exception cref="ArchiveBusyException">Somebody else has moved the alias; nothing was done.</exception>
    public async Task MoveAsync(string from, string to, CancellationToken cancellationToken)
    {
        var (request, response) = await SendAsync(
            [Removal(from, alias), Addition(to), Removal(to, IndexNames.Filling(to))], repeatable: false, cancellationToken);
        if (response.Status == 404)
        {
            throw Moved();
        }

        ThrowUnlessDone(request, response);
    }

    /// <summary>Removes an index, unless it has become live: only while the alias points at another.</summary>
    /// <exception cref="ArchiveBusyException">The alias does not point there any more; nothing was done.</exception>
    public async Task RemoveIndexAsync(string index, string live, CancellationToken cancellationToken)
    {
        if (index == live)
        {
            throw new ArgumentException("The live index is never removed.", nameof(index));
        }

        var removal = new JsonObject { ["remove_index"] = new JsonObject { ["index"] = index } };
        var (request, response) = await SendAsync([Removal(live, alias), Addition(live), removal], repeatable: true, cancellationToken);
        if (response.Status == 404)
        {
            if (EngineErrors.IsMissing(response, index))
            {
                return; // by an earlier attempt, or by another program
            }

            throw Moved();
        }

        ThrowUnlessDone(request, response);
    }

    private static ArchiveBusyException Moved() =>
        new("Another program has moved the archive to another index meanwhile; that index stays.");

    private async Task<(NodeRequest Request, NodeResponse Response)> SendAsync(
        JsonArray actions, bool repeatable, CancellationToken cancellationToken)
    {
        var request = new NodeRequest("POST", "_aliases", repeatable)
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["actions"] = actions }),
        };
        return (request, await client.SendAsync(request, cancellationToken));
    }

    /// <summary>Not acknowledged means that some node may not know yet: whoever needs to know has to look.</summary>
    private void ThrowUnlessDone(NodeRequest request, NodeResponse response)
    {
        if (!response.IsSuccess)
        {
            throw client.Error(request, response);
        }

        if (!JsonElement.Parse(response.Body).GetProperty("acknowledged").GetBoolean())
        {
            throw new EngineUnavailableException("Elasticsearch has not confirmed in time that the alias was changed.");
        }
    }

    private static JsonObject Removal(string index, string name) =>
        new() { ["remove"] = new JsonObject { ["index"] = index, ["alias"] = name, ["must_exist"] = true } };

    private JsonObject Addition(string index) =>
        new() { ["add"] = new JsonObject { ["index"] = index, ["alias"] = alias, ["is_write_index"] = true } };
}
