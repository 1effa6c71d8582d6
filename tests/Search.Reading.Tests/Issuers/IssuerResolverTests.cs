using Search.Reading.Issuers;

namespace Search.Reading.Tests.Issuers;

public class IssuerResolverTests
{
    [Theory]
    [InlineData("Head of External Policy Office of DPRK Foreign Ministry",
        "The head of the External Policy Office of the Foreign Ministry of the Democratic People's Republic of Korea")]
    [InlineData("Spokesman for the DPRK Foreign Ministry", "A spokesperson for the Ministry of Foreign Affairs of the DPRK")]
    [InlineData("DPRK Foreign Ministry spokesman",
        "Spokesman for the Ministry of Foreign Affairs of the Democratic People's Republic of Korea")]
    [InlineData("DPRK National Defence Commission", "National Defence Commission of the Democratic People’s Republic of Korea")]
    [InlineData("Disarmament and Peace Institute of the DPRK Foreign Ministry",
        "Institute for Disarmament and Peace of the Ministry of Foreign Affairs of the DPRK")]
    [InlineData("Foreign Ministry of Belarus", "Ministry of Foreign Affairs of the Republic of Belarus")]
    [InlineData("German Foreign Ministry", "Auswärtiges Amt")]
    [InlineData("British branch of the Korean Friendship Association (KFA)", "British Branch of the Korean Friendship Association")]
    [InlineData("Institute for Friendship with the DPRK of Ecuador", "Institute for Friendship with DPRK of Ecuador")]
    [InlineData("Alliance for Iceland's Lamps", "Alliance for Iceland’ Lamps")]
    [InlineData("Ecuador－Iceland Society", "Ecuador-Iceland Society")]
    [InlineData("Group for Study of Lamps (GSL)", "Group for the Study of Lamps")]
    public void Resolve_OneIssuerPrintedTwoWays_GivesOneName(string one, string other) =>
        Assert.Equal(Resolve(one).Name, Resolve(other).Name);

    [Theory]
    [InlineData("Head of External Policy Office of DPRK Foreign Ministry", "Head of the External Policy Office",
        "Ministry of Foreign Affairs", "KP")]
    [InlineData("Spokesperson for Institute for Disarmament and Peace of DPRK Foreign Ministry", "Spokesperson",
        "Institute for Disarmament and Peace", "KP")]
    [InlineData("Antony Example, Secretary of State", "Secretary of State", "Department of State", "US")]
    [InlineData("Prime Minister of New Zealand", "Prime Minister", "Prime Minister's Office", "NZ")]
    [InlineData("Indian Minister of External Affairs", "Minister of Foreign Affairs", "Ministry of External Affairs", "IN")]
    [InlineData("Министерство иностранных дел Республики Беларусь", null, "Ministry of Foreign Affairs", "BY")]
    [InlineData("Central Committee of the Workers' Party of Korea", null, "Central Committee of the Workers' Party of Korea", "KP")]
    [InlineData("Spokesman for the Ministry of Foreign Affairs of the Islamic Republic of Iran Jane Example", "Spokesperson",
        "Ministry of Foreign Affairs", "IR")]
    [InlineData("Karelia Branch of the Russian Society for Friendship with the DPRK", null,
        "Karelia Branch of the Russian Society for Friendship with DPRK", "RU")]
    [InlineData("Ecuadorian Foreign Minister Jane Example", "Minister of Foreign Affairs", "Ministry of Foreign Affairs", "EC")]
    [InlineData("Deputy Foreign Minister of Peru", "Deputy Foreign Minister", "Ministry of Foreign Affairs", "PE")]
    [InlineData("Russia", null, null, "RU")]
    public void Resolve_PrintedName_GivesItsParts(string printed, string? office, string? organisation, string country)
    {
        var issuer = Resolve(printed);

        Assert.Equal((office, organisation, country, printed), (issuer.Office, issuer.Organisation, issuer.Country, issuer.Printed));
    }

