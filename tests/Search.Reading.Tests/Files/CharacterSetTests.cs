using System.Text;
using Search.Reading.Files;

namespace Search.Reading.Tests.Files;

public class CharacterSetTests
{
    private const string Russian = "Смотрители маяка попросили масла, и совет ответил.";

    [Fact]
    public void Decode_DeclaredWindows1251ButUtf8_IsUtf8() =>
        Assert.Contains(Russian, CharacterSet.Decode(Encoding.UTF8.GetBytes($"<meta charset=windows-1251>{Russian}")));

    [Theory]
    [InlineData("windows-1251", "<meta charset=\"windows-1251\">")]
    [InlineData("windows-1251", "")]
    [InlineData("koi8-r", "<meta http-equiv=Content-Type content='text/html; charset=koi8-r'>")]
    public void Decode_Cyrillic_ByDeclarationOrByItsLetters(string encoding, string head)
    {
        CharacterSet.Decode([]);

        Assert.EndsWith(Russian, CharacterSet.Decode(Encoding.GetEncoding(encoding).GetBytes(head + Russian)));
    }

    [Fact]
    public void Decode_Undeclared_IsWestern() =>
        Assert.Equal("Les gardiens ont demandé", CharacterSet.Decode([.. "Les gardiens ont demand"u8, 0xE9]));

    [Fact]
    public void Decode_Utf16WithMark_IsUtf16() =>
        Assert.Equal(Russian, CharacterSet.Decode([0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Russian)]));

    [Fact]
    public void Decode_Chinese_ByDeclaration()
    {
        CharacterSet.Decode([]);

        Assert.EndsWith("灯塔日", CharacterSet.Decode(Encoding.GetEncoding("gb18030").GetBytes("<meta charset=gb2312>灯塔日")));
    }

    [Theory]
    [InlineData("ksc-5601", 949, "항구 위원회는 안개 종에 대한 성명을 발표하였다. 위원회는 매주 종소리 시간을 공개할 것이다.")]
    [InlineData("euc_kr", 949, "항구 위원회는 안개 종에 대한 성명을 발표하였다. 위원회는 매주 종소리 시간을 공개할 것이다.")]
    [InlineData("windows1256", 1256, "أصدر مجلس الميناء بياناً بشأن أجراس الضباب وسينشر أوقات القرع كل أسبوع في الصحيفة.")]
    [InlineData("\"GB 2312\"", 54936, "港口委员会就雾钟发表声明，委员会将每周公布敲钟时间。")]
    [InlineData("x-sjis", 932, "港湾委員会は霧鐘について声明を発表した。毎週、鐘の時刻を公表する。")]
    [InlineData("win-1251", 1251, Russian)]
    [InlineData("ISO_8859-2", 28592, "Rada portu wydała oświadczenie o dzwonach mgłowych i będzie ogłaszać godziny.")]
    [InlineData("cp-1254", 1254, "Liman kurulu sis çanları hakkında bir açıklama yaptı ve saatleri duyuracak; ğış.")]
    public void Decode_LabelAsPagesWriteIt_IsTheSetThatItMeans(string label, int codePage, string text)
    {
        CharacterSet.Decode([]);

        var value = label.StartsWith('"')
            ? $"<meta charset={label}>"
            : $"<meta http-equiv=Content-Type content='text/html; charset={label}'>";
        Assert.EndsWith(text, CharacterSet.Decode(Encoding.GetEncoding(codePage).GetBytes($"<html>{value}{text}")));
    }

    [Theory]
    [InlineData("utf-8", "fr", 1252, "Déclaration du ministère à l’égard des cloches : les maîtres ont été remerciés.")]
    [InlineData("utf-8", "pl", 1250, "Oświadczenie rady portu o dzwonach mgłowych: będą biły każdej nocy, gdy są mgły.")]
    [InlineData("utf-8", "ru", 1251, Russian + " " + Russian)]
    [InlineData("x-of-no-list", "ko", 949, "항구 위원회는 안개 종에 대한 성명을 발표하였다. 위원회는 매주 종소리 시간을 공개할 것이다.")]
    [InlineData("iso-8859-1", "ko", 949, "항구 위원회는 안개 종에 대한 성명을 발표하였다. 위원회는 매주 종소리 시간을 공개할 것이다.")]
    [InlineData("x-of-no-list", "ja", 932, "港湾委員会は霧鐘について声明を発表した。毎週、鐘の時刻を公表する。漁師は読むことができる。")]
    public void Decode_LabelThatIsWrong_IsReadFromTheBytes(string label, string language, int codePage, string text)
    {
        CharacterSet.Decode([]);

        Assert.EndsWith(text, CharacterSet.Decode(
            Encoding.GetEncoding(codePage).GetBytes($"<html lang=\"{language}\"><meta charset=\"{label}\">{text}")));
    }

    [Theory]
    [InlineData("utf-8", "Les cloches du port sont \uFFFD sonner chaque nuit de brume, dit le conseil.")]
    [InlineData("windows-1252", "ÇÏÃµ È¸ÎéÀÇ ¼ºÀÎÀ» ÇÏ¿´´Ù. ±×µéÀÌ ÀúÀåÇÒ °ÍÀÌ´Ù ¸ÅÁÖ ½Ã°£À».")]
    public async Task ReadAsync_TextThatNoLanguageWrites_IsAFault(string label, string text)
    {
        var page = $"<html><head><meta charset={label}></head><body><h1>On the bells</h1><p>{text} {text}</p>"
            + $"<p>{text} {text}</p></body></html>";

        Assert.Equal(ReadFaultKind.Malformed, Assert.Single(await Reading.AllAsync(page, "a.html")).Fault?.Kind);
    }

    [Theory]
    [InlineData("Pääministeri kävi eilen tässä pienessä kylässä, jäälle jääneet saivat määräyksen, ja sää säilyy hyvänä.")]
    [InlineData("Åpningen av havnen er utsatt på grunn av tåke, sier rådet; båtene må vente på øya.")]
    [InlineData("À l’été dernier, l’élève a créé une œuvre dédiée à la mémoire des équipages.")]
    public void Is_SoundTextWithManyAccents_IsNotGarbled(string text) =>
        Assert.False(Search.Reading.Text.GarbledText.Is(string.Concat(Enumerable.Repeat(text, 5))));
}
