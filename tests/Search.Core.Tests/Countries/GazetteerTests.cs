using Search.Core.Countries;

namespace Search.Core.Tests.Countries;

public sealed class GazetteerTests
{
    [Fact]
    public void Version_SameText_SameVersion()
    {
        Assert.Equal(Gazetteer.Parse("JP\tname\ten\t-\tJapan\n").Version, Gazetteer.Parse("JP\tname\ten\t-\tJapan\n").Version);
        Assert.NotEqual(Gazetteer.Default.Version, Gazetteer.Parse("JP\tname\ten\t-\tJapan\n").Version);
        Assert.Matches("^[0-9a-f]{16}$", Gazetteer.Default.Version);
    }

    [Fact]
    public void Find_OwnGazetteer_KnowsItsNamesOnly()
    {
        var matcher = new CountryMatcher(Gazetteer.Parse("# a comment\nJP\tname\ten\t-\tJapan; Nippon\n"));

        Assert.Equal(["JP", "JP"], matcher.Find("", "Japan, Nippon, China").Select(mention => mention.Code));
    }

    [Theory]
    [InlineData("JP\tname\ten\tJapan")]
    [InlineData("JP\tnick\ten\t-\tJapan")]
    [InlineData("JP\tname\ten\todd\tJapan")]
    public void Parse_LineNotInFormat_NamesTheLine(string line)
    {
        var error = Assert.Throws<FormatException>(() => Gazetteer.Parse("# first\n" + line));

        Assert.Contains("Line 2", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Default_EveryCountry_HasAnEnglishName()
    {
        var codes = Gazetteer.Default.Entries
            .Where(entry => entry.Role <= EntryRole.Part)
            .SelectMany(entry => entry.Codes)
            .Distinct()
            .ToList();

        Assert.Equal(250, codes.Count);
        Assert.DoesNotContain(codes, code => CountryNames.NameOf(code) == code);
    }

    [Fact]
    public void Default_NoNameStandsForTwoCountries_UnlessItSaysSo()
    {
        var twice = Gazetteer.Default.Entries
            .Where(entry => entry.Role
                is EntryRole.Name or EntryRole.Abbreviation or EntryRole.Demonym or EntryRole.Inside or EntryRole.Not)
            .SelectMany(entry => entry.Names, (entry, name) => (Key: NameFolding.Key(name), Codes: string.Join('+', entry.Codes)))
            .GroupBy(pair => pair.Key)
            .Where(group => group.Select(pair => pair.Codes).Distinct().Count() > 1)
            .Select(group => group.Key);

        Assert.Empty(twice);
    }
}
