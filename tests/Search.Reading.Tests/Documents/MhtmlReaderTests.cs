using System.Text;
using Search.Reading.Files;

namespace Search.Reading.Tests.Documents;

public class MhtmlReaderTests
{
    private const string First = "The keepers of the northern cape have asked for oil – and wicks –, and the council has answered them.";
    private const string Html = "<html><head><title>Statement on the lamps</title></head><body><h1>Statement on the lamps</h1><p>" + First
        + "</p><p>They thank all for it, and the lamps will burn again.</p></body></html>";

    private const string Head = "From: <Saved by a browser>\r\nSnapshot-Content-Location: https://harbour.example/statements/7\r\n"
        + "Subject: Statement on the lamps\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n"
        + "\tboundary=\"--edge--\"\r\n\r\n\r\n";

    [Theory]
    [InlineData("utf-8", "quoted-printable")]
    [InlineData("utf-8", "base64")]
    [InlineData("utf-8", "binary")]
    [InlineData("windows-1252", "quoted-printable")]
    [InlineData("windows-1252", "base64")]
    public async Task ReadAsync_SavedPage_IsReadAsThePageItIs(string encoding, string transfer)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var bytes = Encoding.GetEncoding(encoding).GetBytes(Html);
        var content = transfer switch
        {
            "base64" => Convert.ToBase64String(bytes, Base64FormattingOptions.InsertLineBreaks),
            "quoted-printable" => Quoted(bytes),
            _ => Encoding.Latin1.GetString(bytes),
        };
        var file = Head + $"----edge--\r\nContent-Type: text/html; charset={encoding}\r\nContent-Transfer-Encoding: {transfer}\r\n"
            + $"Content-Location: https://harbour.example/statements/7\r\n\r\n{content}\r\n"
            + "----edge--\r\nContent-Type: image/png\r\nContent-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n----edge----\r\n";

        var statement = Assert.Single(await Reading.AllAsync(Encoding.Latin1.GetBytes(file), "a.mhtml")).Statement;

        Assert.Equal("Statement on the lamps", statement?.Title);
        Assert.Equal(First, statement?.Body.Split("\n\n")[0]);
        Assert.Equal("https://harbour.example/statements/7", statement?.SourceUrl);
    }

    [Fact]
    public async Task ReadAsync_NoHtmlAmongItsParts_IsAShell()
    {
        var file = Head + "----edge--\r\nContent-Type: image/png\r\n\r\nx\r\n----edge----\r\n";

        Assert.Equal(ReadFaultKind.Shell, Assert.Single(await Reading.AllAsync(file, "a.mht")).Fault?.Kind);
    }

    [Fact]
    public async Task ReadAsync_Message_IsNamedAsThatAndNotReadAsText()
    {
        var file = "From: keeper@harbour.example\r\nTo: council@harbour.example\r\nMIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\n"
            + First;

        var fault = Assert.Single(await Reading.AllAsync(file, "a.eml")).Fault;

        Assert.Equal((ReadFaultKind.Unsupported, "The file is a message (EML), which is not read."), (fault?.Kind, fault?.Reason));
    }

    private static string Quoted(byte[] bytes)
    {
        var text = new StringBuilder();
        var width = 0;
        foreach (var value in bytes)
        {
            var written = value is >= 33 and <= 126 and not (byte)'=' or (byte)' ' ? ((char)value).ToString() : $"={value:X2}";
            width += written.Length;
            text.Append(width > 70 ? "=\r\n" : string.Empty).Append(written);
            width = width > 70 ? written.Length : width;
        }

        return text.ToString();
    }
}
