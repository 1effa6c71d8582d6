using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Search.Archive.Searching;
using Search.Elasticsearch.Configuration;
using Search.Elasticsearch.Documents;
using Search.Elasticsearch.Transport;

namespace Search.Elasticsearch.Indices;

/// <summary>The calls that make, change, name and remove an archive's indices.</summary>
internal sealed class IndexAdministration(ClusterClient client, ElasticsearchOptions options)
{
    /// <summary>How often new documents become findable while nobody loads in bulk; Elasticsearch's own default.</summary>
    private const string LiveRefresh = "1s";
    private const string NoRefresh = "-1";

    public string Alias => options.Index;

    public ArchiveAlias ArchiveAlias { get; } = new(client, options.Index);

    /// <summary>
    /// By name, every index of the archive and whatever else its alias points at or is the name of, so that what is foreign
    /// is seen before anything is written.
    /// </summary>
    public async Task<IReadOnlyList<IndexState>> ListAsync(CancellationToken cancellationToken)
    {
        var answer = await client.CallAsync(
            "GET",
            $"{Alias},{Alias}-*?features=aliases,mappings,settings&flat_settings=true&expand_wildcards=open,closed"
            + "&allow_no_indices=true&ignore_unavailable=true",
            null,
            repeatable: true,
            cancellationToken);
        return [.. answer.EnumerateObject()
            .Select(State)
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

    public async Task<long> CountAsync(string index, CancellationToken cancellationToken) =>
        (await client.CallAsync("GET", $"{index}/_count", null, repeatable: true, cancellationToken)).GetProperty("count").GetInt64();

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

    public Task NoteAsync(string index, IndexNotes notes, CancellationToken cancellationToken) =>
        client.CallAsync("PUT", $"{index}/_mapping", new JsonObject { ["_meta"] = notes.ToJson() }, repeatable: true, cancellationToken);

    /// <summary>Whatever it is to the archive. <see cref="ArchiveAlias.RemoveIndexAsync"/> spares what is live.</summary>
    public Task DropAsync(string index, CancellationToken cancellationToken) =>
        client.CallAsync("DELETE", $"{index}?ignore_unavailable=true", null, repeatable: true, cancellationToken);

    public Task RefreshAsync(string index, CancellationToken cancellationToken) =>
        client.CallAsync("POST", $"{index}/_refresh", null, repeatable: true, cancellationToken);

    /// <summary>Settings for a load so large that copies and constant refreshing would only slow it down.</summary>
    public Task BeginLoadAsync(string index, CancellationToken cancellationToken) => SetAsync(index, LoadingSettings(), cancellationToken);

    public Task EndLoadAsync(string index, CancellationToken cancellationToken) => SetAsync(index, LiveSettings(), cancellationToken);

    /// <summary>Ends when writes that were under way have ended too, which a mere setting would not wait for.</summary>
    /// <exception cref="EngineUnavailableException">Some may not have ended.</exception>
    public async Task BlockWritesAsync(string index, CancellationToken cancellationToken)
    {
        var answer = await client.CallAsync("PUT", $"{index}/_block/write", null, repeatable: true, cancellationToken);
        if (!answer.GetProperty("acknowledged").GetBoolean() || !answer.GetProperty("shards_acknowledged").GetBoolean())
        {
            throw new EngineUnavailableException($"Elasticsearch could not hold up writes to {index} in time.");
        }
    }

    public Task AllowWritesAsync(string index, CancellationToken cancellationToken) =>
        SetAsync(index, new JsonObject { ["blocks.write"] = null }, cancellationToken);

    /// <summary>Waits for the copies of an index, but not for ever: a cluster that lost a node may not have room for them.</summary>
    public async Task WaitForCopiesAsync(string index, CancellationToken cancellationToken)
    {
        var request = new NodeRequest("GET", $"_cluster/health/{index}?wait_for_status=green&timeout=30s", Repeatable: true);
        var response = await client.SendAsync(request, cancellationToken);
        if (!response.IsSuccess && response.Status is not (403 or 408))
        {
            throw client.Error(request, response);
        }
    }

    public Task HealAsync(string index, CancellationToken cancellationToken)
    {
        var settings = LiveSettings();
        settings["blocks.write"] = null;
        return SetAsync(index, settings, cancellationToken);
    }

    private Task SetAsync(string index, JsonObject settings, CancellationToken cancellationToken) =>
        client.CallAsync("PUT", $"{index}/_settings", new JsonObject { ["index"] = settings }, repeatable: true, cancellationToken);

    private static JsonObject LoadingSettings() =>
        new() { ["refresh_interval"] = NoRefresh, ["auto_expand_replicas"] = "false", ["number_of_replicas"] = 0 };

    private JsonObject LiveSettings() => options.Replicas == "auto"
        ? new() { ["refresh_interval"] = LiveRefresh, ["auto_expand_replicas"] = "0-1" }
        : new()
        {
            ["refresh_interval"] = LiveRefresh,
            ["auto_expand_replicas"] = "false",
            ["number_of_replicas"] = int.Parse(options.Replicas, CultureInfo.InvariantCulture),
        };

    private async Task CreateAsync(
        string name, IndexNotes notes, JsonObject settings, JsonObject aliases, CancellationToken cancellationToken)
    {
        var body = IndexMapping.Current.CreateBody(options.Shards, notes.ToJson());
        body["aliases"] = aliases;
        foreach (var (key, value) in settings)
        {
            body["settings"]![key] = value?.DeepClone();
        }

        var request = new NodeRequest("PUT", name, Repeatable: false) { Body = JsonSerializer.SerializeToUtf8Bytes(body) };
        var response = await client.SendAsync(request, cancellationToken);
        if (!response.IsSuccess)
        {
            throw EngineErrors.TypeOf(response) == "resource_already_exists_exception"
                ? new ArchiveBusyException($"Another program makes the index {name} just now.")
                : client.Error(request, response);
        }
    }

    private IndexState State(JsonProperty index)
    {
        var (mappings, settings) = (index.Value.GetProperty("mappings"), index.Value.GetProperty("settings"));
        var notes = IndexNotes.Read(mappings);
        return new IndexState(
            index.Name,
            index.Name == Alias || index.Value.GetProperty("aliases").TryGetProperty(Alias, out _),
            notes.Version,
            notes.Hash,
            notes.BuildingSince)
        {
            Ours = notes.Version > 0 && IndexMapping.Current.Recognises(field => TypeOf(mappings, field)),
            Closed = Is(settings, "index.verified_before_close", "true"),
            HasLoadSettings = Is(settings, "index.refresh_interval", NoRefresh) || Is(settings, "index.blocks.write", "true"),
        };
    }

    private static string? TypeOf(JsonElement mappings, string field) =>
        mappings.TryGetProperty("properties", out var fields) && fields.TryGetProperty(field, out var found)
            && found.TryGetProperty("type", out var type)
                ? type.GetString()
                : null;

    private static bool Is(JsonElement settings, string name, string value) =>
        settings.TryGetProperty(name, out var found) && found.GetString() == value;
}
