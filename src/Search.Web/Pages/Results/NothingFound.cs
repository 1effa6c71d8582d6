using Search.Queries;
using Search.Service;
using Search.Service.Assistance;
using Search.Service.Requests;
using Search.Web.Pages.Layout;

namespace Search.Web.Pages.Results;

/// <summary>What may help where nothing was found: the same search with less or with another issuer, each with its count.</summary>
/// <param name="Wider">Searches without a filter.</param>
/// <param name="Issuers">Issuers whose names are near to the one asked for.</param>
public sealed record NothingFound(IReadOnlyList<CountedSearch> Wider, IReadOnlyList<CountedSearch> Issuers)
{
    /// <summary>More are hardly read, and each is counted.</summary>
    private const int Most = 4;

    /// <summary>What is not counted until then is left out: the page has to say that nothing was found.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(1);

    internal static async Task<NothingFound> AskAsync(
        SearchUrl url,
        SearchCall call,
        SearchService search,
        SuggestionService suggestions,
        TimeProvider time,
        CancellationToken cancellationToken)
    {
        using var over = new CancellationTokenSource(s_patience, time);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(over.Token, cancellationToken);
        var filters = ActiveFilter.Of(url).Where(filter => filter.CanHide).ToList();
        var wider = filters.Take(Most).Select(filter => (Label: $"without {filter}", Url: filter.Without)).ToList();
        if (filters.Count > 1)
        {
            wider.Add(("without any filter", url.WithoutFilters()));
        }

        var counted = await CountAsync(wider, search, patience.Token);
        var near = patience.IsCancellationRequested ? [] : await NearInTimeAsync(url, call, suggestions, over.Token, patience.Token);
        var issuers = await CountAsync(near, search, patience.Token);
        return new NothingFound(counted, [.. issuers.Where(issuer => issuer.Count != 0)]);
    }

    private static async Task<List<(string Label, SearchUrl Url)>> NearInTimeAsync(
        SearchUrl url, SearchCall call, SuggestionService suggestions, CancellationToken over, CancellationToken cancellationToken)
    {
        try
        {
            return await NearAsync(url, call, suggestions, cancellationToken);
        }
        catch (OperationCanceledException) when (over.IsCancellationRequested)
        {
            return [];
        }
    }

    /// <summary>Names that have the last words of the name asked for, in a filter or in the query.</summary>
    private static async Task<List<(string Label, SearchUrl Url)>> NearAsync(
        SearchUrl url, SearchCall call, SuggestionService suggestions, CancellationToken cancellationToken)
    {
        var chosen = call.Request.Filters.Issuer.Included.OfType<string>()
            .FirstOrDefault(value => !value.Contains('/', StringComparison.Ordinal));
        var inQuery = chosen is null ? FieldOf(call.Query) : null;
        var name = chosen ?? inQuery?.Operand.ToString()?.Trim('"');
        if (name is null)
        {
            return [];
        }

        var found = await suggestions.CompleteAsync($"{SearchParameters.Issuer.Name}:\"{name}", cancellationToken);
        return
        [
            .. found.Suggestions.Where(suggestion => suggestion.Kind == SearchParameters.Issuer.Name && suggestion.Text != chosen)
                .Take(Most)
                .Select(suggestion => (suggestion.Text, chosen is not null
                    ? url.With(SearchParameters.Issuer, suggestion.Text)
                    : url.With(SearchParameters.Query, With(call.Query, inQuery!, suggestion.Text)))),
        ];
    }

    private static string With(QueryNode query, FieldNode field, string issuer) => query.ToString()!.Replace(
        field.ToString()!, $"{SearchParameters.Issuer.Name}:\"{issuer.Replace('"', ' ')}\"", StringComparison.Ordinal);

    private static FieldNode? FieldOf(QueryNode query) => query switch
    {
        FieldNode { Field: QueryField.Issuer } field => field,
        ConjunctionNode all => all.Operands.Select(FieldOf).FirstOrDefault(field => field is not null),
        _ => null,
    };

    private static async Task<IReadOnlyList<CountedSearch>> CountAsync(
        IReadOnlyList<(string Label, SearchUrl Url)> searches, SearchService search, CancellationToken cancellationToken)
    {
        var counted = new List<CountedSearch>();
        foreach (var (label, url) in searches)
        {
            counted.Add(new CountedSearch(label, url, await CountAsync(url, search, cancellationToken)));
        }

        return counted;
    }

    /// <summary>Null where it takes too long or is too costly: the link is there all the same.</summary>
    private static async Task<long?> CountAsync(SearchUrl url, SearchService search, CancellationToken cancellationToken)
    {
        try
        {
            var parameters = url.Parameters.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value));
            return SearchCallReader.TryRead(parameters, PageParameters.Search, search.Today, out var call, out _)
                ? await search.CountAsync(call, cancellationToken).WaitAsync(cancellationToken)
                : null;
        }
        catch (Exception)
        {
            return null;
        }
    }
}

/// <param name="Count">Statements it finds; null where they were not counted in time.</param>
public sealed record CountedSearch(string Label, SearchUrl Url, long? Count);
