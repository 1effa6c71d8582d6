using System.Text.Json;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Core.Search;
using Search.Archive.Searching;
using Search.Archive.Upkeep;
using Search.Core.Statements;
using Search.Elasticsearch.Documents;

namespace Search.Elasticsearch.Searching;

/// <summary>Reads back every document and compares what it holds with what its statement would be written as.</summary>
internal sealed class IndexChecker(ArchiveReader reader, string index)
{
    private const int MaxFaults = 100;

    public async Task<ArchiveCheck> CheckAsync(IProgress<long>? progress, CancellationToken cancellationToken)
    {
        using var hash = new ArchiveHash();
        var (count, faults) = (0L, new List<string>());
        await foreach (var hit in reader.ReadAsync(index, null, [new FieldSort(Fields.Id)], cancellationToken))
        {
            var source = hit.Source;
            var statement = StatementDocument.Read(source);
            hash.Append(StatementHash.OfContent(statement));
            if (faults.Count < MaxFaults)
            {
                faults.AddRange(Faults(hit, source, statement));
            }

            if (++count % 1000 == 0)
            {
                progress?.Report(count);
            }
        }

        progress?.Report(count);
        return new ArchiveCheck(count, hash.Finish(), faults);
    }

    private static IEnumerable<string> Faults(Hit<JsonElement> hit, JsonElement source, Statement statement)
    {
        if (hit.Id != statement.Id.Value)
        {
            yield return $"Statement {statement.Id} is kept under the name {hit.Id}.";
        }

        if (DamageOf(source) is { } damage)
        {
            yield return damage; // how it is indexed is no matter then, and a rebuild would refuse it
            yield break;
        }

        var expected = StatementDocument.Write(StatementDocument.ReadHistory(source), source.GetProperty(Fields.Sample).GetBoolean());
        if (!JsonElement.DeepEquals(JsonElement.Parse(expected), source))
        {
            yield return $"Statement {statement.Id} is indexed otherwise than this program would; run rebuild.";
        }
    }

    private static string? DamageOf(JsonElement source)
    {
        try
        {
            _ = StatementDocument.ReadSoundHistory(source);
            return null;
        }
        catch (ArchiveDamagedException exception)
        {
            return exception.Message;
        }
    }
}
