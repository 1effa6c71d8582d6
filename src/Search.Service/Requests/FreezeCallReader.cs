using System.Diagnostics.CodeAnalysis;

namespace Search.Service.Requests;

/// <summary>A result to freeze.</summary>
/// <param name="Search">What is searched for.</param>
/// <param name="Parameters">The same as given, in the order of names and then values, none twice.</param>
public sealed record FreezeCall(SearchCall Search, IReadOnlyList<KeyValuePair<string, string>> Parameters);

/// <summary>Reads the parameters of a result to freeze: what narrows a search, and nothing else.</summary>
public static class FreezeCallReader
{
    /// <param name="parameters">Names and values as given; a repeated parameter is there several times.</param>
    /// <param name="today">What relative dates count from.</param>
    public static bool TryRead(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        DateOnly today,
        [NotNullWhen(true)] out FreezeCall? call,
        [NotNullWhen(false)] out RequestFault? fault)
    {
        KeyValuePair<string, string?>[] given = [.. parameters];
        var isRead = SearchCallReader.TryRead(given, SearchParameters.Narrowing, today, out var search, out fault);
        call = isRead ? new FreezeCall(search!, Sorted(given)) : null;
        return call is not null;
    }

    /// <summary>Whether to say what has changed since a result was frozen.</summary>
    public static bool TryReadSince(
        IEnumerable<KeyValuePair<string, string?>> parameters, out bool since, [NotNullWhen(false)] out RequestFault? fault)
    {
        var reader = new ParameterReader(parameters, SearchParameters.Frozen);
        since = reader.Choice(SearchParameters.Since) == "true";
        fault = reader.Errors.Count > 0 ? new RequestFault(reader.Errors) : null;
        return fault is null;
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Sorted(IEnumerable<KeyValuePair<string, string?>> given) =>
    [
        .. KnownParameters.Of(given, SearchParameters.Narrowing).Distinct()
            .OrderBy(pair => pair.Key, StringComparer.Ordinal).ThenBy(pair => pair.Value, StringComparer.Ordinal),
    ];
}
