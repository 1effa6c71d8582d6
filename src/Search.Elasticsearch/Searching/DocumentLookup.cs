using System.Text.Json.Nodes;
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
        var body = new JsonObject
        {
            ["size"] = 3, // the one with this id and two whose source calls them so
            ["query"] = new IdMatch(id).Accept(MatchQueryWriter.Filters),
            ["_source"] = SearchBodyWriter.WholeSource(),
        };
        var answer = await searches.SendAsync(body, ArchiveSearches.Grace, cancellationToken);
        var found = answer.GetProperty("hits").GetProperty("hits").EnumerateArray()
            .Select(hit => StatementDocument.ReadSoundHistory(hit.GetProperty("_source")))
            .ToArray();
        return Array.Find(found, history => history.Statement.Id.Value == id) ?? (found.Length == 1 ? found[0] : null);
    }
}
