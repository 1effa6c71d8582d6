using System.Text.RegularExpressions;
using Search.Reading.Text;

namespace Search.Reading.Issuers;

/// <summary>
/// Finds the words with which a lead or a title in English says who issues: "A spokesman for … released the following statement".
/// </summary>
internal static class IssuerPhrases
{
    private static readonly PatternTable s_grammar = new("Issuers.grammar.txt");
    private static readonly BoundedPattern s_introduction = s_grammar["phrase-introduction"];
    private static readonly BoundedPattern s_subject = s_grammar["phrase-subject"];
    private static readonly BoundedPattern s_saying = s_grammar["phrase-saying"];
    private static readonly BoundedPattern s_isThing = s_grammar["phrase-is-thing"];
    private static readonly BoundedPattern s_official = s_grammar["phrase-official"];
    private static readonly BoundedPattern s_dayTail = s_grammar["phrase-day-tail"];
    private static readonly BoundedPattern s_by = s_grammar["phrase-by"];
    private static readonly BoundedPattern s_titleSubject = s_grammar["phrase-title-subject"];
    private static readonly BoundedPattern s_about = s_grammar["phrase-about"];

    private static readonly BoundedPattern s_inStatement = s_grammar["phrase-in-statement"];
    private static readonly BoundedPattern s_saidBy = s_grammar["phrase-said-by"];
    private static readonly BoundedPattern s_isStatement = s_grammar["phrase-is-statement"];
    private static readonly BoundedPattern s_nextSentence = s_grammar["phrase-next-sentence"];

    private const int LongestSubject = 260;

    /// <summary>Who issues something in a lead's first sentence, else a statement in its second; null when the lead does not say.</summary>
    public static string? InLead(string lead)
    {
        var text = FirstLine(lead[Dateline.End(lead)..].TrimStart());
        if (Subject(text, s_isThing) is { } subject)
        {
            return subject;
        }

        if (!s_official.IsMatch(text) && !text.Contains("statement", StringComparison.Ordinal))
        {
            return null;
        }

        var next = s_nextSentence.Match(text);
        var first = next.Success ? text[..(next.Index + next.Length)].TrimEnd() : text;
        return Speaker(s_inStatement.Match(first)) ?? Speaker(s_saidBy.Match(first))
            ?? (next.Success ? Subject(text[(next.Index + next.Length)..], s_isStatement, mayOnlySay: false) : null);
    }

    private static string? Subject(string sentence, BoundedPattern isThing, bool mayOnlySay = true)
    {
        var front = sentence.AsSpan(0, Math.Min(sentence.Length, LongestSubject));
        if (!BodyNouns.NamesBody(front) && !s_official.IsMatch(front))
        {
            return null;
        }

        var match = s_subject.Match(sentence);
        if (!match.Success)
        {
            return null;
        }

        var subject = s_introduction.Replace(match.Groups["who"].Value, string.Empty);
        var isSpeaking = s_saying.IsMatch(match.Groups["verb"].Value);
        return subject.Length <= LongestSubject
            && (isSpeaking ? mayOnlySay && IsOfficial(subject)
            : isThing.IsMatch(sentence.AsSpan(match.Length)) && (BodyNouns.NamesBody(subject) || IsOfficial(subject)))
            ? Trim(subject)
            : null;
    }

    private static string? Speaker(Match match) =>
        match.Success && IsOfficial(match.Groups["who"].Value) ? Trim(match.Groups["who"].Value) : null;

    /// <summary>Statement by …; Spokesperson for … Issues Press Statement.</summary>
    public static string? InTitle(string title)
    {
        if (!BodyNouns.NamesBody(title) && !IsOfficial(title))
        {
            return null;
        }

        var by = s_by.Match(title);
        if (by.Success && Cut(by.Groups["who"].Value) is { Length: > 0 } who && (BodyNouns.NamesBody(who) || IsOfficial(who)))
        {
            return who;
        }

        var colon = title.LastIndexOf(": ", StringComparison.Ordinal);
        var subject = s_titleSubject.Match(colon < 0 ? title : title[(colon + 2)..]);
        return subject.Success && (BodyNouns.NamesBody(subject.Groups["who"].Value) || IsOfficial(subject.Groups["who"].Value))
            ? subject.Groups["who"].Value
            : null;
    }

    /// <summary>Office words that are not a body's name.</summary>
    public static bool IsOfficial(string text) => s_official.IsMatch(text);

    private static string FirstLine(string text)
    {
        var end = text.AsSpan().IndexOfAny('\n', '\r');
        return text[..Math.Min(end < 0 ? text.Length : end, 600)];
    }

    /// <summary>Day and place between subject and verb are the sentence's, not the name's.</summary>
    private static string Trim(string subject)
    {
        var trimmed = subject.Trim(' ', ',');
        for (var before = string.Empty; before != trimmed;)
        {
            before = trimmed;
            trimmed = s_dayTail.Replace(trimmed, string.Empty).Trim(' ', ',');
        }

        return trimmed;
    }

    private static string Cut(string who)
    {
        var end = s_about.Match(who);
        var name = (end.Success ? who[..end.Index] : who).Trim(' ', ',', ':', '.');
        return name.EndsWith(')') && !name.Contains('(', StringComparison.Ordinal) ? name[..^1] : name;
    }
}
