using System.Buffers;
using Search.Reading.Text;

namespace Search.Reading.Issuers;

/// <summary>
/// Finds where a title or lead names a body or an office that the tables know, in any language: the words as they are printed, which
/// <see cref="IssuerResolver"/> then resolves like any other printed name.
/// </summary>
internal static class NativeIssuer
{
    private const int LeadCharacters = 400;

    /// <summary>How many words behind a body's name may tell whose it is: "… de la República de Cuba".</summary>
    private const int MostWordsBehind = 3;
    private const int MostCharactersBehind = 48;
    private const int LongestArticle = 4;
    private const int MostCharactersBetween = 60;
    private static readonly SearchValues<char> s_stops = SearchValues.Create(",:;.\n–—|()");

    /// <summary>The printed name; null when neither has one.</summary>
    public static string? Find(string title, string lead, IssuerContext context)
    {
        var end = lead.IndexOf('\n', StringComparison.Ordinal);
        var first = lead[..Math.Min(end < 0 ? lead.Length : end, LeadCharacters)];

        // In English a sentence's grammar tells who speaks; a ministry inside it may be any other, but not the one with which it begins.
        return In(title, context)
            ?? (context.Body is null ? In(first, context, isSubject: LanguageDetector.Detect(first) is "en") : null);
    }

    private static string? In(string text, IssuerContext context, bool isSubject = false)
    {
        var folded = NameKey.WithPlaces(text);
        var body = OrganisationTable.FindIn(folded.Key);
        var office = OfficeTable.FindSpeaking(folded.Key);

        // A ministry's page names its own government, and presidents it met: the site speaks, through the office that is named.
        if (context.Body is not null && body is not null && !IsOwn(body.Value, context))
        {
            body = null;
        }

        if (body is not null && body.Start > LongestArticle && office is null && (isSubject || IsNoun(folded, body)))
        {
            body = null;
        }

        return body is not null || (context.Body is not null && office is not null) ? Printed(folded, office, body) : null;
    }

    /// <summary>"Government" in a headline is as often what it is about; a short form (FM) is a name.</summary>
    private static bool IsNoun(FoldedText folded, NameMatch<CanonicalBody> body)
    {
        var (start, end) = folded.WordsOf(body.Start, body.Length);
        var printed = folded.Text.AsSpan(start, end - start);
        return body.Value.Country is null && char.IsAsciiLetter(printed[0]) && !printed.Contains(' ')
            && printed.ContainsAnyInRange('a', 'z');
    }

    private static bool IsOwn(CanonicalBody body, IssuerContext context)
    {
        var own = IssuerResolver.Resolve(context.Body!, context);
        return (OrganisationTable.Find(body.Name, own.Country) ?? body).Name == own.Organisation;
    }

    /// <summary>From the first to the last word of office and body, and the country's name behind them.</summary>
    private static string Printed(FoldedText folded, NameMatch<string>? office, NameMatch<CanonicalBody>? body)
    {
        var ofOffice = office is null ? (Start: int.MaxValue, End: 0) : folded.WordsOf(office.Start, office.Length);
        var ofBody = body is null ? (Start: int.MaxValue, End: 0) : folded.WordsOf(body.Start, body.Length);
        if (office is not null && body is not null && ofBody.Start - ofOffice.End > MostCharactersBetween)
        {
            ofOffice = ofBody;
        }

        var (start, end) = (Math.Min(ofOffice.Start, ofBody.Start), Math.Max(ofOffice.End, ofBody.End));
        return folded.Text[start..(end + PlaceBehind(folded.Text.AsSpan(end)))];
    }

    private static int PlaceBehind(ReadOnlySpan<char> text)
    {
        var behind = text[..Math.Min(text.Length, MostCharactersBehind)];
        var stop = behind.IndexOfAny(s_stops);
        behind = stop < 0 ? behind : behind[..stop];
        var isName = false;
        for (var (words, end) = (0, 0); words < MostWordsBehind && behind is [' ', ..] && end < behind.Length;)
        {
            var next = behind[(end + 1)..].IndexOf(' ');
            var word = behind[(end + 1)..(next < 0 ? behind.Length : end + 1 + next)];
            end += word.Length + 1;
            if (!isName && NameParticles.Contains(word))
            {
                continue;
            }

            // The country's own name may have several words; its first stands behind the particles.
            (isName, words) = (true, words + 1);
            if (word.IsEmpty || !char.IsUpper(word[0]))
            {
                return 0;
            }

            if (IssuerResolver.CountryOf(behind[1..end].ToString()) is not null)
            {
                return end;
            }
        }

        return 0;
    }
}
