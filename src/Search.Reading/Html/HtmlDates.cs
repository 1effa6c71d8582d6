using Search.Reading.Dates;
using Search.Reading.Pages;
using Search.Reading.Text;

namespace Search.Reading.Html;

/// <summary>Gathers the days a page names, those first that are most likely the statement's own.</summary>
internal static class HtmlDates
{
    private const int LinesAboveTitle = 3;
    private const int LinesBelowText = 3;
    private const int MostWords = 15;

    public static ChosenDate Choose(HtmlPage page, HtmlBody body, IReadOnlyList<PageLabel> labels, DateSetting setting)
    {
        var dates = new IssueDates();
        foreach (var label in labels.Where(label => label.Kind == LabelKind.Date))
        {
            dates.AddDate(label.Value, IssueDates.Label);
        }

        AddLines(dates, page, body);
        AddFoot(dates, page, body, IsDayOf(page.Metadata.LinkedData.Published ?? page.Metadata.Published));
        var lead = body.Blocks.Count > 0 ? body.Blocks[0].Text : string.Empty;
        dates.Add(lead[..Dateline.End(lead)], "the dateline");
        dates.AddDate(page.Metadata.LinkedData.Published, "the page's JSON-LD");
        dates.AddDate(page.Metadata.Published, "the page's meta elements");
        AddFoot(dates, page, body, _ => true);
        AddTimes(dates, page);
        dates.Add(page.Title.Text, "the title");
        dates.Add(page.Metadata.Url is { } url ? new Uri(url).AbsolutePath : null, "the address");
        dates.Add(lead, "the first sentence");
        dates.AddLead(lead);
        dates.AddAnchor(labels.FirstOrDefault(label => label.Kind == LabelKind.Updated)?.Value, "the day of the page's last change");
        dates.AddAnchor(page.Metadata.LinkedData.Modified ?? page.Metadata.Modified, "the day of the page's last change");
        dates.AddOthers(page.Blocks.Where(block => block.Words <= MostWords).SelectMany(block => block.Dates));
        return dates.Choose(setting);
    }

    /// <summary>Short lines between the title and the text, then those just above the title.</summary>
    private static void AddLines(IssueDates dates, HtmlPage page, HtmlBody body)
    {
        var start = body.Blocks.Count > 0 ? body.Blocks[0].Order : page.Region.From;
        var title = page.Title.Block;
        foreach (var block in page.Blocks.Where(block => block.Order > title && block.Order < start))
        {
            AddLine(dates, block, "a line between title and text");
        }

        if (title >= 0)
        {
            for (var index = title - 1; index >= Math.Max(0, title - LinesAboveTitle); index--)
            {
                AddLine(dates, page.Blocks[index], "a line above the title");
            }
        }
    }

    private static void AddLine(IssueDates dates, HtmlBlock block, string where)
    {
        if (!block.IsChrome && !block.IsLink && block.Words <= MostWords && PageLabels.IsOfUpdate(block.Text) is false)
        {
            dates.Add(block.Time, where);
            dates.Add(IssueDates.FirstOf(block.Dates.Where(date => date.HasYear)), where);
        }
    }

    /// <summary>
    /// Machines note the hour in their own time zone: a printed day beside theirs is the one that the issuer bears in mind.
    /// </summary>
    private static Func<FoundDate, bool> IsDayOf(string? published)
    {
        var day = published is null ? null : DateScanner.Find(published).Select(date => date.ToDate()).FirstOrDefault();
        return date => day is { } machine && date.IsCertain && date.ToDate() is { } printed
            && Math.Abs(printed.DayNumber - machine.DayNumber) <= 1;
    }

    private static void AddFoot(IssueDates dates, HtmlPage page, HtmlBody body, Func<FoundDate, bool> isMeant)
    {
        if (body.Blocks.Count == 0)
        {
            return;
        }

        var end = body.Blocks[^1].Order;
        var foot = page.Blocks.Where(block => block.Order >= end - 2 && block.Order <= end + LinesBelowText);
        foreach (var block in foot.Where(block =>
            block is { IsProse: false, IsLink: false, IsChrome: false, Heading: 0, Words: <= MostWords }))
        {
            if (IssueDates.FirstOf(block.Dates.Where(date => date.HasYear)) is { } date && isMeant(date))
            {
                dates.Add(date, "a line below the text");
            }
        }
    }

    private static void AddTimes(IssueDates dates, HtmlPage page)
    {
        foreach (var block in page.Blocks.Where(block => block is { Time: not null, IsChrome: false, IsLink: false }))
        {
            dates.Add(block.Time, "a time element");
        }
    }
}
