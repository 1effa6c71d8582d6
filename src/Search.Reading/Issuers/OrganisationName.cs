using System.Text;
using System.Text.RegularExpressions;
using Search.Core.Countries;
using Search.Reading.Text;

namespace Search.Reading.Issuers;

/// <summary>Takes a body's printed name to one spelling.</summary>
internal static class OrganisationName
{
    private const int LongestShortForm = 5;
    private static readonly PatternTable s_grammar = new("Issuers.grammar.txt");
    private static readonly BoundedPattern s_article = s_grammar["body-article"];
    private static readonly BoundedPattern s_acronym = s_grammar["body-acronym"];
    private static readonly BoundedPattern s_innerArticle = s_grammar["body-inner-article"];
    private static readonly BoundedPattern s_lostLetter = s_grammar["body-lost-letter"];
    private static readonly BoundedPattern s_studyOf = s_grammar["body-study-of"];
    private static readonly BoundedPattern s_trailing = s_grammar["body-trailing"];
    private static readonly BoundedPattern s_underMinistry = s_grammar["body-under-ministry"];
    private static readonly BoundedPattern s_possessive = s_grammar["body-possessive"];
    private static readonly BoundedPattern s_of = s_grammar["body-of"];

    private static readonly HashSet<string> s_small =
        new(EmbeddedTable.Rows("Issuers.small.txt").SelectMany(row => row.Split(' ').Skip(1)), StringComparer.OrdinalIgnoreCase);

    /// <summary>Without article, acronym in brackets behind it, and what is said about where it sits.</summary>
    public static string Clean(string name)
    {
        var text = s_article.Replace(name.Trim().Replace('’', '\'').Replace('－', '-').Replace('–', '-'), string.Empty);
        text = s_innerArticle.Replace(s_lostLetter.Replace(WithoutAcronym(text), "'s"), string.Empty);
        text = s_studyOf.Replace(text, "for the Study of");
        return s_trailing.Replace(text, string.Empty).Trim().TrimEnd(',', '.', '\'');
    }

    /// <summary>The short form that a name is followed by says nothing more.</summary>
    public static string WithoutAcronym(string name) => s_acronym.Replace(name, string.Empty);

    /// <summary>An institute of a ministry: the institute is the nearest body, the ministry is above it.</summary>
    public static (string Nearest, string? Above) SplitParent(string name)
    {
        var match = s_underMinistry.Match(name);
        return match.Success && BodyNouns.NamesBody(match.Groups["near"].Value)
            ? (match.Groups["near"].Value, match.Groups["above"].Value)
            : (name, null);
    }

    /// <summary>
    /// DPRK National Defence Commission and National Defence Commission of the DPRK are one; the country is told apart from the name.
    /// </summary>
    public static string WithoutCountry(string name, string? country)
    {
        // What names a body of the country (the Workers' Party of …) is the name itself, not its country.
        var mentions = PlaceTable.FindEnglish(name)
            .FindAll(mention => mention.Code == country && !BodyNouns.NamesBody(name.AsSpan(mention.Start, mention.Length)));
        for (var index = mentions.Count - 1; index >= 0; index--)
        {
            name = Without(name, mentions[index]);
        }

        return name;
    }

    private static string Without(string name, CountryMention mention)
    {
        var (front, back) = (name[..mention.Start], name[(mention.Start + mention.Length)..]);
        if (back.Length == 0)
        {
            var of = mention.Kind == MentionKind.Demonym ? Match.Empty : s_of.Match(front);
            return of.Success && (BodyNouns.NamesBody(front.AsSpan(0, of.Index))
                || OrganisationTable.Find(front[..of.Index], mention.Code) is not null)
                ? front[..of.Index]
                : NameParticles.TrimEnd(front) is var bare && OrganisationTable.Find(bare, mention.Code) is not null ? bare
                : name;
        }

        // In front of a body's name, or inside one as an abbreviation (the DPRK Red Cross Society).
        var rest = s_possessive.Replace(back, string.Empty);
        var isQualifier = mention.Kind == MentionKind.Abbreviation
            || (mention.Start == 0 && (mention.Kind == MentionKind.Name || BodyNouns.NamesStateBody(rest)));
        return rest.Length < back.Length && isQualifier && BodyNouns.NamesBody(rest) ? front + rest : name;
    }

    /// <summary>A name of one word says nothing without its country.</summary>
    public static string Display(string name, string? country)
    {
        var text = Capitalise(IsInCapitals(name) ? name.ToLowerInvariant() : name);
        return text.Contains(' ', StringComparison.Ordinal) || country is null || text.Length == 0 ? text
            : $"{text} of {CountryNames.NameOf(country)}";
    }

    /// <summary>A letterhead's capitals. Short forms alone (<c>UN WFP</c>) are printed no other way.</summary>
    private static bool IsInCapitals(string name) => !name.Any(char.IsLower) && name.Split(' ') is { Length: > 1 } words
        && words.Any(word => word.Length > LongestShortForm && word.Any(char.IsUpper));

    /// <summary>Capitals for all words but small ones; words that have one keep theirs.</summary>
    public static string Capitalise(string name)
    {
        var result = new StringBuilder(name.Length);
        foreach (var word in name.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            result.Append(result.Length > 0 ? " " : string.Empty);
            result.Append(result.Length > 0 && s_small.Contains(word) ? word.ToLowerInvariant() : Hyphenated(word));
        }

        return result.ToString();
    }

    private static string Hyphenated(string word) =>
        string.Join('-', word.Split('-')
            .Select(part => part.Length > 0 && char.IsLower(part[0]) ? char.ToUpperInvariant(part[0]) + part[1..] : part));
}
