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

    /// <summary>Every index of the archive, by name.</summary>
    public async Task<IReadOnlyList<IndexState>> ListAsync(CancellationToken cancellationToken)
    {
        var answer = await client.CallAsync(
            "GET", $"{Alias}-*?features=aliases,mappings&allow_no_indices=true&ignore_unavailable=true", null, repeatable: true, cancellationToken);
        return [.. answer.EnumerateObject()
            .Where(index => IndexNames.IsOurs(Alias, index.Name) || HasAlias(index.Value))
            .Select(State)
            .OrderBy(index => index.Name, StringComparer.Ordinal)];
    }

    /// <exception cref="ArchiveBusyException">There is an index of this name: somebody else makes one just now.</exception>
    public async Task CreateAsync(string name, IndexNotes notes, bool loading, CancellationToken cancellationToken)
    {
        var body = IndexMapping.Current.CreateBody(options.Shards, notes.ToJson());
        var settings = body["settings"]!.AsObject();
        foreach (var (key, value) in loading ? LoadingSettings() : LiveSettings())
        {
            settings[key] = value?.DeepClone();
        }

        var request = new NodeRequest("PUT", name, Repeatable: false) { Body = JsonSerializer.SerializeToUtf8Bytes(body) };
        var response = await client.SendAsync(request, cancellationToken);
        if (!response.IsSuccess)
        {
            throw EngineErrors.TypeOf(response) == "resource_already_exists_exception"
                ? new ArchiveBusyException($"Another program makes the index {name} just now.")
                : EngineErrors.From(request, response);
        }
    }

    /// <summary>Points the alias at an index, in one step, if it still points where it did.</summary>
    /// <param name="from">Where it points now; null for nowhere.</param>
    /// <exception cref="ArchiveBusyException">Somebody else has moved it.</exception>
    public async Task PointAliasAsync(string? from, string to, CancellationToken cancellationToken)
    {
        var actions = new JsonArray();
        if (from is not null)
        {
            actions.Add(new JsonObject { ["remove"] = new JsonObject { ["index"] = from, ["alias"] = Alias, ["must_exist"] = true } });
        }

        actions.Add(new JsonObject { ["add"] = new JsonObject { ["index"] = to, ["alias"] = Alias, ["is_write_index"] = true } });
        var request = new NodeRequest("POST", "_aliases", Repeatable: false)
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new JsonObject { ["actions"] = actions }),
        };
        var response = await client.SendAsync(request, cancellationToken);
        if (response.Status == 404)
        {
            throw new ArchiveBusyException("Another program has rebuilt the archive meanwhile; its index stays.");
        }

        if (!response.IsSuccess)
        {
            throw EngineErrors.From(request, response);
        }
    }

    public Task NoteAsync(string index, IndexNotes notes, CancellationToken cancellationToken) =>
        client.CallAsync("PUT", $"{index}/_mapping", new JsonObject { ["_meta"] = notes.ToJson() }, repeatable: true, cancellationToken);

    public Task DeleteAsync(string index, CancellationToken cancellationToken) =>
        client.CallAsync("DELETE", $"{index}?ignore_unavailable=true", null, repeatable: true, cancellationToken);

    public Task RefreshAsync(string index, CancellationToken cancellationToken) =>
        client.CallAsync("POST", $"{index}/_refresh", null, repeatable: true, cancellationToken);

    /// <summary>Settings for a load so large that copies and constant refreshing would only slow it down.</summary>
    public Task BeginLoadAsync(string index, CancellationToken cancellationToken) => SetAsync(index, LoadingSettings(), cancellationToken);

    public Task EndLoadAsync(string index, CancellationToken cancellationToken) => SetAsync(index, LiveSettings(), cancellationToken);

    /// <summary>Ends when writes that were under way have ended too, which a mere setting would not wait for.</summary>
    public Task BlockWritesAsync(string index, CancellationToken cancellationToken) =>
        client.CallAsync("PUT", $"{index}/_block/write", null, repeatable: true, cancellationToken);

    public Task AllowWritesAsync(string index, CancellationToken cancellationToken) =>
        SetAsync(index, new JsonObject { ["blocks.write"] = null }, cancellationToken);

    /// <summary>Waits for the copies of an index, but not for ever: a cluster that lost a node may not have room for them.</summary>
    public async Task WaitForCopiesAsync(string index, CancellationToken cancellationToken)
    {
        var request = new NodeRequest("GET", $"_cluster/health/{index}?wait_for_status=green&timeout=30s", Repeatable: true);
        var response = await client.SendAsync(request, cancellationToken);
        if (!response.IsSuccess && response.Status is not (403 or 408))
        {
            throw EngineErrors.From(request, response);
        }
    }

    /// <summary>Whether a load or a rebuild has left its settings behind.</summary>
    public async Task<bool> HasLoadSettingsAsync(string index, CancellationToken cancellationToken)
    {
        var answer = await client.CallAsync("GET", $"{index}/_settings?flat_settings=true", null, repeatable: true, cancellationToken);
        var settings = answer.EnumerateObject().Single().Value.GetProperty("settings");
        return Is(settings, "index.refresh_interval", NoRefresh) || Is(settings, "index.blocks.write", "true");
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

    private IndexState State(JsonProperty index)
    {
        var notes = IndexNotes.Read(index.Value.GetProperty("mappings"));
        return new IndexState(index.Name, HasAlias(index.Value), notes.Version, notes.Hash, notes.BuildingSince);
    }

    private bool HasAlias(JsonElement index) => index.GetProperty("aliases").TryGetProperty(Alias, out _);

    private static bool Is(JsonElement settings, string name, string value) =>
        settings.TryGetProperty(name, out var found) && found.GetString() == value;
}
