using Search.Archive.Counting;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Service.Counting;

/// <summary>
/// First and last statements that one answer needs: asked for one by one, found in one request. Where counts tell no date there is
/// none, and nobody is asked.
/// </summary>
internal sealed class UseEnds(IStatementCounting counting, SearchFilters filters)
{
    private readonly List<UsePlace> _places = [];
    private IReadOnlyList<Statement?> _found = [];

    /// <summary>What was found; null for nothing.</summary>
    /// <param name="end">As <see cref="Ask"/> gave it.</param>
    public Statement? this[int? end] => end is { } place ? _found[place] : null;

    /// <param name="date">As it was counted.</param>
    public int? Ask(MatchNode query, FacetFilter issuer, IssueDate? date) => date is null ? null : Add(new UsePlace(query, issuer, date));

    /// <summary>One without a date.</summary>
    public int AskUndated(MatchNode query, FacetFilter issuer) => Add(new UsePlace(query, issuer, null));

    public async Task FindAsync(TimeSpan budget, CancellationToken cancellationToken)
    {
        var request = new PlaceRequest { Places = _places, Filters = filters, Budget = budget };
        _found = _places.Count == 0 ? [] : await counting.FindUsesAsync(request, cancellationToken);
    }

    private int Add(UsePlace place)
    {
        _places.Add(place);
        return _places.Count - 1;
    }
}
