using System.IO.Compression;
using System.Text;
using Search.Reading.Files;

namespace Search.Reading.Tests.Records;

public class JsonDocumentReaderTests
{
    private const string First =
        """{"title":"On \"lamps\" [and {oil}","text":"The keepers ask.\nAll of them.","extra":{"deep":[{"a":1}]}}""";
    private const string Second = """
        {
          "title": "On oil",
          "text": "The council answers.",
          "tags": [ { "name": "oil" } ]
        }
        """;

    [Theory]
    [InlineData("a.json", "[{0},{1}]")]
    [InlineData("a.json", "[\n  {0},\n  {1}\n]\n")]
    [InlineData("a.txt", "\uFEFF [ {0} , {1} ]")]
    [InlineData("a.json", "{{\"count\":2,\"meta\":[{{\"a\":1}}],\"items\":[{0},{1}],\"next\":null}}")]
    [InlineData("a.json", "{{\n  \"data\": [\n {0},\n {1}\n ]\n}}")]
    [InlineData("a.json", "{1}\n{0}")]
    public async Task ReadAsync_Objects_AreReadHoweverTheyStand(string name, string format)
    {
        var json = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, First, Second);

        var results = await Reading.AllAsync(json, name);

        Assert.Equal(["On \"lamps\" [and {oil}", "On oil"], results.Select(result => result.Statement?.Title).Order());
        Assert.Equal([name + ":1", name + ":2"], results.Select(result => result.Location));
    }

    [Fact]
    public async Task ReadAsync_OneObjectOverSeveralLines_IsARecord() =>
        Assert.Equal("The council answers.", Assert.Single(await Reading.AllAsync(Second, "a.json")).Statement?.Body);

    [Fact]
    public async Task ReadAsync_RecordWithListsOfItsOwn_IsALine()
    {
        const string Line = """{"title":"On lamps","documents":[{"name":"a.pdf"}],"text":"The keepers ask."}""";

        var results = await Reading.AllAsync($"{Line}\n{Line}\n", "a.json");

        Assert.Equal(["a.json:1", "a.json:2"], results.Select(result => result.Location));
        Assert.All(results, result => Assert.NotNull(result.Statement));
    }

    [Theory]
    [InlineData("[{0}, 5, {0}]")]
    [InlineData("[{0}, \"x, y\", {0}]")]
    [InlineData("[{0}, [1, 2], {0}]")]
    [InlineData("[{0}, {{\"title\": oil}}, {0}]")]
    public async Task ReadAsync_SomethingElseInTheList_IsOneFaultAndTheRestIsRead(string format)
    {
        var json = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, First);

        var results = await Reading.AllAsync(json, "a.json");

        Assert.Equal([null, ReadFaultKind.Malformed, null], results.Select(result => result.Fault?.Kind));
        Assert.Equal("a.json:2", results[1].Location);
    }

    [Theory]
    [InlineData("[{0},")]
    [InlineData("[{0},{{\"title\":\"On")]
    public async Task ReadAsync_ArrayCutShort_GivesWhatCameBeforeAndAFault(string format)
    {
        var json = string.Format(System.Globalization.CultureInfo.InvariantCulture, format, First);

        var results = await Reading.AllAsync(json, "a.json");

        Assert.NotNull(results[0].Statement);
        Assert.Equal((2, ReadFaultKind.Malformed), (results.Count, results[1].Fault?.Kind));
    }

    [Fact]
    public async Task ReadAsync_ObjectOverTheLimit_IsRefusedAndTheNextIsRead()
    {
        var json = $"[{{\"text\":\"{new string('x', ReadLimits.LineBytes)}\"}},{First}]";

        var results = await Reading.AllAsync(json, "a.json");

        Assert.Equal(ReadFaultKind.TooLarge, results[0].Fault?.Kind);
        Assert.NotNull(results[1].Statement);
    }

    [Fact]
    public async Task ReadAsync_EmptyArray_HasNoRecords() => Assert.Empty(await Reading.AllAsync("[]", "a.json"));

    [Theory]
    [InlineData("a.json.gz", "[{0}]")]
    [InlineData("a.csv.gz", "title,text\nOn lamps,The keepers ask for oil.\n")]
    [InlineData("packed", "[{0}]")]
    public async Task ReadAsync_PackedByGzip_IsReadWhateverItIsCalled(string name, string format)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(format.Replace("{0}", First, StringComparison.Ordinal)));
        }

        Assert.NotNull(Assert.Single(await Reading.AllAsync(packed.ToArray(), name)).Statement);
    }
}
