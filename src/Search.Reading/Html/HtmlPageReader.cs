using Search.Reading.Drafts;
using Search.Reading.Files;
using Search.Reading.Issuers;
using Search.Reading.Pages;
using Search.Reading.Text;

namespace Search.Reading.Html;

/// <summary>Reads a page of any site: what is its text, and is it a statement at all?</summary>
internal static class HtmlPageReader
{
    public static ReadResult Read(string source, string location, long position, SourceFile file, ReadOptions options)
    {
        if (HtmlGuard.Check(source) is { } hostile)
        {
            return new ReadResult(location, position, null, hostile);
        }

        var page = HtmlPage.Parse(source);
        var body = HtmlBody.Choose(page);
        if (HtmlVerdict.Judge(page, body.Blocks) is { } fault)
        {
            return new ReadResult(location, position, null, fault) { Explanation = options.Explain ? [$"Title: {page.Title.Text}"] : [] };
        }

        return DraftCompletion.Complete(Draft(page, body, file), location, position, options);
    }

    private static StatementDraft Draft(HtmlPage page, HtmlBody body, SourceFile file)
    {
        var labels = HtmlLabels.Read(page, body);
        var site = HtmlSite.Find(page);
        var text = body.Text;
        var language = LanguageDetector.Detect(page.Title.Text, text) ?? LanguageTagSpelling.Clean(page.Metadata.Language);
        var date = HtmlDates.Choose(page, body, labels, SiteCountry.WritesMonthFirst(site.Country, language));
        return new StatementDraft
        {
            Title = page.Title.Text,
            Body = text,
            Issued = date.Day,
            PrintedByline = labels.Find(label => label.Kind == LabelKind.Issuer)?.Value ?? HtmlLabels.Byline(page, body),
            Kicker = HtmlLabels.Kicker(page, body),
            SiteIssuer = site.Organisation,
            SiteCountry = site.Country,
            Source = site.Name ?? file.BareName,
            SourceUrl = page.Metadata.Url,
            Language = language,
            Explanation = [.. date.Explanation, .. body.Explanation],
        };
    }
}
