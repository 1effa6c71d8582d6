using Search.Reading.Text;

namespace Search.Reading.Tests.Text;

public class LanguageDetectorTests
{
    [Theory]
    [InlineData("The keepers of the lighthouse have asked for oil and the council has answered.", "en")]
    [InlineData("Los guardianes del faro han pedido aceite y el consejo les ha respondido que sí.", "es")]
    [InlineData("Les gardiens du phare ont demandé de l’huile et le conseil leur a répondu.", "fr")]
    [InlineData("Die Wärter des Leuchtturms haben um Öl gebeten, und der Rat hat ihnen geantwortet.", "de")]
    [InlineData("Os guardas do farol pediram óleo e o conselho respondeu que não há mais.", "pt")]
    [InlineData("I guardiani del faro hanno chiesto olio e il consiglio ha risposto che non c'è.", "it")]
    [InlineData("Смотрители маяка попросили масла, и совет ответил, что его больше нет.", "ru")]
    [InlineData("Доглядачі маяка попросили олії, і рада відповіла, що її більше немає.", "uk")]
    [InlineData("Даглядчыкі маяка папрасілі алею, і рада адказала ім сёння ўвечары.", "be")]
    [InlineData("灯塔看守人要求提供灯油，理事会已经答复。", "zh")]
    [InlineData("灯台守は油を求め、評議会はそれに答えました。", "ja")]
    [InlineData("등대지기는 기름을 요청했고 위원회는 이에 답했다.", "ko")]
    [InlineData("طلب حراس المنارة الزيت من المجلس وقد أجاب المجلس على هذا الطلب.", "ar")]
    [InlineData("Οι φύλακες του φάρου ζήτησαν λάδι.", "el")]
    [InlineData("xq zw", null)]
    public void Detect_Sentence_TellsItsLanguage(string text, string? expected) => Assert.Equal(expected, LanguageDetector.Detect(text));

    [Theory]
    [InlineData("en_US", "en-US")]
    [InlineData("EN", "en")]
    [InlineData("zh-hans-cn", "zh-Hans-CN")]
    [InlineData("english please", null)]
    public void Clean_TagAsPrinted_IsBcp47OrNothing(string text, string? expected) =>
        Assert.Equal(expected, LanguageTagSpelling.Clean(text));
}
