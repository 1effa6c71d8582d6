using System.Text.RegularExpressions;
using Search.Reading.Text;

namespace Search.Reading.Issuers;

/// <summary>Finds the words with which a lead or a title in English says who issues: "A spokesman for … released the following statement".</summary>
internal static partial class IssuerPhrases
{
    private const int Milliseconds = 1000;
    private const int LongestSubject = 260;

    /// <summary>What is issued. Without one of these behind the verb a sentence tells news of a body, not its words.</summary>
    private const string Things =
        "statement|communiqu|answer|report|declaration|bulletin|indictment|memorandum|white paper|message|letter|notice|notification|warning|appeal|commentary|press|questionnaire|"
        + "talk|decision|remarks|article|proposal|release|resolution|decree|order|accusation|ultimatum|note|speech|greetings|telegram|petition|comment|reply|open|text|interview|address|"
        + "protest|condolence|congratulat|manifesto|book|paper|document|announcement|disclosure|dispatch|circular|verdict|statistics|data|crucial";

    /// <summary>The subject of a lead that issues something; null when the lead does not say.</summary>
    public static string? InLead(string lead)
    {
        var sentence = FirstSentence(lead[Dateline.End(lead)..].TrimStart());
        var front = sentence.AsSpan(0, Math.Min(sentence.Length, LongestSubject));
        if (!BodyNouns.NamesBody(front) && !Official().IsMatch(front))
        {
            return null;
        }

        var match = Subject().Match(sentence);
        if (!match.Success)
        {
            return null;
        }

        var subject = Introduction().Replace(match.Groups["who"].Value, string.Empty);
        var verb = match.Groups["verb"].Value;
        var isSpeaking = Saying().IsMatch(verb);
        return subject.Length <= LongestSubject && (isSpeaking ? IsOfficial(subject) : IsThing().IsMatch(sentence[match.Length..]) && (BodyNouns.NamesBody(subject) || IsOfficial(subject)))
            ? Trim(subject)
            : null;
    }

    /// <summary>Statement by …; Spokesperson for … Issues Press Statement.</summary>
    public static string? InTitle(string title)
    {
        if (!BodyNouns.NamesBody(title) && !IsOfficial(title))
        {
            return null;
        }

        var by = By().Match(title);
        if (by.Success && Cut(by.Groups["who"].Value) is { Length: > 0 } who && (BodyNouns.NamesBody(who) || IsOfficial(who)))
        {
            return who;
        }

        var colon = title.LastIndexOf(": ", StringComparison.Ordinal);
        var subject = TitleSubject().Match(colon < 0 ? title : title[(colon + 2)..]);
        return subject.Success && (BodyNouns.NamesBody(subject.Groups["who"].Value) || IsOfficial(subject.Groups["who"].Value))
            ? subject.Groups["who"].Value
            : null;
    }

    /// <summary>Office words that are not a body's name.</summary>
    public static bool IsOfficial(string text) => Official().IsMatch(text);