    [Fact]
    public void Resolve_OfficeAlone_BelongsToTheSource()
    {
        var issuer = IssuerResolver.Resolve("Office of the Spokesperson", new IssuerContext("U.S. Department of State", null, null));

        Assert.Equal(("Spokesperson", "Department of State", "US"), (issuer.Office, issuer.Organisation, issuer.Country));
    }

    [Theory]
    [InlineData("A spokesman for the Harbour Committee on Monday issued a statement on oil.", "A spokesman for the Harbour Committee")]
    [InlineData("The Lamp Association of Peru released a statement titled \"Light\" on March 9.", "The Lamp Association of Peru")]
    [InlineData("Port Town, March 9 (ABC) -- The Ministry of Oil Saturday made public a memorandum.", "The Ministry of Oil")]
    [InlineData("In response to a question, the spokesperson of the Ministry of Oil said that all is well.",
        "the spokesperson of the Ministry of Oil")]
    [InlineData("The nets are free again. The Harbour Committee of Peru issued a joint statement on Monday.",
        "The Harbour Committee of Peru")]
    [InlineData("The nets are free again. The Harbour Committee of Peru issued tickets on Monday.", null)]
    [InlineData("The nets must be freed, said a spokesman for the Harbour Committee in a statement Monday.",
        "a spokesman for the Harbour Committee")]
    [InlineData("A spokesman for the Harbour Committee in a statement released on Monday explained the nets.",
        "A spokesman for the Harbour Committee")]
    [InlineData("President Jane Example, addressing a meeting of keepers, rejected the report.", "President Jane Example")]
    [InlineData("The keepers met the council on Monday and drank tea.", null)]
    public void InLead_FirstSentence_NamesWhoIssues(string lead, string? expected) => Assert.Equal(expected, IssuerPhrases.InLead(lead));

    [Theory]
    [InlineData("Ministerio de Relaciones Exteriores de la República de Puertoverde",
        "Ministerio de Relaciones Exteriores de la República de Puertoverde")]
    [InlineData("Ministère des Affaires étrangères du Haut-Estuaire", "Ministère des Affaires étrangères du Haut-Estuaire")]
    [InlineData("외교부", "외교부")]
    [InlineData("Außenministerium der Republik Nordhafen", "Außenministerium der Republik Nordhafen")]
    [InlineData("Portavoz del Ministerio de Relaciones Exteriores de Puertoverde",
        "Spokesperson, Ministerio de Relaciones Exteriores de Puertoverde")]
    [InlineData("Prime Minister of Northhaven", "Prime Minister of Northhaven")]
    [InlineData("Foreign Ministry", "Foreign Ministry")]
    [InlineData("MINISTRY OF FOREIGN AFFAIRS", "Ministry of Foreign Affairs")]
    [InlineData("MINISTRY OF FOREIGN AFFAIRS OF NORTHHAVEN", "Ministry of Foreign Affairs of Northhaven")]
    public void Resolve_OfNoKnownCountry_KeepsThePrintedName(string printed, string name)
    {
        var issuer = Resolve(printed);

        Assert.Equal((name, null, printed), (issuer.Name, issuer.Country, issuer.Printed));
    }

    [Theory]
    [InlineData("Ambassador Example criticized the remarks")]
    [InlineData("Recently, the Harbour Committee")]
    [InlineData("President Example dedicated her life to the lamps")]
    public void IsName_Sentence_IsNone(string text) => Assert.False(NameShape.IsName(text));

    [Theory]
    [InlineData("Association of people affiliated with the harbour")]
    [InlineData("Union of the disabled of Peru")]
    public void IsName_NameWithParticiple_IsOne(string text) => Assert.True(NameShape.IsName(text));

    private static Core.Statements.Issuer Resolve(string printed) => IssuerResolver.Resolve(printed, IssuerContext.None);
}
