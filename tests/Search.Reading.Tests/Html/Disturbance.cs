using System.Text;
using System.Text.RegularExpressions;

namespace Search.Reading.Tests.Html;

/// <summary>
/// Changes a page as a site's next redesign would: other class names, more wrappers, the menu at the bottom, advertisements.
/// </summary>
internal static partial class Disturbance
{
    public static byte[] Of(byte[] page)
    {
        // Latin 1 keeps the bytes of any character set as they are.
        var html = Encoding.Latin1.GetString(page);
        var number = 0;
        html = Names().Replace(html, match => $" {match.Groups[1].Value}=\"x{(++number * 7919) % 10007}\"");
        html = Menu().Match(html) is { Success: true } menu
            ? html.Remove(menu.Index, menu.Length).Replace("</body>", menu.Value + "</body>", StringComparison.OrdinalIgnoreCase)
            : html;
        html = Paragraph().Replace(html, match => $"<div><div class=\"w{++number}\">{match.Value}</div></div>");
        var seen = 0;
        html = ParagraphEnd().Replace(html, match => ++seen % 2 == 0
            ? match.Value + "<div><a href=\"https://ads.example/\"><img src=\"a.gif\" alt=\"\">Buy lamps at Example</a></div><iframe "
                + "src=\"https://ads.example/f\"></iframe>"
            : match.Value);
        return Encoding.Latin1.GetBytes(html);
    }

    [GeneratedRegex(@"\s(class|id)=""[^""]*""")]
    private static partial Regex Names();

    [GeneratedRegex("<nav.*?</nav>", RegexOptions.Singleline)]
    private static partial Regex Menu();

    [GeneratedRegex("<p(?: [^>]*)?>.*?</p>", RegexOptions.Singleline)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"(?<=[.!?]|。|\.&nbsp;)</p></div></div>")]
    private static partial Regex ParagraphEnd();
}
