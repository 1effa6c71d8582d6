using System.Text.Json.Nodes;
using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Core.Countries;
using Search.Core.Statements;
using Search.Elasticsearch.Queries;
using Search.Elasticsearch.Tests.Bodies;
using Search.Testing;

namespace Search.Elasticsearch.Tests.Queries;

/// <summary>Node by node, the query that Elasticsearch gets. Quotes are single here, for the eye.</summary>
public sealed class MatchQueryWriterTests
{
    [Fact]
    public void Everything() => Writes("{'match_all':{}}", Match.Everything);

    [Fact]
    public void Nothing() => Writes("{'match_none':{}}", Match.Nothing);

    [Fact]
    public void ExactWord() => Writes(
        "{'bool':{'should':[{'term':{'title.exact':'harbours'}},{'term':{'body.exact':'harbours'}}],'minimum_should_match':1}}",
        Match.Word("Harbours", Likeness.Exact));

    [Fact]
    public void VerbatimWordInTheTitle() =>
        Writes("{'term':{'title.verbatim':'Harbours'}}", Match.Word("Harbours", Likeness.Verbatim, TextScope.Title));

    [Fact]
    public void StemmedWord_IsWrittenForStatementsThatAreStemmedAndThoseThatAreNot() => Writes(
        """
        {'bool':{'should':[
        {'bool':{'must':[{'term':{'body':'harbour'}}],'filter':[{'term':{'stemmed':true}}]}},
        {'bool':{'must':[{'term':{'body.exact':'harbours'}}],'filter':[{'term':{'stemmed':false}}]}}
        ],'minimum_should_match':1}}
        """,
        Match.Word("harbours", Likeness.Stemmed, TextScope.Body));

    [Fact]
    public void WordOfTheIssuer() => Writes(
        "{'bool':{'should':[{'term':{'issuer.name.exact':'tides'}},{'term':{'issuer.printed':'tides'}}],'minimum_should_match':1}}",
        Match.Word("tides", Likeness.Exact, TextScope.Issuer));

    [Fact]
    public void Phrase() =>
        Writes("{'match_phrase':{'body.exact':'old harbour wall'}}", Match.Phrase("old harbour wall", Likeness.Exact, TextScope.Body));

    [Fact]
    public void PhraseWithAFreeWord() => Writes(
        """
        {'span_near':{'clauses':[
        {'span_field_masking':{'query':{'span_term':{'body.exact':'strongly'}},'field':'body'}},
        {'span_gap':{'body':1}},
        {'span_field_masking':{'query':{'span_term':{'body.exact':'the'}},'field':'body'}}
        ],'slop':0,'in_order':true}}
        """,
        Match.Phrase("strongly * the", Likeness.Exact, TextScope.Body));

    [Fact]
    public void PhraseWithAlternativesAndAPrefix() => Writes(
        """
        {'span_near':{'clauses':[
        {'span_or':{'clauses':[
        {'span_field_masking':{'query':{'span_term':{'title.exact':'red'}},'field':'title'}},
        {'span_field_masking':{'query':{'span_term':{'title.exact':'blue'}},'field':'title'}}]}},
        {'span_field_masking':{'query':{'span_multi':{'match':{'prefix':{'title.exact':{'value':'lam'}}}}},'field':'title'}}
        ],'slop':0,'in_order':true}}
        """,
        new PhraseMatch([Match.AnyOf(Likeness.Exact, "red", "blue"), Match.Prefix("lam")], TextScope.Title));

    [Fact]
    public void Prefix() => Writes(
        "{'prefix':{'body.exact':{'value':'nucl'}}}", new PhraseMatch([Match.Prefix("nucl")], TextScope.Body));

    [Fact]
    public void ProximityOfDifferentWords_NeedsNoOrder() => Writes(
        """
        {'span_near':{'clauses':[
        {'span_field_masking':{'query':{'span_term':{'body.exact':'red'}},'field':'body'}},
        {'span_field_masking':{'query':{'span_term':{'body.exact':'lamp'}},'field':'body'}}
        ],'slop':5,'in_order':false}}
        """,
        Near(5, ordered: false, "red", "lamp"));

