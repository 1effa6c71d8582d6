using Elastic.Clients.Elasticsearch.IndexManagement;
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
        var answer = await SendAsync(
            [Removal(from, alias), Addition(to), Removal(to, IndexNames.Filling(to))], CallOptions.Once, cancellationToken);
        if (answer.Status == 404)
        {
            throw Moved();
        }

        ThrowUnlessDone(answer);
    }

    /// <summary>Removes an index, unless it has become live: only while the alias points at another.</summary>
    /// <exception cref="ArchiveBusyException">The alias does not point there any more; nothing was done.</exception>
    public async Task RemoveIndexAsync(string index, string live, CancellationToken cancellationToken)
    {
        if (index == live)
        {
            throw new ArgumentException("The live index is never removed.", nameof(index));
        }

        var removal = new IndexUpdateAliasesAction { RemoveIndex = new RemoveIndexAction { Index = index } };
        var answer = await SendAsync([Removal(live, alias), Addition(live), removal], new CallOptions(), cancellationToken);
        if (answer.Status == 404)
        {
            if (answer.IsNoArchive && answer.Problem!.Index == index)
            {
                return; // by an earlier attempt, or by another program
            }

            throw Moved();
        }

        ThrowUnlessDone(answer);
    }

    private static ArchiveBusyException Moved() =>
        new("Another program has moved the archive to another index meanwhile; that index stays.");

    private Task<ClusterAnswer<UpdateAliasesResponse>> SendAsync(
        IndexUpdateAliasesAction[] actions, CallOptions options, CancellationToken cancellationToken)
    {
        var request = new UpdateAliasesRequest { Actions = actions };
        return client.SendAsync(request, (es, token) => es.Indices.UpdateAliasesAsync(request, token), cancellationToken, options);
    }

    /// <summary>Not acknowledged means that some node may not know yet: whoever needs to know has to look.</summary>
    private void ThrowUnlessDone(ClusterAnswer<UpdateAliasesResponse> answer)
    {
        if (!client.Require(answer).Response.Acknowledged)
        {
            throw new EngineUnavailableException("Elasticsearch has not confirmed in time that the alias was changed.");
        }
    }

    private static IndexUpdateAliasesAction Removal(string index, string name) =>
        new() { Remove = new RemoveAction { Index = index, Alias = name, MustExist = true } };

    private IndexUpdateAliasesAction Addition(string index) =>
        new() { Add = new AddAction { Index = index, Alias = alias, IsWriteIndex = true } };
}
