using System.Net;
using System.Text;

namespace Search.Reading.Records;

/// <summary>Writes a feed's text so that it is sound XML: a bare &amp;, a name that only HTML knows, a control character.</summary>
internal static class FeedMarkup
{
    private const int LongestName = 10;

    /// <summary>Text outside tags.</summary>
    public static void AppendText(StringBuilder target, ReadOnlySpan<char> text, bool hasOwnEntities) =>
        Append(target, text, hasOwnEntities, isTag: false);

    /// <summary>A tag with its brackets.</summary>
    public static void AppendTag(StringBuilder target, ReadOnlySpan<char> tag, bool hasOwnEntities) =>
        Append(target, tag, hasOwnEntities, isTag: true);

    /// <summary>Text in which no sign is markup.</summary>
    public static void AppendLiteral(StringBuilder target, ReadOnlySpan<char> text)
    {
        foreach (var character in text)
        {
            _ = character switch
            {
                '&' => target.Append("&amp;"),
                '<' => target.Append("&lt;"),
                '>' => target.Append("&gt;"),
                _ when IsKept(character) => target.Append(character),
                _ => target,
            };
        }
    }

    private static void Append(StringBuilder target, ReadOnlySpan<char> text, bool hasOwnEntities, bool isTag)
    {
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            if (character == '&')
            {
                index += AppendReference(target, text[index..], hasOwnEntities) - 1;
            }
            else if (character is '<' or '>' && !isTag)
            {
                target.Append(character == '<' ? "&lt;" : "&gt;");
            }
            else if (IsKept(character))
            {
                target.Append(character);
            }
        }
    }

    /// <summary>The length of what was read.</summary>
    private static int AppendReference(StringBuilder target, ReadOnlySpan<char> text, bool hasOwnEntities)
    {
        var end = text[..Math.Min(text.Length, LongestName + 2)].IndexOf(';');
        var name = end > 1 ? text[1..end] : [];
        if (name is "amp" or "lt" or "gt" or "quot" or "apos")
        {
            target.Append(text[..(end + 1)]);
            return end + 1;
        }

        var reference = name.IsEmpty ? string.Empty : text[..(end + 1)].ToString();
        var decoded = WebUtility.HtmlDecode(reference);
        if (!name.IsEmpty && decoded != reference)
        {
            AppendLiteral(target, decoded);
            return end + 1;
        }

        // A name that the feed itself declares is not looked up, and the entry is not read.
        target.Append(hasOwnEntities && !name.IsEmpty ? "&" : "&amp;");
        return 1;
    }

    private static bool IsKept(char character) => character is >= ' ' or '\t' or '\n' or '\r' && character is not ('\ufffe' or '\uffff');
}
