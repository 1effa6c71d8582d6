using System.Globalization;
using System.Text;
using Search.Reading.Files;

namespace Search.Reading.Tests.Records;

public class TableReaderTests
{
    private const string Text = "The keepers of the northern cape have asked for oil, and the council has answered them.";
    private const string Header = "id,title,date,issuer,source,language,text,url\n";

    [Fact]
    public async Task ReadAsync_RowOfTheSchema_GivesEveryField()
    {
        var row =
            $"a-1,Statement on the harbour,2024-03-02,Harbour Ministry of Freedonia,Freedonia Gazette,en,\"{Text}\",https://g.example/1";

        var statement = Assert.Single(await Reading.AllAsync(Header + row, "a.csv")).Statement!;

        Assert.Equal("a-1", statement.SourceId);
        Assert.Equal("Statement on the harbour", statement.Title);
        Assert.Equal(Text, statement.Body);
        Assert.Equal(new DateOnly(2024, 3, 2), statement.Issued);
        Assert.Equal("Harbour Ministry of Freedonia", statement.Issuer!.Printed);
        Assert.Equal("Freedonia Gazette", statement.Source);
        Assert.Equal("https://g.example/1", statement.SourceUrl);
        Assert.Equal("en", statement.Language);
    }

    [Fact]
    public async Task ReadAsync_QuotesAndLineBreaksInsideFields_BelongToTheText()
    {
        var table = "title,text\r\n\"On \"\"lamps\"\"\",\"First, of oil.\r\n\r\nSecond; of wicks.\"\r\nOn oil,It is \"scarce\" now.\r\n";

        var results = await Reading.AllAsync(table, "a.csv");

        Assert.Equal(["On \"lamps\"", "On oil"], results.Select(result => result.Statement!.Title));
        Assert.Equal("First, of oil.\n\nSecond; of wicks.", results[0].Statement!.Body);
        Assert.Equal("It is \"scarce\" now.", results[1].Statement!.Body);
        Assert.Equal(["a.csv:2", "a.csv:5"], results.Select(result => result.Location));
    }

    [Theory]
    [InlineData("a.csv", ";")]
    [InlineData("a.csv", "\t")]
    [InlineData("a.csv", "|")]
    [InlineData("a.tsv", "\t")]
    [InlineData("a.txt", ";")]
    [InlineData("a", ",")]
    public async Task ReadAsync_AnySeparator_IsToldByTheHeader(string name, string separator)
    {
        var table = string.Join(separator, "Title", "Date", "Text") + "\n"
            + string.Join(separator, "On lamps", "2024-03-02", "\"" + Text + "\"");

        var statement = Assert.Single(await Reading.AllAsync(table, name)).Statement!;

        Assert.Equal(("On lamps", Text), (statement.Title, statement.Body));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("windows-1252", false)]
    public async Task ReadAsync_AnyCharacterSet_IsDecoded(string encoding, bool hasMark)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var characters = Encoding.GetEncoding(encoding);
        byte[] table = [.. hasMark ? characters.GetPreamble() : [],
            .. characters.GetBytes("title;text\nDéclaration à l’île;" + Text + "\n")];

