using Search.Core.Countries;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Tests.Storage;

public sealed class MentionCodecTests
{
    [Fact]
    public void Decode_Encoded_IsTheSame()
    {
        CountryMention[] mentions =
        [
            new("JP", MentionField.Title, 0, 5, MentionKind.Name),
            new("XK", MentionField.Body, 1_000_000, 65_535, MentionKind.Part),
            new("JP", MentionField.Body, 70, 8, MentionKind.Demonym),
        ];

        Assert.Equal(mentions, MentionCodec.Decode(MentionCodec.Encode(mentions)));
    }

    [Fact]
    public void Encode_NoMention_IsNull()
    {
        Assert.Null(MentionCodec.Encode([]));
        Assert.Null(MentionCodec.EncodeKinds([]));
    }

    [Fact]
    public void DecodeKinds_Encoded_IsACountryEachWithAllItsKinds()
    {
        var entries = new List<ushort>();
        MentionCodec.DecodeKinds(
            MentionCodec.EncodeKinds(
            [
                new("US", MentionField.Body, 0, 2, MentionKind.Abbreviation),
                new("JP", MentionField.Body, 5, 5, MentionKind.Name),
                new("US", MentionField.Body, 9, 10, MentionKind.Capital),
            ]),
            entries);

        Assert.Equal(
            ["JP 1", "US 18"],
            entries.Select(entry => $"{CountryColumn.Code(CountryColumn.IndexOf(entry))} {CountryColumn.KindsOf(entry)}"));
    }

    [Theory]
    [InlineData("AA", 0)]
    [InlineData("ZZ", 675)]
    [InlineData("jp", -1)]
    [InlineData("JPN", -1)]
    public void Index_Code_IsItsPlaceInTheAlphabet(string code, int expected) => Assert.Equal(expected, CountryColumn.Index(code));

    [Fact]
    public void DecodeKinds_LettersThatAreNone_IsRefused() =>
        Assert.ThrowsAny<ArithmeticException>(() => MentionCodec.DecodeKinds([0, 0, 1], []));
}
