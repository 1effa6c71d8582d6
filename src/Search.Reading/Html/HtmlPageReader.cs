using Search.Reading.Dates;
using Search.Reading.Drafts;
using Search.Reading.Files;
using Search.Reading.Pages;
using Search.Reading.Text;

namespace Search.Reading.Html;

/// <summary>Reads a page of any site: what is its text, and is it a statement at all?</summary>
internal static class HtmlPageReader
{
    public static ReadResult Read(string source, RecordOrigin origin, CancellationToken cancellationToken)
    {
        if (HtmlGuard.Check(source) is { } hostile)
        {
            return origin.Fault(hostile);
        }

        var page = HtmlPage.Parse(source, cancellationToken);
        var body = HtmlBody.Choose(page);
        if (HtmlVerdict.Judge(page, body.Blocks) is { } fault)
        {
            return origin.Fault(fault) with { Explanation = origin.Options.Explain ? [$"Title: {page.Title.Text}"] : [] };
        }

        var text = body.Text;
        return DraftCompletion.Garbled(page.Title.Text, text) is { } garbled ? origin.Fault(garbled)
            : DraftCompletion.Complete(Draft(page, body, text, origin), origin, cancellationToken);
    }

    private static StatementDraft Draft(HtmlPage page, HtmlBody body, string text, RecordOrigin origin)
    {
        var labels = HtmlLabels.Read(page, body);
        var site = HtmlSite.Find(page);
        var language = LanguageDetector.Detect(page.Title.Text, text) ?? LanguageTagSpelling.Clean(page.Metadata.Language);
        var date = HtmlDates.Choose(page, body, labels, DateSetting.Of(site.Country, language, origin.Options.LastDay));
        return new StatementDraft
        {
            Title = page.Title.Text,
            Body = text,
            Issued = date.Date,
            PrintedByline = labels.Find(label => label.Kind == LabelKind.Issuer)?.Value ?? HtmlLabels.Byline(page, body),
            Kicker = HtmlLabels.Kicker(page, body),
            SiteIssuer = site.Organisation,
            SiteCountry = site.Country,
            Source = site.Name ?? origin.File.BareName,
            SourceUrl = page.Metadata.Url,
            Language = language,
            Explanation = origin.Options.Explain ? [.. date.Explanation, .. body.Explain()] : [],
        };
    }
}
