using System.Reflection;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Search.Elasticsearch.Documents;

namespace Search.Elasticsearch.Tests.Documents;

public sealed partial class IndexMappingTests
{
    private static readonly JsonObject s_body = IndexMapping.Current.Body();

    [Fact]
    public void Fields_OfTheCode_AreThoseOfTheMapping()
    {
        string[] subFields = [Fields.Exact, Fields.Verbatim];
        var code = typeof(Fields).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(field => (string)field.GetRawConstantValue()!)
            .Except(subFields)
            .Where(field => field != Fields.Issuer) // an object, which has no words of its own
            .Order();
        var mapping = IndexMapping.Current.FieldPaths().Where(path => !subFields.Contains(path.Split('.')[^1])).Order();

        Assert.Equal(mapping, code);
    }

    [Fact]
    public void Readme_ExplainsEveryFieldAnalyzerAndCondition()
    {
        var readme = File.ReadAllText(Path.Combine(RepositoryRoot(), "index-mappings", "README.md"));
        var explained = FirstColumn().Matches(readme).Select(match => match.Groups["name"].Value).Order();
        var analysis = s_body["settings"]!["analysis"]!;
        var analyzers = analysis["analyzer"]!.AsObject().Select(analyzer => analyzer.Key);
        var conditions = analysis["filter"]!.AsObject()
            .Where(filter => filter.Value!["type"]!.GetValue<string>() == "condition")
            .Select(filter => filter.Key);

        Assert.Equal(IndexMapping.Current.FieldPaths().Concat(analyzers).Concat(conditions).Order(), explained);
    }

    [Fact]
    public void Mapping_RefusesUnknownFields() => Assert.Equal("strict", s_body["mappings"]!["dynamic"]!.GetValue<string>());

    [Fact]
    public void Texts_AreSearchedAsTheyAre()
    {
        var texts = Texts(s_body["mappings"]!["properties"]!.AsObject()).ToList();

        Assert.NotEmpty(texts);
        Assert.All(texts, text => Assert.Equal("whitespace", text["search_analyzer"]!.GetValue<string>()));
    }

    [Fact]
    public void Hash_IsOfTheTextWithoutItsWhiteSpace()
    {
        Assert.Equal(16, IndexMapping.Current.Hash.Length);
        Assert.Equal(8, IndexMapping.Current.Version);
    }

    /// <summary>They took two thirds of the time of indexing: what is done to few words is asked of few words.</summary>
    [Fact]
    public void Analysis_AsksNoOrdinaryWordForARegularExpression()
    {
        var analysis = s_body["settings"]!["analysis"]!;
        var expressions = Names("char_filter").Concat(Names("filter")).ToHashSet();
        var used = analysis["analyzer"]!.AsObject()
            .SelectMany(analyzer => new[] { analyzer.Value!["char_filter"], analyzer.Value["filter"] }.OfType<JsonArray>())
            .SelectMany(names => names.Select(name => name!.GetValue<string>()));

        Assert.NotEmpty(expressions);
        Assert.DoesNotContain(used, expressions.Contains);

        IEnumerable<string> Names(string kind) => analysis[kind]!.AsObject()
            .Where(filter => filter.Value!["type"]!.GetValue<string>() == "pattern_replace")
            .Select(filter => filter.Key);
    }

    /// <summary>They took more time than all else of analysis: what they do to few texts is done to those by the program.</summary>
    [Theory]
    [InlineData("title")]
    [InlineData("body")]
    public void Analysis_ReadsLongTextsWithoutCharacterFilters(string field)
    {
        var analyzers = s_body["settings"]!["analysis"]!["analyzer"]!;
        var text = s_body["mappings"]!["properties"]![field]!;

        foreach (var form in text["fields"]!.AsObject().Select(form => form.Value!).Append(text))
        {
            Assert.Null(analyzers[form["analyzer"]!.GetValue<string>()]!["char_filter"]);
        }
    }

    private static IEnumerable<JsonObject> Texts(JsonObject properties)
    {
        foreach (var field in properties.Select(property => property.Value!.AsObject()))
        {
            if (field["type"]?.GetValue<string>() == "text")
            {
                yield return field;
            }

            foreach (var nested in new[] { field["properties"], field["fields"] }.OfType<JsonObject>().SelectMany(Texts))
            {
                yield return nested;
            }
        }
    }

    private static string RepositoryRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder!.FullName, "Search.sln")))
        {
            folder = folder.Parent;
        }

        return folder.FullName;
    }

    [GeneratedRegex("^\\| `(?<name>[^`]+)` \\|", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex FirstColumn();
}
