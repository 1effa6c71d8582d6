using Elastic.Clients.Elasticsearch;
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
    /// <summary>As long as a search's way there and back.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(4);

    private volatile bool _isOwed;

    /// <summary>
    /// From here on no search is answered before it is known: a cluster that was away when the program began may come back with
    /// another's index.
    /// </summary>
    public void Owe() => _isOwed = true;

    /// <summary>It is known by other means: whoever made the archive, or looked at all its indices, need not ask.</summary>
    public void Settle() => _isOwed = false;

    /// <summary>Asks if it has to be asked still.</summary>
    /// <exception cref="ArchiveNameClashException">It is no archive of this program's.</exception>
    public Task RequireIfOwedAsync(CancellationToken cancellationToken) =>
        _isOwed ? RequireAsync(cancellationToken) : Task.CompletedTask;

    /// <exception cref="ArchiveNameClashException">It is no archive of this program's.</exception>
    public async Task RequireAsync(CancellationToken cancellationToken)
    {
        var request = new FieldCapsRequest(alias) { Fields = IndexMapping.CoreFields };
        var answer = await client.SendAsync(
            request, (es, token) => es.FieldCapsAsync(request, token), cancellationToken, CallOptions.Within(s_patience));
        if (answer.Status == 403)
        {
            Settle(); // a key that may search and no more is believed
            return;
        }

        var fields = client.Require(answer).Response.Fields;
        if (!IndexMapping.Current.Recognises(name => fields.GetValueOrDefault(name) is { } types ? Only(types.Keys) : null))
        {
            throw new ArchiveNameClashException(
                $"Under the name {alias} Elasticsearch has an index that is no archive of this program's. It was not changed. "
                + "Choose another Search:Elasticsearch:Index, or point the alias at the archive's index.");
        }

        Settle();
    }

    /// <summary>The one type that a field has; null where it has several in several indices.</summary>
    private static string? Only(IEnumerable<string> types) => types.ToArray() is [{ } type] ? type : null;
}
