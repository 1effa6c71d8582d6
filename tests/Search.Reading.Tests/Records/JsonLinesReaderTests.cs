using System.IO.Compression;
using System.Text;
using Search.Core.Statements;
using Search.Reading.Files;

namespace Search.Reading.Tests.Records;

public class JsonLinesReaderTests
{
    private const string Good =
        """{"id":"a-1","title":"Statement on the harbour","date":"2024-03-02","issuer":"Harbour Ministry of """
        + """Freedonia","source":"Freedonia Gazette","language":"en","text":"First.\n\nSecond.","""
        + """ "url":"https://gazette.example/1","extra":{"deep":[1,2]}}""";

    [Fact]
    public async Task ReadAsync_LineOfTheSchema_GivesEveryField()
    {
        var statement = Assert.Single(await Reading.AllAsync(Good, "a.jsonl")).Statement!;

        Assert.Equal("a-1", statement.SourceId);
        Assert.Equal("Statement on the harbour", statement.Title);
        Assert.Equal("First.\n\nSecond.", statement.Body);
        Assert.Equal(new DateOnly(2024, 3, 2), statement.Issued);
        Assert.Equal("Harbour Ministry of Freedonia", statement.Issuer!.Printed);
        Assert.Equal("Freedonia Gazette", statement.Source);
        Assert.Equal("https://gazette.example/1", statement.SourceUrl);
        Assert.Equal("en", statement.Language);
        Assert.Equal(StatementId.Create("Freedonia Gazette", "a-1", null, null, "x"), statement.Id);
    }

    [Fact]
    public async Task ReadAsync_BadLineBetweenGoodOnes_IsReportedWithItsNumberAndTheRestIsRead()
    {
        var results = await Reading.AllAsync($"{Good}\n\n{{\"title\": \n{Good}\n", "folder/a.jsonl");

        Assert.Equal(["folder/a.jsonl:1", "folder/a.jsonl:3", "folder/a.jsonl:4"], results.Select(result => result.Location));
        Assert.Equal(ReadFaultKind.Malformed, results[1].Fault!.Kind);
        Assert.NotNull(results[2].Statement);
    }

    [Theory]
    [InlineData("[1]", "object")]
    [InlineData("""{"title":"a","text":"b","date":"02/03/2024"}""", "yyyy-mm-dd")]
    [InlineData("""{"title":5,"text":"b"}""", "title")]
    [InlineData("""{"title":"\ud800","text":"b"}""", "JSON")]
    [InlineData("""{"title":"","text":""}""", "Neither")]
    public async Task ReadAsync_LineOutsideTheSchema_IsMalformedWithTheReason(string line, string reason)
    {
        var fault = Assert.Single(await Reading.AllAsync(line, "a.jsonl")).Fault!;

        Assert.Equal(ReadFaultKind.Malformed, fault.Kind);
        Assert.Contains(reason, fault.Reason);
    }

    [Fact]
    public async Task ReadAsync_PackedByGzip_IsReadAndPositionsAreOfThePackedFile()
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            zip.Write(Encoding.UTF8.GetBytes(string.Join('\n', Enumerable.Repeat(Good, 50))));
        }

        var results = await Reading.AllAsync(packed.ToArray(), "a.jsonl.gz");

        Assert.Equal(50, results.Count(result => result.Statement is not null));
        Assert.Equal(packed.Length, results[^1].Position);
    }

    [Fact]
    public async Task ReadAsync_LineOverTheLimit_IsRefusedWithItsNumberAndTheNextIsRead()
    {
        var huge = "{\"text\":\"" + new string('x', ReadLimits.LineBytes + 10) + "\"}";

        var results = await Reading.AllAsync($"{huge}\n{Good}", "a.jsonl");

        Assert.Equal(ReadFaultKind.TooLarge, results[0].Fault!.Kind);
        Assert.Equal("a.jsonl:1", results[0].Location);
        Assert.NotNull(results[1].Statement);
    }

    [Fact]
    public async Task ReadAsync_TextPastAMillionCharacters_IsTooLarge()
    {
        var line = "{\"title\":\"t\",\"text\":\"" + new string('x', ReadLimits.TextCharacters + 1) + "\"}";

        Assert.Equal(ReadFaultKind.TooLarge, Assert.Single(await Reading.AllAsync(line, "a.jsonl")).Fault!.Kind);
    }

    [Fact]
    public async Task CutAsync_ReadInAnyOrder_GivesTheSame()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"{Good}\n{Good.Replace("a-1", "a-2")}"));
        var records = new List<UnreadRecord>();
        await foreach (var record in new StatementFileReader()
            .CutAsync(stream, "a.jsonl", ReadOptions.Default, TestContext.Current.CancellationToken))
        {
            records.Add(record);
        }

        Assert.Equal(["a-2", "a-1"], records.AsEnumerable().Reverse()
            .Select(record => record.Read(TestContext.Current.CancellationToken).Statement!.SourceId));
    }

    [Theory]
    [InlineData("\"captured\":\"2024-09-17T08:00:00Z\",", "2024-09-14")]
    [InlineData("\"captured\":\"2024-09-17T08:00:00Z\",\"date\":\"2024-09-01\",", "2024-09-01")]
    [InlineData("", null)]
    public async Task ReadAsync_NoDateAndAWeekdayInTheLead_IsCountedFromTheCapture(string fields, string? expected)
    {
        var line = "{" + fields + "\"title\":\"On lamps\",\"text\":\"The council of the cape said on Saturday that the lamps must be "
            + "lit.\"}";

        var statement = Assert.Single(await Reading.AllAsync(line, "a.jsonl")).Statement!;

        Assert.Equal(expected is null ? null : DateOnly.Parse(expected), statement.Issued);
    }

    [Theory]
    [InlineData("2024", "2024")]
    [InlineData("2024-09", "2024-09")]
    [InlineData("September 2024", "2024-09")]
    [InlineData("2024年9月", "2024-09")]
    [InlineData("session of 1987", "1987")]
    [InlineData("2024-09-13", "2024-09-13")]
    public async Task ReadAsync_MonthOrYearAsTheDate_IsKeptAsThat(string date, string expected)
    {
        var line = "{\"date\":\"" + date + "\",\"title\":\"On lamps\",\"text\":\"The lamps must be lit.\"}";

        var statement = Assert.Single(await Reading.AllAsync(line, "a.jsonl")).Statement!;

        Assert.Equal(expected, statement.Issued.ToString());
    }
}
