using System.Reflection;
using Search.Archive.Freezing;
using Search.Archive.Searching;
using Search.Archive.Upkeep;
using Search.Core.Statements;
using Search.Queries;
using Search.Service.Assistance;
using Search.Service.Freezing;
using Search.Service.Requests;
using Search.Service.Responses;

namespace Search.Service;

/// <summary>Freezes results to be cited, and says what has become of them.</summary>
public sealed class FreezeService(IStatementSearch search, IFrozenSearches frozen, IArchiveUpkeep archive, TimeProvider time)
{
    /// <summary>Statements of one frozen result.</summary>
    public const int MostStatements = 5_000;

    /// <summary>Of a search that has grown since: what was added is told up to here.</summary>
    private const int MostToCompare = 4 * MostStatements;

    private static readonly TimeSpan s_budget = TimeSpan.FromSeconds(10);

    private static readonly string s_version =
        typeof(FreezeService).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    private readonly ResultReader _reader = new(search, archive);

    /// <exception cref="ArchiveReadOnlyException">Nothing can be frozen here.</exception>
    /// <exception cref="FrozenRoomException">As many are kept as may be.</exception>
    public async Task<FrozenSearchResponse> FreezeAsync(FreezeCall call, CancellationToken cancellationToken)
    {
        using var deadline = new AnswerDeadline(s_budget, time, cancellationToken);
        var result = await _reader.ReadAsync(call.Search, MostStatements, deadline, cancellationToken);
        var canonical = new CanonicalResult
        {
            Parameters = call.Parameters,
            Explained = QueryExplainer.Explain(call.Search.Query, call.Search.Meaning),
            Created = ArchiveTrace.Whole(time.GetUtcNow()),
            Generation = result.Generation,
            Version = s_version,
            Entries = [.. result.Hits.Select(hit => hit.Entry)],
        };
        var text = canonical.Write();
        var hash = CanonicalResult.HashOf(text);
        await frozen.KeepAsync(new FrozenText(hash, text), cancellationToken);
        return FrozenWriter.Write(hash, text, canonical, FrozenWriter.Nothing(result));
    }

    /// <summary>A frozen result, checked against its hash; null when there is none.</summary>
    /// <param name="hash">As it was given.</param>
    /// <param name="compare">Whether to say what has changed since.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <exception cref="ArchiveDamagedException">What is kept is not what was frozen.</exception>
    public async Task<FrozenSearchResponse?> GetAsync(string hash, bool compare, CancellationToken cancellationToken)
    {
        var key = hash.ToLowerInvariant();
        if (await frozen.FindAsync(key, cancellationToken) is not { } text)
        {
            return null;
        }

        if (CanonicalResult.HashOf(text) != key || !CanonicalResult.TryRead(text, out var canonical))
        {
            throw new ArchiveDamagedException($"The frozen result {key} is not what was frozen: its text has another hash.");
        }

        return FrozenWriter.Write(key, text, canonical, compare ? await SinceAsync(canonical, cancellationToken) : null);
    }

    /// <summary>The same search now, as it was meant then; null where this program does not understand it any more.</summary>
    private async Task<SinceResponse?> SinceAsync(CanonicalResult then, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(then.Created.UtcDateTime);
        var parameters = then.Parameters.Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value));
        if (!FreezeCallReader.TryRead(parameters, today, out var call, out _))
        {
            return null;
        }

        using var deadline = new AnswerDeadline(s_budget, time, cancellationToken);
        return FrozenWriter.Since(then, await _reader.ReadAsync(call.Search, MostToCompare, deadline, cancellationToken));
    }
}