    private static string FirstSentence(string text)
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
            trimmed = DayTail().Replace(trimmed, string.Empty).Trim(' ', ',');
        }

        return trimmed;
    }

    private static string Cut(string who)
    {
        var end = About().Match(who);
        var name = (end.Success ? who[..end.Index] : who).Trim(' ', ',', ':', '.');
        return name.EndsWith(')') && !name.Contains('(', StringComparison.Ordinal) ? name[..^1] : name;
    }

    /// <summary>In response to …, the spokesperson said.</summary>
    [GeneratedRegex(@"^(?:In|On|At|During|Regarding|Following|As|When|Asked|After|Answering|Responding|Commenting|Speaking)\b[^""]*, (?=(?:the|an?|its) |(?:\p{L}+ ){0,4}(?:[Ss]pokes(?:man|woman|person)|[Mm]inist(?:er|ry)|[Aa]mbassador)\b)", RegexOptions.None, Milliseconds)]
    private static partial Regex Introduction();

    private const string Verbs =
        "released|issued|published|gave|made|sent|put out|announced|delivered|adopted|answered|clarified|disclosed|addressed|broadcast|carried|submitted|distributed|posted|brought out|wrote|proposed|notified|opened|"
        + "said|stated|told|rejected|declared|reiterated|stressed|denounced|condemned|commented|responded|replied|noted|termed|called|urged|accused|blasted|warned|expressed|refuted|dismissed|claimed|underscored|held|"
        + "has issued|has released|has announced|has published|today issued|today released";

    [GeneratedRegex(@"^(?<who>(?:[^""“.]|\.(?! \p{Lu})|(?<=\b\p{Lu})\.|""[^""]{1,80}""){5,280}?)(?:,? (?:also|jointly|hereby|later|on|in|at|solemnly|recently|again|strongly|firmly|categorically|resolutely|sharply|vehemently|officially|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)\b[^""]{0,40}?)?,? (?<verb>" + Verbs + @")\b", RegexOptions.None, Milliseconds)]
    private static partial Regex Subject();

    [GeneratedRegex(@"^(?:said|stated|told|rejected|declared|reiterated|stressed|denounced|condemned|commented|responded|replied|noted|termed|called|urged|accused|blasted|warned|expressed|refuted|dismissed|claimed|underscored|answered|held)", RegexOptions.None, Milliseconds)]
    private static partial Regex Saying();

    [GeneratedRegex(@"\b(?:" + Things + ")", RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex IsThing();

    [GeneratedRegex(@"\b(?:spokes(?:man|woman|person)|foreign minister|minister (?:of|for)|secretary of state|prime minister|president|chairman|secretary[- ]general|high representative|ambassador|permanent representative|foreign secretary|head of|director|vice[- ]minister)\b", RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex Official();

    [GeneratedRegex(@"(?:^|[\s,])(?:on )?(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|yesterday|(?:Jan|Feb|Mar|Apr|May|June?|July?|Aug|Sept?|Oct|Nov|Dec)[a-z]*\.? \d{1,2}(?:st|nd|rd|th)?(?:,? \d{4})?|\d{1,2} (?:January|February|March|April|May|June|July|August|September|October|November|December)(?: \d{4})?|jointly|also|recently|again|earlier|here|strongly|firmly|categorically|resolutely|sharply|vehemently|officially|in Pyongyang)$", RegexOptions.None, Milliseconds)]
    private static partial Regex DayTail();

    [GeneratedRegex(@"\b(?:statement|declaration|communiqu[eé]|commentary|comments?|remarks|speech|address|answer|message|letter|report|release|response|reply|talk|appeal|memorandum|note|press conference|briefing|article|interview|readout)(?:,| \(.*?\))? (?:issued |made |delivered |given |released )?(?:by|of|from) (?:an? |the )?(?<who>.+)$", RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex By();

    [GeneratedRegex(@"^(?<who>.{3,160}?)(?:'s|’s)? (?:issues?|releases?|gives?|answers?|comments?|denounces?|condemns?|rejects?|refutes?|makes?|publish(?:es)?|responds?|urges?|slams?|blasts?|clarif(?:y|ies)|hits|assails|replies|calls|warns|statement|press statement|press release|commentary|spokes(?:man|person)'s (?:answer|statement|remarks))\b", RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex TitleSubject();

    /// <summary>Where a name ends and what the statement is about begins.</summary>
    [GeneratedRegex(@"(?:,? (?:on|regarding|about|at|concerning|following|after|against|over|with|during|marking|as|before|in (?:connection|response|reply|relation|view|support|protest|regard)|to (?!the june)|upon|ahead|amid|under (?:the )?title|when|while|welcoming|condemning|expressing)\b| [–—-] |: |\s\|)", RegexOptions.IgnoreCase, Milliseconds)]
    private static partial Regex About();
}
