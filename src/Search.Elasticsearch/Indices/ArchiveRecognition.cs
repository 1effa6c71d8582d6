using Elastic.Clients.Elasticsearch;
using Search.Archive.Searching;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Transport;

namespace Search.Elasticsearch.Indices;

/// <summary>
/// Whether what lies under the alias is an archive that this program can search, asked by what a reader may ask. Another's index
/// answers searches too: it finds nothing, which would be read as silence. So does one of an earlier version in fields that it lacks.
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
        _isOwed ? IsCurrentAsync(cancellationToken) : Task.CompletedTask;

    /// <summary>The same for what an index of an earlier version would answer wrongly.</summary>
    /// <exception cref="ArchiveNameClashException">It is no archive of this program's.</exception>
    /// <exception cref="ArchiveFormatException">It was made by an earlier version.</exception>
    public async Task RequireCurrentIfOwedAsync(CancellationToken cancellationToken)
    {
        if (_isOwed && !await IsCurrentAsync(cancellationToken))
        {
            throw new ArchiveFormatException(OfEarlierVersion);
        }
    }

    /// <summary>Why nothing is searched in an index of an earlier version, and what helps.</summary>
    public string OfEarlierVersion =>
        $"Under the name {alias} Elasticsearch has an archive of an earlier version, which lacks what answers are made of now. "
        + "It was not changed; search rebuild brings it over.";

    /// <summary>Whether it has what this version searches; while it has not, it is owed still, as it may be rebuilt at any time.</summary>
    /// <exception cref="ArchiveNameClashException">It is no archive of this program's.</exception>
    public async Task<bool> IsCurrentAsync(CancellationToken cancellationToken)
    {
        var request = new FieldCapsRequest(alias) { Fields = (string[])[.. IndexMapping.CoreFields, IndexMapping.NewestField] };
        var answer = await client.SendAsync(
            request, (es, token) => es.FieldCapsAsync(request, token), cancellationToken, CallOptions.Within(s_patience));
        if (answer.Status == 403)
        {
            Settle(); // a key that may search and no more is believed
            return true;
        }

        var fields = client.Require(answer).Response.Fields;
        if (!IndexMapping.Current.Recognises(name => fields.GetValueOrDefault(name) is { } types ? Only(types.Keys) : null))
        {
            throw new ArchiveNameClashException(
                $"Under the name {alias} Elasticsearch has an index that is no archive of this program's. It was not changed. "
                + "Choose another Search:Elasticsearch:Index, or point the alias at the archive's index.");
        }

        if (!fields.ContainsKey(IndexMapping.NewestField))
        {
            return false;
        }

        Settle();
        return true;
    }

    /// <summary>The one type that a field has; null where it has several in several indices.</summary>
    private static string? Only(IEnumerable<string> types) => types.ToArray() is [{ } type] ? type : null;
}
