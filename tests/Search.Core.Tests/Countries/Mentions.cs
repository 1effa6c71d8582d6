using Search.Core.Countries;

namespace Search.Core.Tests.Countries;

/// <summary>Prints what the matcher finds in a text as one line, such as <c>JP:Japan US:U.S.</c>.</summary>
internal static class Mentions
{
    public static string In(string text, MentionKinds kinds = MentionKinds.Default, string title = "") =>
        string.Join(' ', CountryMatcher.Default.Find(title, text)
            .Where(mention => kinds.Includes(mention.Kind))
            .Select(mention => (mention.Code, Text: mention.Field == MentionField.Title ? title : text, mention.Start, mention.Length))
            .Select(mention => $"{mention.Code}:{mention.Text.Substring(mention.Start, mention.Length)}"));

    /// <summary>The codes alone, in alphabetical order.</summary>
    public static string CodesIn(string text, MentionKinds kinds = MentionKinds.Default) =>
        string.Join(' ', CountryMatcher.Default.Find("", text)
            .Where(mention => kinds.Includes(mention.Kind))
            .Select(mention => mention.Code)
            .Distinct()
            .Order(StringComparer.Ordinal));
}
