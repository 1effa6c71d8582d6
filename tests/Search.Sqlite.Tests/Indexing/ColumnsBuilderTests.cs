using Search.Sqlite.Indexing;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Tests.Indexing;

public sealed class ColumnsBuilderTests
{
    [Fact]
    public void Build_Rows_AreSlotsInTheirOrder()
    {
        var rows = new TestColumns();
        rows.Add(day: 7, tokens: 4, countries: [TestColumns.Country("JP"), TestColumns.Country("US")]);
        rows.Add(day: 3, tokens: 8, capitals: [1, 0, 0, 0, 3]);
        var columns = rows.Build();

        Assert.Equal((2, 2, 12L, 6.0), (columns.Slots, columns.Count, columns.TotalTokens, columns.AverageLength));
        Assert.Equal((3, 7), (columns.FirstDay, columns.LastDay));
        Assert.Equal([2, 0], new[] { columns.CountriesOf(0).Length, columns.CountriesOf(1).Length });
        Assert.Equal([0, 5], new[] { columns.CapitalsOf(0).Length, columns.CapitalsOf(1).Length });
        Assert.Equal((0, 1, -1), (columns.SlotOf(1), columns.SlotOf(2), columns.SlotOf(3)));
        Assert.Equal([0, 1], columns.NewestFirst());
    }

    [Fact]
    public void Build_MissingRow_LeavesItsSlotEmpty()
    {
        var rows = new TestColumns();
        rows.Add(day: 7, row: 1);
        rows.Add(day: 9, row: 4);
        var columns = rows.Build();

        Assert.Equal((4, 2), (columns.Slots, columns.Count));
        Assert.Equal(StatementColumns.Gone, columns.Kinds[1]);
        Assert.Equal([3, 0], columns.NewestFirst());
    }

    [Fact]
    public void Add_SlotOfOlderColumns_TakesEverythingOver()
    {
        var rows = new TestColumns();
        rows.Add(day: 7, issuer: 2, language: 2, kind: 1, tokens: 5, capitals: [0, 0, 0, 0, 1], countries: [TestColumns.Country("JP")]);
        var old = rows.Build();
        var builder = new ColumnsBuilder(1);
        builder.Add(old, 0);
        var columns = builder.Build(2, samples: true, old.Dictionaries);

        Assert.Equal((2L, true), (columns.Revision, columns.Samples));
        Assert.Equal(
            (old.Days[0], old.Issuers[0], old.Languages[0], old.Kinds[0], old.Lengths[0]),
            (columns.Days[0], columns.Issuers[0], columns.Languages[0], columns.Kinds[0], columns.Lengths[0]));
        Assert.Equal(old.CapitalsOf(0).ToArray(), columns.CapitalsOf(0).ToArray());
        Assert.Equal(old.CountriesOf(0).ToArray(), columns.CountriesOf(0).ToArray());
    }

    [Fact]
    public void Build_Nothing_HasOneDayAndNoStatement()
    {
        var columns = StatementColumns.Empty;

        Assert.Equal((0, 0, 1.0), (columns.Slots, columns.Count, columns.AverageLength));
        Assert.Equal((ArchiveDay.First, ArchiveDay.First), (columns.FirstDay, columns.LastDay));
    }

    [Theory]
    [InlineData(ArchiveDay.Last, 2, 2, 2, 0, 0, true)]
    [InlineData(ArchiveDay.Last + 1, 0, 0, 0, 0, 0, false)]
    [InlineData(-1, 0, 0, 0, 0, 0, false)]
    [InlineData(0, 3, 0, 0, 0, 0, false)]
    [InlineData(0, 0, 3, 0, 0, 0, false)]
    [InlineData(0, 0, 0, -1, 0, 0, false)]
    [InlineData(0, 0, 0, 0, 200, 0, false)]
    [InlineData(0, 0, 0, 0, 0, -1, false)]
    public void IsWithin_Row_NamesOnlyWhatIsThere(int day, int issuer, int source, int language, byte kind, int tokens, bool expected) =>
        Assert.Equal(
            expected, new ColumnsRow(1, day, issuer, source, language, kind, tokens, [], [], default).IsWithin(TestColumns.Dictionaries));
}
