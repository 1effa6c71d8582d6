using Search.Core.Countries;

namespace Search.Core.Tests.Countries;

/// <summary>Each contextual rule, with what it must keep and what it must drop.</summary>
public sealed class ContextRulesTests
{
    [Theory]
    [InlineData("The king of Jordan spoke in Amman.", "JO:Jordan")]
    [InlineData("Mr Jordan spoke to the club. Jordan was tired.", "")]
    [InlineData("Vernon Jordan spoke to the club.", "")]
    [InlineData("Jordan Baker spoke to the club. Later Jordan left.", "")]
    [InlineData("Peter Jordan flew to Amman and saw Jordan and Jordanian troops.", "JO:Jordan JO:Jordanian")]
    [InlineData("Jordan Foreign Minister Salem Odeh spoke.", "JO:Jordan")]
    [InlineData("The president of Chad spoke.", "TD:Chad")]
    [InlineData("Chad Miller and his dog left.", "")]
    [InlineData("Reporter Bill Holland left. Holland was tired.", "")]
    [InlineData("Holland won against the visitors.", "NL:Holland")]
    [InlineData("Mark Cuban bought the club.", "")]
    [InlineData("A Cuban singer sang.", "CU:Cuban")]
    [InlineData("M. K. Ireland wrote a letter.", "")]
    [InlineData("The reporter Zadie Jordan asked.", "")]
    [InlineData("Snow fell in Northern Jordan.", "JO:Jordan")]
    [InlineData("Anatole France wrote in France, and France read him.", "FR:France FR:France")]
    [InlineData("Jordan Says It Will Sign New Treaty", "JO:Jordan")]
    public void Find_PersonOfThatName_IsNoCountry(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Theory]
    [InlineData("Georgia and Armenia signed in Tbilisi.", "GE:Georgia AM:Armenia")]
    [InlineData("Voters in Georgia, Ohio and Florida stood in line.", "")]
    [InlineData("The mayor of Atlanta spoke; Georgia voted.", "")]
    [InlineData("South Georgia lies far south.", "GS:South Georgia")]
    [InlineData("Turkey sent two ships.", "TR:Turkey")]
    [InlineData("At Thanksgiving there were cranberry sauce and Turkey.", "")]
    [InlineData("The island of Jersey taxes little.", "JE:Jersey")]
    [InlineData("He moved from Trenton in New Jersey; Jersey was home.", "")]
    [InlineData("Indian officials spoke.", "IN:Indian")]
    [InlineData("The tribal council met on the reservation; Indian elders spoke.", "")]
    public void Find_ContestedName_RestOfTextDecides(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Theory]
    [InlineData("Korea won.", "KR:Korea")]
    [InlineData("The DPRK said that Korea won.", "KP:DPRK KP:Korea")]
    [InlineData("South Korea said that Korea won.", "KR:South Korea KR:Korea")]
    [InlineData(
        "The ROK and the US discussed the DPRK, the DPRK's missiles and the U.S.-Korea alliance.",
        "KR:ROK US:US KP:DPRK KP:DPRK US:U.S. KR:Korea")]
    [InlineData("The Juche idea guides Korea against south Korea, the DPRK said.", "KP:Korea KR:south Korea KP:DPRK")]
    [InlineData("Congo's army moved.", "CD:Congo")]
    [InlineData("In Brazzaville, Congo's army moved.", "CG:Congo")]
    [InlineData("The Congolese of the Republic of the Congo", "CG:Congolese CG:Republic of the Congo")]
    [InlineData("The Dominican team won.", "DO:Dominican")]
    [InlineData("Dominica is small and the Dominican team won.", "DM:Dominica DM:Dominican")]
    public void Find_SharedName_RestOfTextDecides(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Theory]
    [InlineData("The book is in Spanish.", "")]
    [InlineData("The book is in Spanish, French and Chinese.", "")]
    [InlineData("She speaks French and German.", "")]
    [InlineData("The Chinese language is old.", "")]
    [InlineData("Ships in Spanish waters, Spanish ships", "ES:Spanish ES:Spanish")]
    [InlineData("The Chinese said no.", "CN:Chinese")]
    [InlineData("He met the French and the Germans.", "FR:French DE:Germans")]
    public void Find_Language_IsNoCountry(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Theory]
    [InlineData("It cost US$5 million, US $5 and NZ$7.", "")]
    [InlineData("The US paid $5.", "US:US")]
    public void Find_BeforeSumOfMoney_IsNoCountry(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Theory]
    [InlineData("New Jersey, New Mexico, New South Wales, British Columbia, British Airways", "")]
    [InlineData("the Indian Ocean, the Sea of Japan, the East China Sea, the Gulf of Mexico, the Gulf of Oman, the Persian Gulf", "")]
    [InlineData("South American, Latin American and Pan-American games; an American", "US:American")]
    [InlineData("peace on the Korean peninsula after the Korean War", "")]
    [InlineData("Turkish coffee, Guinea pigs, French fries, a German shepherd", "")]
    [InlineData("Mexico City, Panama City, the Panama Canal", "")]
    [InlineData("the Persian Gulf and Iran", "IR:Iran")]
    [InlineData("Britain and New Britain", "GB:Britain")]
    [InlineData("the Organization of American States and the Uruguay Round", "")]
    [InlineData("Central African countries; the Central African army", "CF:Central African")]
    [InlineData("Bosnian Serbs, Turkish Cypriots", "BA:Bosnian Serbs CY:Turkish Cypriots")]
    public void Find_PhraseThatOnlyContainsAName_IsNoCountry(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Theory]
    [InlineData("a house in Cuba Street, Lebanon County", "")]
    [InlineData("a house in Lebanon, Ohio", "")]
    [InlineData("a diner in Peru, Ind., was sold", "")]
    [InlineData("shops in Little Italy", "")]
    [InlineData("a house in Lebanon, he said", "LB:Lebanon")]
    [InlineData("in Canada, Mexico, Ohio and Texas", "CA:Canada MX:Mexico")]
    public void Find_PlaceNamedAfterCountry_IsNoCountry(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Theory]
    [InlineData("see www.china.example and https://news.example/China/a", "")]
    [InlineData("write to @India or China.example.com", "")]
    [InlineData("See China. There it is", "CN:China")]
    public void Find_AddressOrAccount_IsNoCountry(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Theory]
    [InlineData("A CAR was sold.", "")]
    [InlineData("The Central African Republic (CAR) voted; the CAR's army", "CF:Central African Republic CF:CAR CF:CAR")]
    [InlineData("a PNG file", "")]
    [InlineData("Papua New Guinea (PNG) voted", "PG:Papua New Guinea PG:PNG")]
    public void Find_AbbreviationOfManyMeanings_WantsTheNameBesideIt(string text, string expected) =>
        Assert.Equal(expected, Mentions.In(text));

