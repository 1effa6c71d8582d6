using System.Net;
using System.Xml.Linq;
using Search.Reading.Files;
using Search.Reading.Html;
using Search.Reading.Text;

namespace Search.Reading.Records;

/// <summary>The text of a feed's entry: of several, the fullest that does not break off.</summary>
/// <param name="Plain">Paragraphs.</param>
/// <param name="IsExcerpt">The rest is elsewhere.</param>
internal sealed record FeedText(string Plain, bool IsExcerpt)
{
    /// <summary>Elements that stand for the whole text, then those that may be a summary of it.</summary>
    private static readonly string[] s_whole = ["encoded", "content", "full-text", "fulltext"];
    private static readonly string[] s_summaries = ["description", "summary"];

    /// <summary>Summaries are a sentence or two.</summary>
    private const int FewWords = 60;

    public static FeedText Of(XElement entry, CancellationToken cancellationToken)
    {
        var whole = s_whole.Aggregate((string?)null, (best, name) => Fuller(best, entry, name, cancellationToken));
        var best = s_summaries.Aggregate(whole, (best, name) => Fuller(best, entry, name, cancellationToken));

        // A summary that is fuller than what stands for the whole text is one in name only.
        return best is null ? new FeedText(string.Empty, IsExcerpt: true)
            : new FeedText(best, !ReferenceEquals(best, whole) && (BreaksOff(best) || (whole is null && Prose.Words(best) < FewWords)));
    }

    private static string? Fuller(string? than, XElement entry, string name, CancellationToken cancellationToken) =>
        Value(entry, name) is { } value && ToPlain(value, cancellationToken) is { Length: > 0 } plain
            && (than is null || IsFuller(plain, than)) ? plain : than;

    /// <summary>Text and markup of the first child of a name; null where there is none.</summary>
    public static string? Value(XElement entry, string name)
    {
        var element = entry.Elements().FirstOrDefault(child => child.Name.LocalName == name);
        return element is null ? null
            : element.HasElements ? string.Concat(element.Nodes().Select(node => node.ToString(SaveOptions.DisableFormatting)))
            : element.Value.Trim() is { Length: > 0 } text ? text
            : null;
    }

    /// <summary>HTML to paragraphs, also where its signs were escaped once too often.</summary>
    /// <exception cref="RecordTooCostlyException">When it has more tags than are read.</exception>
    public static string ToPlain(string value, CancellationToken cancellationToken)
    {
        var plain = HtmlText.ToPlain(value, cancellationToken);
        return !HasTag(value) && HasTag(plain) ? HtmlText.ToPlain(plain, cancellationToken) : WebUtility.HtmlDecode(plain);
    }

    /// <summary>One that breaks off has to be far longer than one that does not.</summary>
    private static bool IsFuller(string text, string than)
    {
        var (words, others) = (Prose.Words(text), Prose.Words(than));
        return (BreaksOff(text), BreaksOff(than)) switch
        {
            (true, false) => words > 2 * others,
            (false, true) => 2 * words >= others,
            _ => words > others,
        };
    }

    private static bool BreaksOff(string text)
    {
        var end = text.AsSpan().TrimEnd(" \n)]");
        return end.EndsWith("…") || end.EndsWith("...");
    }

    /// <summary>A tag that HTML has: an angle bracket in prose is none.</summary>
    private static bool HasTag(string text)
    {
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0 && at + 2 < text.Length;)
        {
            var isTag = char.IsAsciiLetter(text[text[at + 1] == '/' ? at + 2 : at + 1]);
            var next = text.AsSpan(at + 1).IndexOfAny('<', '>');
            if (isTag && next >= 0 && text[at + 1 + next] == '>')
            {
                return true;
            }

            at = next < 0 ? -1 : text.IndexOf('<', at + 1 + next);
        }

        return false;
    }
}
