using Search.Reading.Files;

namespace Search.Reading.Html;

/// <summary>A fragment of HTML, as feeds carry it, to paragraphs.</summary>
internal static class HtmlText
{
    /// <exception cref="RecordTooCostlyException">When it has more tags than are read.</exception>
    public static string ToPlain(string fragment, CancellationToken cancellationToken)
    {
        if (!fragment.Contains('<', StringComparison.Ordinal) && !fragment.Contains('&', StringComparison.Ordinal))
        {
            return fragment;
        }

        return HtmlGuard.Check(fragment) is { } hostile
            ? throw new RecordTooCostlyException(hostile.Reason)
            : string.Join("\n\n", HtmlPage.CutFragment(fragment, cancellationToken).Select(block => block.Text));
    }
}
