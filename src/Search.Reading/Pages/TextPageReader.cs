using Search.Reading.Dates;
using Search.Reading.Drafts;
using Search.Reading.Files;
using Search.Reading.Issuers;
using Search.Reading.Text;

namespace Search.Reading.Pages;

/// <summary>
/// Reads a page that somebody saved as text: title and labels on top, paragraphs, and behind them what the site adds. What
/// belongs to the statement is told by shape (sentences, repetition, bare dates between teasers), not by the site.
/// </summary>
internal static class TextPageReader
{
    public static ReadResult Read(string text, RecordOrigin origin, CancellationToken cancellationToken)
    {
        var lines = TextLines.Cut(text);
        if (lines.Count == 0)
        {
            return origin.Fault(ReadFaultKind.Shell, "The file has no text.");
        }

        var page = TextPageParts.Of(lines, cancellationToken);
        if (page.Body.Count == 0)
        {
            return origin.Fault(ReadFaultKind.Shell, "The page has no sentence outside its labels and lists.");
        }

        if (DraftCompletion.Garbled(page.Title ?? string.Empty, string.Join('\n', page.Body)) is { } garbled)
        {
            return origin.Fault(garbled);
        }

        var labels = page.Head.SelectMany(line => PageLabels.Read(line.Text)).ToList();
        var lead = page.Body[0];
        var captured = page.Captured;
        var date = Date(page, labels, lead, origin.Options.LastDay);
        var letterhead = Letterhead(page);
        var draft = new StatementDraft
        {
            Title = page.Title,
            Body = string.Join("\n\n", page.Body),
            Issued = date.Date,
            Captured = captured is { } day && !(day < date.Date?.First) ? new DateTimeOffset(day, TimeOnly.MinValue, TimeSpan.Zero) : null,
            SiteIssuer = letterhead,
            SiteCountry = IssuerResolver.CountryOf(letterhead),
            Source = labels.Find(label => label.Kind == LabelKind.Source)?.Value ?? Dateline.AgencyOf(lead) ?? origin.File.BareName,
            Explanation = [.. page.Explanation, .. date.Explanation],
        };
        return DraftCompletion.Complete(draft, origin, cancellationToken);
    }

    /// <summary>The body whose name alone stands above the title. Several are a menu's.</summary>
    private static string? Letterhead(TextPageParts page)
    {
        var names = page.Head.TakeWhile(line => line.Text != page.Title).Select(line => line.Text)
            .Where(text => IssuerResolver.IsOrganisation(text) && NameShape.IsName(text)).Distinct().Take(2).ToList();
        return names is [var only] ? only : null;
    }

    /// <summary>
    /// A labelled date before the dateline's, that before lines above and below the text. The day of scraping is no candidate.
    /// </summary>
    private static ChosenDate Date(TextPageParts page, List<PageLabel> labels, string lead, DateOnly? lastDay)
    {
        var (dates, captured) = (new IssueDates(), page.Captured);
        foreach (var label in labels.Where(label => label.Kind == LabelKind.Date))
        {
            dates.AddDate(label.Value, IssueDates.Label);
        }

        dates.Add(lead[..Dateline.End(lead)], "the dateline");
        foreach (var line in page.Head.Skip(captured is null ? 0 : 1).Reverse())
        {
            dates.Add(line.IsBareDate ? line.Dates[0] : null, "a line above the text");
        }

        foreach (var line in page.Foot)
        {
            dates.Add(IssueDates.FirstOf(line.Dates), "a line below the text");
        }

        dates.Add(lead, "the first sentence");
        dates.AddLead(lead);
        dates.AddAnchor(captured, "the day on which the page was taken");
        dates.AddOthers(page.Others);
        return dates.Choose(DateSetting.Of(country: null, LanguageDetector.Detect(string.Empty, lead), lastDay));
    }
}
