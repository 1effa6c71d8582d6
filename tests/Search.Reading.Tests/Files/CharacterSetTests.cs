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
}
