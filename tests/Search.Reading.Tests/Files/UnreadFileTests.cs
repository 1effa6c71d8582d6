using System.IO.Compression;
using System.Text;
using Search.Reading.Files;

namespace Search.Reading.Tests.Files;

public class UnreadFileTests
{
    [Theory]
    [InlineData("7B5C72746631", "a rich text document (RTF)")]
    [InlineData("D0CF11E0A1B11AE1", "a document of an older office program (DOC, XLS, PPT, MSG)")]
    [InlineData("89504E470D0A1A0A", "a picture (PNG)")]
    [InlineData("FFD8FFE000104A46", "a picture (JPEG)")]
    [InlineData("52494646AAAAAAAA57454250", "a picture (WebP)")]
    [InlineData("377ABCAF271C", "a packed archive (7z)")]
    [InlineData("494433040000", "a recording (MP3)")]
    [InlineData("0000002066747970", "a recording (MP4)")]
    public async Task ReadAsync_KindThatIsNotRead_IsNamedByItsBytesWhateverItIsCalled(string bytes, string name)
    {
        var fault = Assert.Single(await Reading.AllAsync(Convert.FromHexString(bytes), "a.html")).Fault;

        Assert.Equal((ReadFaultKind.Unsupported, $"The file is {name}, which is not read."), (fault?.Kind, fault?.Reason));
    }

    [Theory]
    [InlineData("mimetype", "application/vnd.oasis.opendocument.text", "an OpenDocument file (ODT, ODS, ODP)")]
    [InlineData("mimetype", "application/epub+zip", "an electronic book (EPUB)")]
    [InlineData("notes/a.txt", "lamps", "a packed archive (ZIP)")]
    public async Task ReadAsync_PackedKindThatIsNotRead_IsNamedByItsParts(string part, string content, string name)
    {
        using var packed = new MemoryStream();
        using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(part, CompressionLevel.NoCompression).Open();
            entry.Write(Encoding.UTF8.GetBytes(content));
        }

        var fault = Assert.Single(await Reading.AllAsync(packed.ToArray(), "a.docx")).Fault;

        Assert.Equal((ReadFaultKind.Unsupported, $"The file is {name}, which is not read."), (fault?.Kind, fault?.Reason));
    }
}
