using System.Text;
using Search.Core.Countries;
using Search.Core.Statements;
using Search.Reading.Text;

namespace Search.Reading.Issuers;

/// <summary>What is known of an issuer beside its printed name.</summary>
/// <param name="Source">Who published the text.</param>
/// <param name="Body">The organisation whose site it is.</param>
/// <param name="Country">The country of the site or of the source.</param>
internal sealed record IssuerContext(string? Source, string? Body, string? Country)
{
    public static IssuerContext None { get; } = new(null, null, null);
}

/// <summary>
/// Printed name to issuer: office or person, organisation, country, and one canonical name however it is printed. What bodies and
/// offices are called is data (organisations.txt, offices.txt, places.txt, bodies.txt).
/// </summary>
internal static class IssuerResolver
{
    private static readonly PatternTable s_grammar = new("Issuers.grammar.txt");
    private static readonly BoundedPattern s_with = s_grammar["issuer-with"];
    private static readonly BoundedPattern s_personName = s_grammar["issuer-person-name"];
    private static readonly BoundedPattern s_ministerOf = s_grammar["issuer-minister-of"];
    private static readonly BoundedPattern s_countryTail = s_grammar["issuer-country-tail"];
    private static readonly BoundedPattern s_secretaryOfState = s_grammar["issuer-secretary-of-state"];
    private static readonly BoundedPattern s_fieldMinister = s_grammar["issuer-field-minister"];
    private static readonly BoundedPattern s_primeMinister = s_grammar["issuer-prime-minister"];
    private static readonly BoundedPattern s_president = s_grammar["issuer-president"];

    public static Issuer Resolve(string printed, IssuerContext context)
    {
        // FM is a ministry before it is Micronesia.
        if (OrganisationTable.Find(printed, null) is null && IsCountry(printed, out var code))
        {
            return new Issuer(CountryNames.NameOf(code), null, null, code, printed);
        }

        var parts = WithoutPerson(PrintedIssuer.Of(printed));
        var body = OrganisationName.WithoutAcronym(parts.Body ?? printed);
        var country = CountryIn(body) ?? CountryIn(printed) ?? context.Country
            ?? OwnCountryOf(body) ?? SourceTable.CountryFor(body, context.Source);
        var organisation = OrganisationOf(parts, country, context);
        country = organisation?.Country ?? country;
        var office = OfficeTable.Find($"{parts.Office} of {OrganisationName.WithoutCountry(parts.Body ?? string.Empty, country)}")
            ?? CanonicalOffice(parts.Office);
        var name = NameOf(parts.Person, office, organisation?.Name, country, printed);

        // What is printed says whose body it is, even where the country is not known.
        return country is null && parts.Body is { } own && !Keeps(name, own)
            ? new Issuer(printed, office ?? parts.Person, null, null, printed)
            : new Issuer(name, office ?? parts.Person, organisation?.Name, country, printed);
    }

    private static bool Keeps(string name, string printed) =>
        NameKey.Of(name).Contains(NameKey.Of(OrganisationName.Clean(printed)), StringComparison.Ordinal);

    /// <summary>A name that a site or a copyright line gives its owner.</summary>
    /// <param name="country">That of the site, where it is known: what only another country's body is called is not meant.</param>
    public static bool IsOrganisation(string name, string? country = null) =>
        name.Length is > 3 and < 150 && !name.Contains('@', StringComparison.Ordinal)
        && (OrganisationTable.Find(name, country) is not null
            || (BodyNouns.NamesStateBody(name) && !BodyNouns.IsNounAlone(name) && !name.Any(char.IsDigit)));

    /// <summary>The country a body's name names; null when it names none.</summary>
    public static string? CountryOf(string? name) => name is null ? null : CountryIn(name) ?? OrganisationTable.Find(name, null)?.Country;

    /// <summary>Spokesman for the Ministry of … of Iran Jane Example: behind the country's name the person's.</summary>
    private static PrintedIssuer WithoutPerson(PrintedIssuer parts)
    {
        if (parts is not { Office: not null, Person: null, Body: { } body } || PlaceTable.FindEnglish(body) is not [.., var last]
            || last.Start == 0)
        {
            return parts;
        }

        var end = last.Start + last.Length;
        return s_personName.Match(body[end..]) is { Success: true } name && !BodyNouns.NamesBody(name.Value)
            ? parts with { Body = body[..end], Person = name.Value.Trim() }
            : parts;
    }

    /// <summary>A name that one country's body alone has is that country's where nothing says otherwise.</summary>
    private static string? OwnCountryOf(string body) =>
        (OrganisationTable.Find(body, null) ?? (Ascii.IsValid(body) ? null : OrganisationTable.FindIn(NameKey.Of(body))?.Value))?.Country;

    private static bool IsPlaceAlone(string body) =>
        PlaceTable.FindEnglish(body) is [var only] && only.Start + only.Length == body.Length
        && (only.Start == 0 || body[..only.Start].Equals("the ", StringComparison.OrdinalIgnoreCase));

    private static bool IsCountry(string printed, out string code)
    {
        code = string.Empty;
        return printed.Length <= 60 && CountryNames.TryResolve(printed, out code);
    }

