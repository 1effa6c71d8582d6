using System.Text;
using Search.Service.Responses;

namespace Search.Indexer.Output;

/// <summary>Uses for people.</summary>
internal static class UsesText
{
    public static string Of(UsesResponse uses)
    {
        var text = new StringBuilder();
        text.Line($"{uses.Total.Value:N0} statements: {SafeText.Of(uses.Query.Explained)}");
        if (uses.Total.Value == 0)
        {
            return text.ToString().TrimEnd();
        }

        text.Line($"First    {Of(uses.First)}").Line($"Last     {Of(uses.Last)}");
        text.Line($"Silence  {(uses.Silence is { } silence ? Of(silence) : "none between two uses")}");
        text.Line($"Returned after {uses.ReturnedAfter:N0} days or more: {(uses.Returned ? $"{uses.Returns.Count:N0} times" : "never")}");
        if (uses.Undated + uses.LessExact > 0)
        {
            text.Line($"Without a date: {uses.Undated:N0}; known by month or year only: {uses.LessExact:N0}");
        }

        text.Line().Line("Years");
        foreach (var year in uses.Years)
        {
            text.Line($"  {year.Year:0000} {year.Count,7:N0}  {Share(year.Share),8} of {year.Total:N0}");
        }

        text.Line().Line("Issuers, by first use");
        foreach (var issuer in uses.Issuers)
        {
            text.Line($"  {issuer.Count,7:N0}  {Share(issuer.Share),8}  {Dates(issuer),-24}  {SafeText.Of(issuer.Label)}");
        }

        if (uses.Missing > 0)
        {
            text.Line($"  {uses.Missing,7:N0}  without an issuer");
        }

        return (uses.Next is null ? text : text.Line().Line($"More: the same with --cursor {uses.Next}")).ToString().TrimEnd();
    }

    /// <summary>A statement in one line.</summary>
    public static string Of(ReferenceResponse? statement) => statement is null
        ? "no statement with a date"
        : SafeText.Of($"{statement.Issued}  {statement.Title} · {statement.Issuer?.Name ?? "no issuer"} · {statement.Source} · "
            + statement.Id);

    public static string Share(double? share) => share is { } known ? $"{100 * known:N2} %" : "–";

    public static StringBuilder Line(this StringBuilder text, string line = "") => text.Append(line).Append('\n');

    private static string Of(SilenceResponse silence) =>
        $"{silence.From:yyyy-MM-dd} to {silence.To:yyyy-MM-dd}, {silence.Days:N0} days, "
            + $"of which the archive holds {silence.Held:N0} statements";

    private static string Dates(IssuerUsesResponse issuer) => issuer.First is null
        ? "no date"
        : $"{issuer.First.Issued} to {issuer.Last?.Issued}";
}
