using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Archive.Tests.Searching;

public sealed class FacetLabelMatcherTests
{
    [Theory]
    [InlineData(FacetName.Issuer, "", "Board of Lights", true)]
    [InlineData(FacetName.Issuer, "bo", "Board of Lights", true)]
    [InlineData(FacetName.Issuer, "board of l", "Board of Lights", true)]
    [InlineData(FacetName.Issuer, "lights", "Board of Lights", true)]
    [InlineData(FacetName.Issuer, "ecole", "École de Phares", true)]
    [InlineData(FacetName.Issuer, "Écol", "Ecole de Phares", true)]
    [InlineData(FacetName.Issuer, "ights", "Board of Lights", false)]
    [InlineData(FacetName.Issuer, "boa of", "Board of Lights", false)]
    [InlineData(FacetName.Issuer, "-", "Board of Lights", false)]
    [InlineData(FacetName.Country, "u", "US", true)]
    [InlineData(FacetName.Country, "us", "US", true)]
    [InlineData(FacetName.Country, "united st", "US", true)]
    [InlineData(FacetName.Country, "states", "US", true)]
    [InlineData(FacetName.Kind, "press-", "press-statement", true)]
    [InlineData(FacetName.Kind, "press st", "press-statement", true)]
    public void Matches_WhatWasTyped_IsTheValuesBeginningOrWordsOfItsLabel(FacetName facet, string typed, string value, bool expected) =>
        Assert.Equal(expected, new FacetLabelMatcher(typed).Matches(facet, value));
}
