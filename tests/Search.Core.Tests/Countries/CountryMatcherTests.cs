using Search.Core.Countries;

namespace Search.Core.Tests.Countries;

/// <summary>Names, spellings, case, boundaries and offsets.</summary>
public sealed class CountryMatcherTests
{
    [Theory]
    [InlineData("The ministers of Japan and Viet Nam met.", "JP:Japan VN:Viet Nam")]
    [InlineData("Kosovo, Palestine, Taiwan and Hong Kong sent envoys.", "XK:Kosovo PS:Palestine TW:Taiwan HK:Hong Kong")]
    [InlineData(
        "Czechia, the Czech Republic; Côte d’Ivoire, Cote d'Ivoire, the Ivory Coast",
        "CZ:Czechia CZ:Czech Republic CI:Côte d’Ivoire CI:Cote d'Ivoire CI:Ivory Coast")]
    [InlineData("Holland, the Netherlands and the Dutch", "NL:Holland NL:Netherlands NL:Dutch")]
    [InlineData("Türkiye, Turkiye and Turkey", "TR:Türkiye TR:Turkiye TR:Turkey")]
    [InlineData("Burma, Zaire, Swaziland and the USSR", "MM:Burma CD:Zaire SZ:Swaziland RU:USSR")]
    [InlineData("Czechoslovakia, Czecho-Slovakia, Yugoslavia", "")]
    [InlineData(
        "St. Lucia, St Kitts and Nevis and Saint Vincent and the Grenadines",
        "LC:St. Lucia KN:St Kitts and Nevis VC:Saint Vincent and the Grenadines")]
    [InlineData(
        "envoys of the US, U.S., U. S., U.S.A., UK, UAE, DRC and PRC", "US:US US:U.S. US:U. S. US:U.S.A. GB:UK AE:UAE CD:DRC CN:PRC")]
    [InlineData("Americans, Finns, Turks, Danes, Filipinas and the Swiss", "US:Americans FI:Finns TR:Turks DK:Danes PH:Filipinas CH:Swiss")]
    [InlineData("American and French are of one country each", "US:American FR:French")]
    public void Find_NamesOfEveryKind_AreFound(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Theory]
    [InlineData("Tell us; a chinaman's chad, some turkey and a jersey.", "")]
    [InlineData("JAPAN AND THE UNITED STATES SIGN", "JP:JAPAN US:UNITED STATES")]
    [InlineData("CÔTE D'IVOIRE AND TÜRKIYE", "CI:CÔTE D'IVOIRE TR:TÜRKIYE")]
    [InlineData("CONTACT US, ABOUT US, LET US GO", "")]
    [InlineData("THE US SAID", "US:US")]
    [InlineData("An iranian word, an Iranian word", "IR:Iranian")]
    public void Find_Case_TellsNamesFromWords(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Theory]
    [InlineData("Niger is not Nigeria; Nigerien, Nigerian", "NE:Niger NG:Nigeria NE:Nigerien NG:Nigerian")]
    [InlineData(
        "Guinea, Guinea-Bissau, Equatorial Guinea, Papua New Guinea",
        "GN:Guinea GW:Guinea-Bissau GQ:Equatorial Guinea PG:Papua New Guinea")]
    [InlineData(
        "the Democratic People's Republic of Korea and the Republic of Korea",
        "KP:Democratic People's Republic of Korea KR:Republic of Korea")]
    [InlineData(
        "the Democratic Republic of the Congo and the Republic of the Congo",
        "CD:Democratic Republic of the Congo CG:Republic of the Congo")]
    [InlineData("the People's Republic of China and the Republic of China", "CN:People's Republic of China TW:Republic of China")]
    [InlineData(
        "South Sudan, Sudan, North Macedonia, Dominica, the Dominican Republic",
        "SS:South Sudan SD:Sudan MK:North Macedonia DM:Dominica DO:Dominican Republic")]
    [InlineData(
        "American Samoa and Samoa; British Virgin Islands and the British",
        "AS:American Samoa WS:Samoa VG:British Virgin Islands GB:British")]
    public void Find_NamesInsideNames_LongestCounts(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Theory]
    [InlineData(
        "south Korea, north Korea, S. Korea, N. Korea, S.Korea", "KR:south Korea KP:north Korea KR:S. Korea KP:N. Korea KR:S.Korea")]
    [InlineData("the south Korean puppets", "KR:south Korean")]
    [InlineData(
        "North and South Korea; the north and south Korea; North-South Korean talks",
        "KP:North KR:South Korea KP:north KR:south Korea KP:North KR:South Korean")]
    [InlineData("up North. And South Korea; Carry North Face and South Sudan", "KR:South Korea SS:South Sudan")]
    public void Find_HabitsOfAgencies_AreFound(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Theory]
    [InlineData("Japan's, Japan’s, US's", "JP:Japan JP:Japan US:US")]
    [InlineData("US-led, non-Chinese, DPRK-Russia, anti-Japan", "US:US CN:Chinese KP:DPRK RU:Russia JP:Japan")]
    [InlineData("Sino-Russian, Franco-German, Sino-US", "CN:Sino RU:Russian FR:Franco DE:German CN:Sino US:US")]
    [InlineData("General Franco and the Indo-Pacific", "")]
    [InlineData("Japanology, Chinatown, Ukrainegate", "")]
    [InlineData("Japan’saggression", "JP:Japan")]
    [InlineData("India–Japan, China/Korea", "IN:India JP:Japan CN:China KR:Korea")]
    public void Find_PunctuationAroundNames_BordersThem(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Fact]
    public void Find_LineBreakInName_IsPartOfMention()
    {
        var text = "the Democratic People’s\nRepublic   of Korea";

        var mention = Assert.Single(CountryMatcher.Default.Find("", text));

        Assert.Equal(new CountryMention("KP", MentionField.Body, 4, text.Length - 4, MentionKind.Name), mention);
    }

