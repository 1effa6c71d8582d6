using Search.Archive.Counting;
using Search.Archive.Searching;
using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Testing.Engines;

/// <summary>Counts of statements by date and issuer, plainly.</summary>
internal static class InMemoryUses
{
    public static UseCounts Count(IEnumerable<Statement> admitted, bool issuers)
    {
        var statements = admitted.ToList();
        var groups = statements.GroupBy(statement => statement.Issuer is { } issuer ? IssuerGroups.PathOf(issuer) : null);
        return new UseCounts(
            statements.Count,
            UseOrder.Sorted(Dates(statements).CountBy(date => date).Select(date => KeyValuePair.Create(date.Key, (long)date.Value))),
            issuers
                ? [.. groups.Select(group => new IssuerUses(
                    group.Key, group.Count(), UseOrder.First(Dates(group)), UseOrder.Last(Dates(group))))]
                : []);
    }

    public static Statement? Find(IEnumerable<Statement> admitted, UsePlace place) => admitted
        .Where(statement => statement.Issued == place.Date)
        .Where(statement => FilterEvaluator.Admits(SearchFilters.None with { Issuer = place.Issuer }, statement))
        .MinBy(statement => statement.Id.Value, StringComparer.Ordinal);

    public static IReadOnlyList<Holdings> Holdings(IEnumerable<Statement> admitted, HoldingsRequest request) =>
    [
        .. admitted.GroupBy(statement => FacetValues.Of(statement, request.By, MentionKinds.Default) is [var value] ? value : null)
            .Select(group => new Holdings(group.Key, group.Count(), request.Dates ? Count(group, issuers: false).Dates : [])
            {
                Captures = !request.Captures ? null : CaptureSpan.Of(group.Select(statement => CaptureFilter.DayOf(statement.Captured))),
            }),
    ];

    private static IEnumerable<IssueDate> Dates(IEnumerable<Statement> statements) =>
        statements.Select(statement => statement.Issued).OfType<IssueDate>();
}
