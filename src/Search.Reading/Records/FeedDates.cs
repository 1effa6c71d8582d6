using System.Xml.Linq;
using Search.Reading.Dates;

namespace Search.Reading.Records;

/// <summary>The dates that a feed's entry gives, the day of issue first.</summary>
internal static class FeedDates
{
    private static readonly string[] s_names = ["pubDate", "published", "issued", "date", "created", "updated", "modified"];

    /// <summary>Their texts.</summary>
    public static IEnumerable<(string Name, string Text)> Texts(XElement entry) =>
        s_names.SelectMany(name => entry.Elements().Where(element => element.Name.LocalName == name)
            .Select(element => (name, element.Value.Trim())));

    /// <summary>Dates in numbers.</summary>
    public static IEnumerable<FoundDate> Numbers(XElement entry) =>
        Texts(entry).SelectMany(date => DateScanner.Find(date.Text)).Where(date => date.Order != NumberOrder.None);

    public static ChosenDate Choose(XElement entry, FeedHead feed, DateSetting setting)
    {
        var dates = new IssueDates();
        foreach (var (name, text) in Texts(entry))
        {
            dates.AddDate(text, $"the entry's {name}");
        }

        dates.AddOthers(feed.Numbers);
        return dates.Choose(setting);
    }
}