        Assert.Equal("Déclaration à l’île", Assert.Single(await Reading.AllAsync(table, "a.csv")).Statement?.Title);
    }

    [Fact]
    public async Task ReadAsync_SeparatorLineOfASpreadsheet_IsPassedOver() =>
        Assert.Equal("On lamps", Assert.Single(await Reading.AllAsync($"sep=;\ntitle;text\nOn lamps;{Text}", "a.csv")).Statement?.Title);

    [Theory]
    [InlineData("On oil,too,many\n")]
    [InlineData("On oil\n")]
    [InlineData("\"On oil\" x,text\n")]
    [InlineData("\"On oil,text that goes\non and on\n\nwithout end\n")]
    public async Task ReadAsync_BadRow_IsOneFaultWithItsLineAndTheRestIsRead(string row)
    {
        var table = $"title,text\n\"On lamps\",\"{Text}\"\n{row}On wicks,Of wicks.\n\"On cords\",Of cords.\n";

        var results = await Reading.AllAsync(table, "folder/a.csv");

        Assert.Equal(["On lamps", null, "On wicks", "On cords"], results.Select(result => result.Statement?.Title));
        Assert.Equal("folder/a.csv:3", results[1].Location);
        Assert.Equal(ReadFaultKind.Malformed, results[1].Fault?.Kind);
    }

    [Fact]
    public async Task ReadAsync_QuotesOfTabSeparatedText_AreMarksOfTheText()
    {
        var results = await Reading.AllAsync("title\ttext\nOn lamps\t\"Yes,\" they said.\nOn oil\t\"No.\n", "a.tsv");

        Assert.Equal(["\"Yes,\" they said.", "\"No."], results.Select(result => result.Statement?.Body));
    }

    [Fact]
    public async Task ReadAsync_ColumnsByOtherNames_AreReadWhereTheyAreGiven()
    {
        var table = $"Headline,Content,Title,When\nOn lamps,\"{Text}\",7,2 March 2024\n";
        Assert.True(TableColumns.TryParse(["title=headline,body=Content", "date=When"], out var columns, out _));

        var result = Assert.Single(await Reading.AllAsync(table, "a.csv", new ReadOptions(Explain: true) { Columns = columns }));

        Assert.Equal(("On lamps", Text), (result.Statement?.Title, result.Statement?.Body));
        Assert.Equal(new DateOnly(2024, 3, 2), result.Statement?.Issued);
        Assert.Equal(["Columns: title = Headline, text = Content, date = When; not read: Title"], result.Explanation);
    }

    [Theory]
    [InlineData("a,b\n1,2", "", "No column is named \"text\"")]
    [InlineData("title,text\n1,2", "title=Headline", "no column Headline")]
    public async Task ReadAsync_HeaderWithoutTheText_IsOneFaultThatNamesTheColumns(string table, string columns, string reason)
    {
        Assert.True(TableColumns.TryParse(columns.Length > 0 ? [columns] : [], out var given, out _));

        var fault = Assert.Single(await Reading.AllAsync(table, "a.csv", new ReadOptions { Columns = given })).Fault;

        Assert.Equal(ReadFaultKind.Malformed, fault?.Kind);
        Assert.Contains(reason, fault?.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title")]
    [InlineData("=Headline")]
    [InlineData("title=")]
    public void TryParse_ColumnsThatAreNone_SaysSo(string text)
    {
        Assert.False(TableColumns.TryParse([text], out _, out var error));
        Assert.Contains(text.Split('=')[0], error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2024-03-02", 2)]
    [InlineData("2024-03-02 10:30:00", 2)]
    [InlineData("13.03.2024", 13)]
    [InlineData("March 5, 2024", 5)]
    [InlineData("02/03/2024", null)]
    public async Task ReadAsync_DayAsPeopleWriteIt_IsReadWhereItMeansOneDay(string date, int? day)
    {
        var result = Assert.Single(await Reading.AllAsync($"title;date;text\nOn lamps;\"{date}\";{Text}", "a.csv"));

        Assert.Equal(day is { } number ? new DateOnly(2024, 3, number) : null, result.Statement?.Issued);
        Assert.Equal(day is null, result.Fault?.Kind == ReadFaultKind.Malformed);
    }

    [Fact]
    public async Task ReadAsync_ATableLargerThanMemoryShouldHold_IsStreamed()
    {
        var row = $"On lamps,\"{string.Concat(Enumerable.Repeat(Text + "\n", 1000))}\"\n";
        var bytes = Encoding.UTF8.GetBytes("title,text\n" + string.Concat(Enumerable.Repeat(row, 400)));

        var results = await Reading.AllAsync(bytes, "a.csv");

        Assert.Equal(400, results.Count(result => result.Statement is not null));
        Assert.Equal("a.csv:" + (2 + (399 * 1001)).ToString(CultureInfo.InvariantCulture), results[^1].Location);
    }

    [Fact]
    public async Task ReadAsync_TextWithCommas_IsNoTable()
    {
        var results = await Reading.AllAsync($"Title, text, date and oil\n\n{Text}\n\nThey thank all for it, and for more.\n", "a.txt");

        Assert.Equal("Title, text, date and oil", Assert.Single(results).Statement?.Title);
    }
}