    [Fact]
    public void Find_ParagraphBreak_EndsName() => Assert.Equal("KR:Korea", Mentions.In("The word South\n\nKorea"));

    [Fact]
    public void Find_TitleAndBody_OffsetsAreOfTheirField()
    {
        var mentions = CountryMatcher.Default.Find("On Japan", "Of Peru");

        Assert.Equal(
            [
                new CountryMention("JP", MentionField.Title, 3, 5, MentionKind.Name),
                new CountryMention("PE", MentionField.Body, 3, 4, MentionKind.Name),
            ],
            mentions);
    }

    [Theory]
    [InlineData("Estados Unidos y la República de Corea", "US:Estados Unidos KR:República de Corea")]
    [InlineData("les États-Unis et la République de Corée", "US:États-Unis KR:République de Corée")]
    [InlineData("die Vereinigten Staaten und Deutschland", "US:Vereinigten Staaten DE:Deutschland")]
    [InlineData("Россия, США, Китаем и украинские", "RU:Россия US:США CN:Китаем UA:украинские")]
    [InlineData("Кубок и Куба", "CU:Куба")]
    [InlineData("中国和美国，发展中国家", "CN:中国 US:美国")]
    [InlineData("일본은 미국과 한국의", "JP:일본 US:미국 KR:한국")]
    [InlineData("日本と北朝鮮、インドネシア", "JP:日本 KP:北朝鮮 ID:インドネシア")]
    [InlineData("والصين وباليابان للصين", "CN:الصين JP:اليابان CN:للصين")]
    public void Find_OtherLanguages_AreFound(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Theory]
    [InlineData("El gobierno de la capital y los soldados rusos y franceses de Francia", "RU:rusos FR:franceses FR:Francia")]
    [InlineData("The porcelain was china and the singer was Francia Torres, of the town", "")]
    [InlineData("Le ministre du Chili est dans la ville avec des Suisses", "CL:Chili CH:Suisses")]
    [InlineData("The Chili was on the table and the islands of Ghana", "GH:Ghana")]
    [InlineData("Ísland, the Island", "IS:Ísland")]
    public void Find_WordCommonElsewhere_CountsOnlyInItsLanguage(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Fact]
    public void Find_EmptyTexts_Nothing() => Assert.Empty(CountryMatcher.Default.Find("", ""));

    [Fact]
    public void Find_ManyThreads_SameMentions()
    {
        const string Text = "Chad Baker of Georgia met the Korean and the Dominican envoys of Japan.";
        var expected = CountryMatcher.Default.Find(Text, Text);

        Parallel.For(0, 200, _ => Assert.Equal(expected, CountryMatcher.Default.Find(Text, Text)));
    }
}
