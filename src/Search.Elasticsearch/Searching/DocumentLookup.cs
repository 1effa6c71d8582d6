using Elastic.Clients.Elasticsearch.Core.MSearch;
using Search.Archive.Matching;
using Search.Archive.Storing;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Queries;

namespace Search.Elasticsearch.Searching;

/// <summary>Single statements by their ids.</summary>
internal sealed class DocumentLookup(ArchiveSearches searches)
{
    /// <summary>By its own id; else by its source's, if only one statement is called so.</summary>
    public async Task<StatementHistory?> GetAsync(string id, CancellationToken cancellationToken)
    {
        var body = new MultisearchBody
        {
            Size = 3, // the one with this id and two whose source calls them so
            Query = new IdMatch(id).Accept(MatchQueryWriter.Filters),
            Source = SearchBodyWriter.WholeSource(),
        };
        var answer = await searches.SendAsync(body, ArchiveSearches.Grace, cancellationToken);
        var found = answer.Hits.Select(hit => StatementDocument.ReadSoundHistory(hit.Source)).ToArray();
        return Array.Find(found, history => history.Statement.Id.Value == id) ?? (found.Length == 1 ? found[0] : null);
    }
}
