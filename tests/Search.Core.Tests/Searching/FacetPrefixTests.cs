using Search.Core.Analysis;
using Search.Core.Searching;

namespace Search.Core.Tests.Searching;

public sealed class FacetPrefixTests
{
    [Theory]
    [InlineData("", "Board of Lights", true)]
    [InlineData("bo", "Board of Lights", true)]
    [InlineData("board of l", "Board of Lights", true)]
    [InlineData("ecole", "École de Phares", true)]
    [InlineData("Écol", "Ecole de Phares", true)]
    [InlineData("u", "US", true)]
    [InlineData("us", "US", true)]
    [InlineData("lights", "Board of Lights", false)]
    [InlineData("-", "Board of Lights", false)]
    [InlineData("press-", "press-statement", true)]
    public void Fits_WhatWasTyped_IsTheValuesBeginning(string prefix, string value, bool expected) =>
        Assert.Equal(expected, new FacetPrefix(prefix, new TextAnalyzer()).Fits(value));
}
