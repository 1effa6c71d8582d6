using System.Globalization;
using System.Text.Json.Nodes;
using Elastic.Clients.Elasticsearch;
using Elastic.Clients.Elasticsearch.Cluster;
using Elastic.Clients.Elasticsearch.IndexManagement;
using Elastic.Transport;
using Microsoft.Extensions.Logging;
using Search.Archive.Searching;
using Search.Elasticsearch.Configuration;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Transport;
using ClientIndexState = Elastic.Clients.Elasticsearch.IndexManagement.IndexState;

namespace Search.Elasticsearch.Indices;

/// <summary>The calls that make, change, name and remove an archive's indices.</summary>
internal sealed class IndexAdministration(ClusterClient client, ElasticsearchOptions options, ILogger logger)
{
    /// <summary>How often new documents become findable while nobody loads in bulk; Elasticsearch's own default.</summary>
    private static readonly TimeSpan s_liveRefresh = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan s_copiesPatience = TimeSpan.FromSeconds(30);

    /// <summary>The shards of a new index start within a second. Lost ones do not, and a program that begins waits for them.</summary>
    private static readonly TimeSpan s_shardsPatience = TimeSpan.FromSeconds(10);

    public string Alias => options.Index;

    public ArchiveAlias ArchiveAlias { get; } = new(client, options.Index);

    public SegmentMerging Merging { get; } = new(client, options.Shards, logger);

    /// <summary>
    /// By name, every index of the archive and whatever else its alias points at or is the name of, so that what is foreign
    /// is seen before anything is written.
    /// </summary>
    public async Task<IReadOnlyList<IndexState>> ListAsync(CancellationToken cancellationToken)
    {
        var request = new GetIndexRequest($"{Alias},{Alias}-*")
        {
            Features = [Feature.Aliases, Feature.Mappings, Feature.Settings],
            ExpandWildcards = [ExpandWildcard.Open, ExpandWildcard.Closed],
            AllowNoIndices = true,
            IgnoreUnavailable = true,
        };
        var answer = await client.CallAsync(request, (es, token) => es.Indices.GetAsync(request, token), cancellationToken);
        return [.. answer.Indices
            .Select(index => State(index.Key, index.Value))
            .Where(index => index.Live || IndexNames.IsOurs(Alias, index.Name))
            .OrderBy(index => index.Name, StringComparer.Ordinal)];
    }

    /// <summary>The same with the number of documents in each that is open.</summary>
    public async Task<IReadOnlyList<IndexState>> CountAsync(IReadOnlyList<IndexState> indices, CancellationToken cancellationToken)
    {
        var counted = new List<IndexState>();
        foreach (var index in indices)
        {
            counted.Add(index.Closed ? index : index with { Documents = await CountAsync(index.Name, cancellationToken) });
        }

        return counted;
    }

    public async Task<long> CountAsync(string index, CancellationToken cancellationToken)
    {
        var request = new CountRequest(index);
        return (await client.CallAsync(request, (es, token) => es.CountAsync(request, token), cancellationToken)).Count;
    }

    /// <summary>Makes the archive's first index, in one step with the alias: of two programs at once, one makes it.</summary>
    /// <exception cref="ArchiveBusyException">There is an index of this name: somebody else makes one just now.</exception>
    public Task CreateLiveAsync(string name, CancellationToken cancellationToken) => CreateAsync(
        name,
        IndexNotes.Of(IndexMapping.Current),
        LiveSettings(),
        new JsonObject { [Alias] = new JsonObject { ["is_write_index"] = true } },
        cancellationToken);

    /// <summary>Makes an index that is filled by the alias <see cref="IndexNames.Filling"/> until it is live.</summary>
    /// <exception cref="ArchiveBusyException">There is an index of this name: somebody else makes one just now.</exception>
    public Task CreateToFillAsync(string name, DateTimeOffset now, CancellationToken cancellationToken) => CreateAsync(
        name,
        IndexNotes.Of(IndexMapping.Current, now),
        LoadingSettings(),
        new JsonObject { [IndexNames.Filling(name)] = new JsonObject() },
        cancellationToken);

    public Task NoteAsync(string index, IndexNotes notes, CancellationToken cancellationToken)
    {
        var request = new PutMappingRequest(index) { Meta = notes.ToMeta()! };
        return client.CallAsync(request, (es, token) => es.Indices.PutMappingAsync(request, token), cancellationToken);
    }

    /// <summary>Whatever it is to the archive. <see cref="ArchiveAlias.RemoveIndexAsync"/> spares what is live.</summary>
    public Task DropAsync(string index, CancellationToken cancellationToken)
    {
        var request = new DeleteIndexRequest(index) { IgnoreUnavailable = true };
        return client.CallAsync(request, (es, token) => es.Indices.DeleteAsync(request, token), cancellationToken);
    }

    public Task RefreshAsync(string index, CancellationToken cancellationToken)
    {
        var request = new RefreshRequest(index);
        return client.CallAsync(request, (es, token) => es.Indices.RefreshAsync(request, token), cancellationToken);
    }

    /// <summary>Settings for a load so large that copies and constant refreshing would only slow it down.</summary>
    public Task BeginLoadAsync(string index, CancellationToken cancellationToken) => SetAsync(index, LoadingSettings(), cancellationToken);

