using Search.Core.Analysis;

namespace Search.Core.Tests.Analysis;

/// <summary>Together with a real tokenizer they are compared with the analyzer in Search.Elasticsearch.Tests.</summary>
public sealed class CharacterFiltersTests
{
    [Theory]
    [InlineData("U.S.'s, Inc.’S and Jr.`s", "U.S's, Inc'S and Jr's")]
    [InlineData("a.'s.'s", "a's.'s")]
    [InlineData("the forces’confrontational, states'aid", "the forces confrontational, states aid")]
    [InlineData("Qurʾān ʿāmm", "Qur'ān 'āmm")]
    [InlineData("it`s it´s it‘s 5′5", "it's it's it's 5'5")]
    [InlineData("צה“ל צ’ צ‘ק", "צה\"ל צ' צ'ק")]
    [InlineData("צ\u05b0’ 𐤀`a", "צ\u05b0' 𐤀'a")]
    public void Apply_TextThatATokenizerWouldCutElsewhere_Changes(string text, string expected) =>
        Assert.Equal(expected, CharacterFilters.Apply(text));

    [Theory]
    [InlineData("")]
    [InlineData("Don't, don’t, the keeper’s, O’Neill, as’we'll, об’єкт")]
    [InlineData("“quoted”, ‘quoted’, ``quoted´´, 5′ by 6″, `")]
    [InlineData("no.'so, e.g.' s, .'s")]
    [InlineData("‘Tis a “brig”’s lantern—‘lit’")]
    public void Apply_AnyOtherText_IsTheSame(string text) => Assert.Same(text, CharacterFilters.Apply(text));
}
