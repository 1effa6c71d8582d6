namespace Search.Reading.Html;

/// <summary>A fragment of HTML, as feeds carry it, to paragraphs.</summary>
internal static class HtmlText
{
    public static string ToPlain(string fragment)
    {
        if (!fragment.Contains('<', StringComparison.Ordinal) && !fragment.Contains('&', StringComparison.Ordinal))
        {
            return fragment;
        }

        return HtmlGuard.Check(fragment) is null ? string.Join("\n\n", HtmlPage.CutFragment(fragment).Select(block => block.Text)) : string.Empty;
    }
}