    [Theory]
    [InlineData("Japan agreed.", MentionKind.Name)]
    [InlineData("ROK agreed.", MentionKind.Abbreviation)]
    [InlineData("Ukrainian troops", MentionKind.Demonym)]
    [InlineData("the Bank of Japan", MentionKind.InsideName)]
    [InlineData("the Japanese Embassy", MentionKind.InsideName)]
    [InlineData("the Workers' Party of Korea", MentionKind.InsideName)]
    [InlineData("Scotland agreed.", MentionKind.Part)]
    [InlineData("Moscow warned", MentionKind.Capital)]
    [InlineData("Tokyo's position", MentionKind.Capital)]
    public void Find_Mention_HasItsKind(string text, MentionKind expected) =>
        Assert.Equal(expected, Assert.Single(CountryMatcher.Default.Find("", text)).Kind);

    [Theory]
    [InlineData("talks between Tokyo and others", "JP:Tokyo")]
    [InlineData("a fire in Tokyo on Monday", "")]
    [InlineData("near Moscow, snow fell", "")]
    [InlineData("Washington said no", "US:Washington")]
    [InlineData("George Washington said no", "")]
    public void Find_Capital_CountsOnlyAsGovernment(string text, string expected) =>
        Assert.Equal(expected, Mentions.In(text, MentionKinds.All));

    [Fact]
    public void Find_DefaultKinds_LeaveOutCapitalsAndParts() =>
        Assert.Equal("", Mentions.In("Moscow warned, and Scotland and Wales agreed."));
}
