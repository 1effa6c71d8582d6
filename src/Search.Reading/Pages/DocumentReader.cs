using Search.Reading.Dates;
using Search.Reading.Drafts;
using Search.Reading.Files;
using Search.Reading.Issuers;
using Search.Reading.Text;

namespace Search.Reading.Pages;

/// <summary>
/// Reads a document that is one statement from end to end: letterhead, date and title on top, then the text, place and date below.
/// Nothing of it is a site's, so nothing is cut but what frames the text.
/// </summary>
internal static class DocumentReader
{
    public static ReadResult Read(
        IReadOnlyList<DocumentParagraph> paragraphs, DocumentFrame frame, RecordOrigin origin, CancellationToken cancellationToken)
    {
        var page = DocumentParts.Of(paragraphs, cancellationToken);
        var lead = page.Body.Count > 0 ? page.Body[0] : string.Empty;
        var labels = page.Head.SelectMany(line => PageLabels.Read(line.Text)).ToList();
        var heads = frame.Heads.Concat(page.Head.Select(line => line.Text)).ToList();
        var date = Date(page, frame.Heads, labels, lead, origin.Options.LastDay);
        var body = heads.Append(frame.Author).FirstOrDefault(text => text is { Length: < 200 } && IssuerResolver.IsOrganisation(text));
        var draft = new StatementDraft
        {
            Title = page.Title ?? TitleOf(frame),
            Body = string.Join("\n\n", page.Body),
            Issued = date.Date,
            PrintedByline = labels.Find(label => label.Kind is LabelKind.Issuer or LabelKind.Author)?.Value,
            SiteIssuer = body,
            SiteCountry = IssuerResolver.CountryOf(body),
            Source = labels.Find(label => label.Kind == LabelKind.Source)?.Value ?? Dateline.AgencyOf(lead) ?? origin.File.BareName,
            Explanation = [.. frame.Explanation, .. page.Explanation, .. date.Explanation],
        };
        return DraftCompletion.Complete(draft, origin, cancellationToken);
    }

    /// <summary>Programs put the file's name where nobody gave a title.</summary>
    private static string? TitleOf(DocumentFrame frame) =>
        frame.Title is { } title && Prose.Words(title) >= 3 && !title.Contains(".doc", StringComparison.OrdinalIgnoreCase)
        && !title.Contains(".pdf", StringComparison.OrdinalIgnoreCase) && !title.Contains('\\', StringComparison.Ordinal) ? title : null;

    /// <summary>A labelled date before the dateline's, that before lines above and below the text.</summary>
    private static ChosenDate Date(DocumentParts page, IReadOnlyList<string> heads, List<PageLabel> labels, string lead, DateOnly? lastDay)
    {
        var dates = new IssueDates();
        foreach (var label in labels.Where(label => label.Kind == LabelKind.Date))
        {
            dates.AddDate(label.Value, IssueDates.Label);
        }

        dates.Add(lead[..Dateline.End(lead)], "the dateline");
        foreach (var line in page.Head.Reverse())
        {
            dates.Add(
                line.IsBareDate || line.Dates.Count == 1 ? IssueDates.FirstOf(line.Dates) : null, "a line above the text");
        }

        foreach (var head in heads)
        {
            dates.Add(head, "the letterhead");
        }

        foreach (var line in page.Foot)
        {
            dates.Add(IssueDates.FirstOf(line.Dates), "a line below the text");
        }

        dates.Add(lead, "the first sentence");
        dates.AddLead(lead);
        return dates.Choose(DateSetting.Of(country: null, LanguageDetector.Detect(string.Empty, lead), lastDay));
    }
}