    public Task EndLoadAsync(string index, CancellationToken cancellationToken) => SetAsync(index, LiveSettings(), cancellationToken);

    /// <summary>Ends when writes that were under way have ended too, which a mere setting would not wait for.</summary>
    /// <exception cref="EngineUnavailableException">Some may not have ended.</exception>
    public async Task BlockWritesAsync(string index, CancellationToken cancellationToken)
    {
        var request = new AddBlockRequest(index, IndicesBlockOptions.Write);
        var answer = await client.CallAsync(request, (es, token) => es.Indices.AddBlockAsync(request, token), cancellationToken);
        if (!answer.Acknowledged || !answer.ShardsAcknowledged)
        {
            throw new EngineUnavailableException($"Elasticsearch could not hold up writes to {index} in time.");
        }
    }

    public Task AllowWritesAsync(string index, CancellationToken cancellationToken) =>
        SetAsync(index, new IndexSettings { Blocks = Unblocked() }, cancellationToken);

    /// <summary>Waits for the copies of an index, but not for ever: a cluster that lost a node may not have room for them.</summary>
    public Task WaitForCopiesAsync(string index, CancellationToken cancellationToken) =>
        WaitAsync(index, HealthStatus.Green, s_copiesPatience, cancellationToken);

    /// <summary>
    /// Waits until the live index can be searched: for a moment after it was made, and when a cluster has just begun, all its shards
    /// fail. What then still fails is told by the call that comes next.
    /// </summary>
    public Task WaitForShardsAsync(CancellationToken cancellationToken) =>
        WaitAsync(Alias, HealthStatus.Yellow, s_shardsPatience, cancellationToken);

    public Task HealAsync(string index, CancellationToken cancellationToken)
    {
        var settings = LiveSettings();
        settings.Blocks = Unblocked();
        return SetAsync(index, settings, cancellationToken);
    }

    /// <summary>Who may not ask for the health of a cluster does not wait; nor is it an error that it was waited for in vain.</summary>
    private async Task WaitAsync(string index, HealthStatus status, TimeSpan patience, CancellationToken cancellationToken)
    {
        var request = new HealthRequest(index) { WaitForStatus = status, Timeout = patience };
        var answer = await client.SendAsync(
            request,
            (es, token) => es.Cluster.HealthAsync(request, token),
            cancellationToken,
            CallOptions.Within(patience * 2)); // the time is Elasticsearch's to keep
        if (answer.Status is not (403 or 408))
        {
            client.Require(answer);
        }
    }

    private Task SetAsync(string index, IndexSettings settings, CancellationToken cancellationToken)
    {
        var request = new PutIndicesSettingsRequest(index, settings);
        return client.CallAsync(request, (es, token) => es.Indices.PutSettingsAsync(request, token), cancellationToken);
    }

    private static IndexSettingBlocks Unblocked() => new() { Write = false };

    private static IndexSettings LoadingSettings() =>
        new() { RefreshInterval = Duration.MinusOne, AutoExpandReplicas = "false", NumberOfReplicas = 0 };

    private IndexSettings LiveSettings() => options.Replicas == "auto"
        ? new() { RefreshInterval = s_liveRefresh, AutoExpandReplicas = "0-1" }
        : new()
        {
            RefreshInterval = s_liveRefresh,
            AutoExpandReplicas = "false",
            NumberOfReplicas = int.Parse(options.Replicas, CultureInfo.InvariantCulture),
        };

    /// <summary>The mapping goes out as it stands in its file: through the client's types some of it would be written otherwise.</summary>
    private async Task CreateAsync(
        string name, IndexNotes notes, IndexSettings settings, JsonObject aliases, CancellationToken cancellationToken)
    {
        var body = IndexMapping.Current.CreateBody(options.Shards, notes.ToMeta());
        body["aliases"] = aliases;
        foreach (var (key, value) in JsonNode.Parse(client.ToJson(settings))!.AsObject())
        {
            body["settings"]![key] = value?.DeepClone();
        }

        var answer = await client.SendAsync<StringResponse>(
            new EndpointPath(Elastic.Transport.HttpMethod.PUT, name), body.ToJsonString(), cancellationToken, CallOptions.Once);
        if (!answer.IsSuccess)
        {
            throw answer.Problem!.Type == "resource_already_exists_exception"
                ? new ArchiveBusyException($"Another program makes the index {name} just now.")
                : client.Error(answer);
        }
    }

    private IndexState State(string name, ClientIndexState index)
    {
        var (notes, settings) = (IndexNotes.Read(index.Mappings), index.Settings?.Index);
        return new IndexState(
            name, name == Alias || index.Aliases?.ContainsKey(Alias) == true, notes.Version, notes.Hash, notes.BuildingSince)
        {
            Ours = notes.Version > 0 && IndexMapping.Current.Recognises(field => TypeOf(index, field)),
            Closed = settings?.VerifiedBeforeClose?.Match(value => value, text => text == "true") == true,
            HasLoadSettings = settings?.RefreshInterval?.Equals(Duration.MinusOne) == true || settings?.Blocks?.Write == true,
        };
    }

    private static string? TypeOf(ClientIndexState index, string field) =>
        index.Mappings?.Properties is { } fields && fields.TryGetProperty(field, out var found) ? found.Type : null;
}
