using Search.Core;
using Search.Core.Statements;

namespace Search.Queries;

/// <summary>Another way to find what a query may be after. Offered as a link, never added to the query.</summary>
/// <param name="Label">What people read, such as <c>all statements that name the United States</c>.</param>
/// <param name="Facet">The facet that finds them.</param>
/// <param name="Value">Its value, as the filter's parameter takes it.</param>
/// <param name="Query">The user's query with the words replaced by the field.</param>
public sealed record CountryAlternative(string Label, FacetName Facet, string Value, string Query);

/// <summary>Finds the countries that a query calls by name: texts have many names for them, the facet has one.</summary>
public static class CountryAlternatives
{
    /// <summary>Suggestions of one answer.</summary>
    private const int MaxSuggestions = 4;

    /// <summary>Words of a country's name that are looked at together.</summary>
    private const int MaxNameWords = 4;

    /// <summary>In the order in which the query names them; excluded words and the contents of fields are not looked at.</summary>
    public static IReadOnlyList<CountryAlternative> Find(QueryNode query)
    {
        var asked = query is ConjunctionNode all ? all.Operands.OfType<ValueNode>() : query is ValueNode value ? [value] : [];
        HashSet<string> known = [.. asked.Where(node => node.Field == QueryField.Country).Select(CodeOf)];
        return
        [
            .. Find(query, node => node)
                .Where(found => known.Add(found.Code))
                .Take(MaxSuggestions)
                .Select(found => new CountryAlternative(
                    $"all statements that name {CountryPhrases.Named(found.Code)}", FacetName.Country, found.Code, found.Query.ToString())),
        ];
    }

    private static string CodeOf(ValueNode node) =>
        node.Value is { } value && ValueNames.TryCountry(value, out var code) ? code : "";

    private static IEnumerable<(string Code, QueryNode Query)> Find(QueryNode node, Func<QueryNode, QueryNode> rebuild) => node switch
    {
        WordNode or PhraseNode => TextOf(node) is { } text && TryName(text, out var code) ? [(code, rebuild(Country(code)))] : [],
        ConjunctionNode all => InConjunction(all.Operands, rebuild),
        DisjunctionNode any => any.Operands.SelectMany((operand, index) =>
            Find(operand, replacement => rebuild(DisjunctionNode.Of(
                any.Operands.Index().Select(item => item.Index == index ? replacement : item.Item))))),
        _ => [],
    };

    private static IEnumerable<(string Code, QueryNode Query)> InConjunction(
        EquatableList<QueryNode> operands, Func<QueryNode, QueryNode> rebuild)
    {
        for (var index = 0; index < operands.Count;)
        {
            var (length, code) = NameAt(operands, index);
            var (start, end) = (index, index + Math.Max(length, 1));
            QueryNode Rebuilt(QueryNode replacement) =>
                rebuild(ConjunctionNode.Of([.. operands.Take(start), replacement, .. operands.Skip(end)]));
            if (length > 0)
            {
                yield return (code, Rebuilt(Country(code)));
            }
            else if (operands[index] is not WordNode)
            {
                foreach (var found in Find(operands[index], Rebuilt))
                {
                    yield return found;
                }
            }

            index = end;
        }
    }

    /// <summary>The most bare words in a row that name a country.</summary>
    private static (int Length, string Code) NameAt(EquatableList<QueryNode> operands, int start)
    {
        string[] words =
        [
            .. operands.Skip(start).Take(MaxNameWords).TakeWhile(node => node is WordNode).Select(node => ((WordNode)node).Text),
        ];
        for (var length = words.Length; length > 0; length--)
        {
            if (TryName(string.Join(' ', words[..length]), out var code))
            {
                return (length, code);
            }
        }

        return (0, "");
    }

    private static string? TextOf(QueryNode node) => node switch
    {
        WordNode word => word.Text,
        PhraseNode phrase when phrase.Parts.All(part => part is PhraseWord) =>
            string.Join(' ', phrase.Parts.Select(part => ((PhraseWord)part).Text)),
        _ => null,
    };

    /// <summary>Short names must be in capitals and no mere codes: <c>us</c>, <c>in</c> and <c>IS</c> are words.</summary>
    private static bool TryName(string text, out string code)
    {
        code = "";
        var letters = text.Where(char.IsLetter).ToArray();
        return (letters.Length > 3
            || (letters.Length > 0 && letters.All(char.IsUpper) && text is not { Length: 2 })
            || text is "US" or "UK")
            && ValueNames.TryCountry(text, out code);
    }

    private static ValueNode Country(string code) => new(QueryField.Country, code);
}