    /// <summary>
    /// The country that qualifies a name: in front of it (Indian …), at its end (… of Peru), else the only one it names. Countries
    /// inside are what the body is for, not whose it is.
    /// </summary>
    private static string? CountryIn(string name)
    {
        // A society for friendship with a country is not that country's.
        var all = PlaceTable.FindEnglish(name);
        var mentions = all.FindAll(mention => !s_with.IsMatch(name.AsSpan(0, mention.Start)));
        if (mentions.Count == 0)
        {
            return all.Count == 0 ? PlaceTable.FindNative(name) : null;
        }

        var (first, last) = (mentions[0], mentions[^1]);
        return first.Start <= 4 ? first.Code
            : last.Start + last.Length >= name.TrimEnd(')', '.', ' ').Length ? last.Code
            : mentions.Select(mention => mention.Code).Distinct(StringComparer.Ordinal).Count() == 1 ? first.Code
            : last.Code;
    }

    private static CanonicalBody? OrganisationOf(PrintedIssuer parts, string? country, IssuerContext context)
    {
        if (parts.Body is null || OfficeTable.Find(parts.Body) is not null)
        {
            var speaker = context.Body ?? SourceTable.BodyOf(context.Source);
            return OfOffice(parts.Office ?? parts.Body, country) ?? (speaker is null ? null : Canonical(speaker, country));
        }

        // "Ecuadorian Foreign Minister …": the minister's house is meant, not one of the country's name.
        return parts.Office is not null && IsPlaceAlone(parts.Body) && OfOffice(parts.Office, country) is { } house ? house
            : OfOffice($"{parts.Office} of {parts.Body}", country) ?? Canonical(parts.Body, country);
    }

    /// <summary>Ministers and heads of state stand for their house: the Minister of Foreign Affairs for the ministry.</summary>
    private static CanonicalBody? OfOffice(string? office, string? country)
    {
        if (office is null)
        {
            return null;
        }

        if (s_primeMinister.IsMatch(office))
        {
            return Displayed(new CanonicalBody(null, "Prime Minister's Office"), country);
        }

        if (s_ministerOf.Match(office) is { Success: true } minister)
        {
            var field = s_countryTail.Replace(minister.Groups["field"].Value, string.Empty);
            return Canonical($"Ministry of {field}", country);
        }

        if (s_secretaryOfState.IsMatch(office) && country is "US" or null)
        {
            return OrganisationTable.Find("Department of State", "US");
        }

        return s_fieldMinister.Match(office) is { Success: true } named ? Canonical(MinistryOf(named.Groups["field"].Value), country)
            : s_president.IsMatch(office) ? new CanonicalBody(country, "Presidency")
            : null;
    }

    private static string MinistryOf(string field) =>
        field.StartsWith("foreign", StringComparison.OrdinalIgnoreCase) ? "Ministry of Foreign Affairs" : $"Ministry of {field}";

    /// <summary>The table's name for a body; else the printed name without its country, and without the ministry above it.</summary>
    private static CanonicalBody Canonical(string body, string? country)
    {
        var bare = OrganisationName.Clean(body);
        if (OrganisationTable.Find(bare, country) is { } whole)
        {
            return OneOfMany(whole, country) ? AsPrinted(bare, whole) : Displayed(whole, country);
        }

        var (nearest, above) = OrganisationName.SplitParent(bare);
        var stripped = OrganisationName.WithoutCountry(nearest, country);
        if (OrganisationTable.Find(stripped, country) is { } known)
        {
            return Displayed(known, country);
        }

        if (above is null && !Ascii.IsValid(stripped) && OrganisationTable.FindIn(NameKey.Of(stripped)) is { Value: var inside })
        {
            return OneOfMany(inside, country) ? AsPrinted(bare, inside) : OrganisationTable.Find(inside.Name, country) ?? inside;
        }

        return new CanonicalBody(null, OrganisationName.Display(stripped, country));
    }

    /// <summary>Every state has such a body, and nothing says which state's this is.</summary>
    private static bool OneOfMany(CanonicalBody body, string? country) => country is null && body.Country is null;

    /// <summary>
    /// Two states' ministries are not one because neither state is known: what is printed is the name. English names differ in case alone.
    /// </summary>
    private static CanonicalBody AsPrinted(string bare, CanonicalBody body) =>
        NameKey.Of(bare) == NameKey.Of(body.Name) ? body
            : new CanonicalBody(null, BodyNouns.NamesBody(bare) && Ascii.IsValid(bare) ? OrganisationName.Display(bare, null) : bare);

    private static CanonicalBody Displayed(CanonicalBody organisation, string? country) =>
        organisation with { Name = OrganisationName.Display(organisation.Name, organisation.Country ?? country) };

    private static string? CanonicalOffice(string? office) =>
        office is null ? null : OfficeTable.Find(office) ?? OrganisationName.Capitalise(office);

    private static string NameOf(string? person, string? office, string? organisation, string? country, string printed)
    {
        var place = country is null ? null : CountryNames.NameOf(country);
        var owner = organisation is not null && place is not null && organisation.Contains(place, StringComparison.OrdinalIgnoreCase)
            ? null : place;
        string?[] parts = [person, office, organisation, organisation is null && office is null && person is null ? printed : null, owner];
        return string.Join(", ", parts.OfType<string>());
    }
}
