using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Search.Reading.Files;

namespace Search.Reading.Tests.Html;

/// <summary>What a page shows is read, or it is named as cut: of no page a word is lost in silence.</summary>
public class NothingLostTests
{
    public static TheoryData<string, bool> Pages
    {
        get
        {
            var pages = new TheoryData<string, bool>();
            foreach (var row in HtmlPageReaderTests.Statements)
            {
                pages.Add((string)((ITheoryDataRow)row).GetData()[0]!, false);
                pages.Add((string)((ITheoryDataRow)row).GetData()[0]!, true);
            }

            return pages;
        }
    }

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task ReadAsync_Page_KeepsOrNamesEveryLetterItShows(string name, bool isDisturbed)
    {
        var page = HtmlPageReaderTests.Page(name);
        page = isDisturbed ? Disturbance.Of(page) : page;

        var result = Assert.Single(await Reading.AllAsync(page, name + ".html", new ReadOptions(Explain: true)));

        var told = result.Explanation.Where(line => line.StartsWith("Cut (", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf("): ", StringComparison.Ordinal) + 3)..]).Append(result.Statement!.Body);
        Assert.Equal(Letters(Shown(CharacterSet.Decode(page))), Letters(told));
    }

    /// <summary>The texts of a page as a browser without scripts shows them, controls of forms apart.</summary>
    private static IEnumerable<string> Shown(string html)
    {
        using var document = new HtmlParser().ParseDocument(html);
        foreach (var element in document.QuerySelectorAll(
            "script, style, noscript, template, svg, select, option, button, textarea, iframe, object, head, dialog, [hidden]").ToList())
        {
            element.Remove();
        }

        return [.. document.All.Where(element => element.GetAttribute("style")?.Contains("display:none", StringComparison.Ordinal) != true)
            .SelectMany(element => element.ChildNodes.OfType<IText>()).Select(text => text.Data)];
    }

    private static string Letters(IEnumerable<string> texts) => string.Concat(
        texts.SelectMany(text => text).Where(char.IsLetterOrDigit).CountBy(letter => letter).OrderBy(count => count.Key)
            .Select(count => $"{count.Key}{count.Value} "));
}