    [Fact]
    public void ProximityOfTheSameWordTwice_AsksForEveryOrder() => Writes(
        """
        {'span_near':{'clauses':[
        {'span_field_masking':{'query':{'span_term':{'body.exact':'red'}},'field':'body'}},
        {'span_field_masking':{'query':{'span_term':{'body.exact':'red'}},'field':'body'}}
        ],'slop':5,'in_order':true}}
        """,
        Near(5, ordered: false, "red", "red"));

    [Fact]
    public void ProximityOfTooManyWordsThatMayBeTheSame_IsTooCostly() => Assert.Throws<QueryTooCostlyException>(() =>
        Write(Near(5, ordered: false, "one", "two", "three", "four", "five", "six", "seven", "one")));

    [Fact]
    public void ConjunctionWithNegationAndFilters() => Writes(
        """
        {'bool':{'must':[{'term':{'body.exact':'red'}}],'filter':[{'term':{'source':'Gazette'}}],
        'must_not':[{'term':{'body.exact':'blue'}}]}}
        """,
        Match.And(Exact("red"), Match.Facet(FacetName.Source, "Gazette"), Match.Not(Exact("blue"))));

    [Fact]
    public void Disjunction() => Writes(
        "{'bool':{'should':[{'term':{'body.exact':'red'}},{'term':{'body.exact':'blue'}}],'minimum_should_match':1}}",
        Match.Or(Exact("red"), Exact("blue")));

    [Fact]
    public void Negation() => Writes("{'bool':{'must_not':[{'term':{'body.exact':'red'}}]}}", Match.Not(Exact("red")));

    [Fact]
    public void FacetWithoutValue() =>
        Writes("{'bool':{'must_not':[{'exists':{'field':'issuer.name'}}]}}", Match.Facet(FacetName.Issuer, null));

    [Fact]
    public void CountryInOneKindOfMention_IsAskedForByItsMasks()
    {
        var query = Write(Match.Facet(FacetName.Country, "KP"), MentionKinds.Capital);

        Assert.StartsWith("{'terms':{'countryMasks':['KP.16','KP.17'", query, StringComparison.Ordinal);
    }

    [Fact]
    public void Id() => Writes(
        "{'bool':{'should':[{'term':{'id':'N-7'}},{'term':{'sourceId':'N-7'}}],'minimum_should_match':1}}", Match.Id("N-7"));

    [Fact]
    public void Dates_FromTheFirstOfAYear_AreARange() => Writes(
        "{'range':{'issued':{'gte':'2030-01-01','lte':'2030-02-03'}}}", Match.Issued(new DateOnly(2030, 1, 1), new DateOnly(2030, 2, 3)));

    [Fact]
    public void Dates_FromAnotherDay_AreARangeOrAMonthOrYearThatReachesIntoIt() => Writes(
        "{'bool':{'should':[{'range':{'issued':{'gte':'2030-01-02'}}},"
            + "{'bool':{'filter':[{'term':{'issuedPrecision':'month'}},{'range':{'issued':{'gte':'2030-01-01','lt':'2030-01-02'}}}]}},"
            + "{'bool':{'filter':[{'term':{'issuedPrecision':'year'}},{'range':{'issued':{'gte':'2030-01-01','lt':'2030-01-02'}}}]}}],"
            + "'minimum_should_match':1}}",
        Match.Issued(new DateOnly(2030, 1, 2), null));

    [Fact]
    public void Undated() => Writes("{'bool':{'must_not':[{'exists':{'field':'issued'}}]}}", Match.Undated);

    private static MatchNode Exact(string word) => Match.Word(word, Likeness.Exact, TextScope.Body);

    private static ProximityMatch Near(int distance, bool ordered, params string[] words) =>
        new([.. words.Select(word => Match.Slots(word, Likeness.Exact))], distance, ordered, TextScope.Body);

    private static string Write(MatchNode query, MentionKinds countryKinds = MentionKinds.Default) =>
        ClientJson.Normal(ClientJson.Of(MatchQueryWriter.Write(query, countryKinds)))!.ToJsonString().Replace('"', '\'');

    private static void Writes(string expected, MatchNode query) =>
        Assert.Equal(ClientJson.Normal(JsonNode.Parse(expected.Replace('\'', '"')))!.ToJsonString().Replace('"', '\''), Write(query));
}
