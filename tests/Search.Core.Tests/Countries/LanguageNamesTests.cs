namespace Search.Core.Tests.Countries;

/// <summary>Forms of names in other languages: what they find, and the same letters where they are something else.</summary>
public sealed class LanguageNamesTests
{
    [Theory]
    [InlineData("Irak’ın, Suriye'nin ve Güney Kore’nin ile İspanya'yı", "IQ:Irak SY:Suriye KR:Güney Kore ES:İspanya")]
    [InlineData("IRAK VE İSPANYA İLE KIRGIZİSTAN", "IQ:IRAK ES:İSPANYA KG:KIRGIZİSTAN")]
    [InlineData("Çinlilerin ve Birleşik Krallığın ile Emirliklerin", "CN:Çinlilerin GB:Birleşik Krallığın")]
    [InlineData("Türkçe ve Rusça ile Hint Okyanusu", "")]
    [InlineData("mit den Vereinigten Arabischen Emiraten und den Kapverden", "AE:Vereinigten Arabischen Emiraten CV:Kapverden")]
    [InlineData("der Tschechischen Republik und Irans und der Polen", "CZ:Tschechischen Republik IR:Irans PL:Polen")]
    [InlineData("auf Deutsch und auf Türkisch ist das", "")]
    [InlineData("dell'Iran e l'Ucraina con la Cina", "IR:Iran UA:Ucraina CN:Cina")]
    [InlineData("l'Ukraine et d’Israël dans la ville", "UA:Ukraine IL:Israël")]
    [InlineData("il parle le russe et l'italien avec la ville", "")]
    [InlineData("в Боснии и Герцеговине", "BA:Боснии и Герцеговине")]
    [InlineData("с Корейской Народно-Демократической Республикой", "KP:Корейской Народно-Демократической Республикой")]
    [InlineData("с Объединёнными Арабскими Эмиратами", "AE:Объединёнными Арабскими Эмиратами")]
    [InlineData("говорит по-русски", "")]
    [InlineData("وبالعراق وللصينيين والإيرانية", "IQ:العراق CN:للصينيين IR:الإيرانية")]
    [InlineData("باللغة الروسية", "")]
    [InlineData("ובסין ושבארה\"ב והצרפתית", "CN:סין US:ארה\"ב FR:הצרפתית")]
    [InlineData("מכיוון ולכיוון", "")]
    [InlineData("ایرانیان و عراقی‌ها و سوریه‌ای در چین", "IR:ایرانیان IQ:عراقی‌ها SY:سوریه‌ای CN:چین")]
    [InlineData("به زبان فرانسه و کره زمین", "")]
    public void Find_FormsOfALanguage_AreFound(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Theory]
    [InlineData("中美关系", "CN:中 US:美")]
    [InlineData("中、美、俄三国", "CN:中 US:美 RU:俄")]
    [InlineData("日米韓の首脳", "JP:日 US:米 KR:韓")]
    [InlineData("日英伊の共同開発", "JP:日 GB:英 IT:伊")]
    [InlineData("美伊谈判", "US:美 IR:伊")]
    [InlineData("米ロ首脳が話した", "US:米 RU:ロ")]
    [InlineData("한미일은 한·중 회담을", "KR:한 US:미 JP:일 KR:한 CN:중")]
    [InlineData("중일 정상회담", "CN:중 JP:일")]
    [InlineData("其中美国", "US:美国")]
    [InlineData("中日新闻、中日新聞の記者、日中は晴れ、今日中に", "")]
    [InlineData("한미약품과 한미 은행, 북미 지역, 한일 씨", "")]
    public void Find_ClippedNames_CountInPairsOnly(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Theory]
    [InlineData("인도의 총리", "IN:인도")]
    [InlineData("인도적 지원, 검찰에 인도했다, 오만한 태도", "")]
    [InlineData("독일어와 영어", "")]
    [InlineData("카타르와 카타르시스", "QA:카타르")]
    public void Find_KoreanNames_EndWithParticles(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    [Theory]
    [InlineData("El diputado Carlos Alemán y la calle Argentina de la plaza de España", "")]
    [InlineData("Piazza di Spagna e il signor Mario Francia nella via del Portogallo", "")]
    [InlineData("قال محمد المصري في المدينة", "")]
    public void Find_PersonsAndStreets_AreNone(string text, string expected) => Assert.Equal(expected, Mentions.In(text));

    /// <summary>Two languages have the name; each text counts it.</summary>
    [Theory]
    [InlineData("el gobierno de la capital y el Irak")]
    [InlineData("die Regierung und der Irak mit sich")]
    [InlineData("bir bakan ve Irak ile")]
    public void Find_NameOfSeveralLanguages_CountsInEach(string text) => Assert.Equal("IQ", Mentions.CodesIn(text));
}
