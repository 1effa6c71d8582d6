using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Analysis;
using Search.Core.Countries;
using Search.Core.Statements;
using Search.Sqlite.Faceting;
using Search.Sqlite.Indexing;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Matching;

/// <summary>Decides what the columns in memory decide: facets, dates, ids and the words of issuers and sources.</summary>
internal sealed class ColumnsMatcher(ReaderConnection reader, StatementColumns columns, MentionKinds countryKinds, MatchWork work)
{
    public Predicate<int> Compile(IReadOnlyList<MatchNode> nodes)
    {
        var conditions = nodes.Where(node => node is not EverythingMatch).Select(Compile).ToArray();
        return conditions.Length switch
        {
            0 => static _ => true,
            1 => conditions[0],
            _ => slot => Array.TrueForAll(conditions, condition => condition(slot)),
        };
    }

    public SlotSet ToSet(Predicate<int> condition)
    {
        var slots = new SlotSet(columns.Slots);
        for (var slot = 0; slot < columns.Slots; slot++)
        {
            if (condition(slot))
            {
                slots.Add(slot);
            }
        }

        return slots;
    }

    private Predicate<int> Compile(MatchNode node)
    {
        switch (node)
        {
            case EverythingMatch:
                return static _ => true;
            case NothingMatch:
                return static _ => false;
            case FacetMatch facet:
                return CompileFacet(facet);
            case DateMatch date:
                return CompileDate(date);
            case IdMatch id:
                return CompileId(id);
            case PhraseMatch { Scope: TextScope.Issuer } or ProximityMatch { Scope: TextScope.Issuer }:
                var issuers = Find(node, columns.Dictionaries.Issuers.Select(issuer => new[] { issuer.Name, issuer.Printed }));
                return slot => issuers[columns.Issuers[slot]];
            case PhraseMatch { Scope: TextScope.Source } or ProximityMatch { Scope: TextScope.Source }:
                var sources = Find(node, columns.Dictionaries.Sources.Select(source => new[] { source }));
                return slot => sources[columns.Sources[slot]];
            case NegationMatch negation:
                var operand = Compile(negation.Operand);
                return slot => !operand(slot);
            case ConjunctionMatch conjunction:
                return Compile(conjunction.Operands);
            case DisjunctionMatch disjunction:
                var alternatives = disjunction.Operands.Select(Compile).ToArray();
                return slot => Array.Exists(alternatives, alternative => alternative(slot));
            default:
                throw new ArgumentException($"The columns do not decide {node}.", nameof(node));
        }
    }

    private Predicate<int> CompileFacet(FacetMatch facet)
    {
        var filter = new FacetFilter([facet.Value], []);
        var filters = facet.Facet switch
        {
            FacetName.Issuer => SearchFilters.None with { Issuer = filter },
            FacetName.Country => SearchFilters.None with { Country = filter, CountryKinds = countryKinds },
            FacetName.Source => SearchFilters.None with { Source = filter },
            FacetName.Kind => SearchFilters.None with { Kind = filter },
            _ => SearchFilters.None with { Language = filter },
        };
        return FacetCounter.Create(facet.Facet, columns, filters).Passes;
    }

    private Predicate<int> CompileDate(DateMatch date)
    {
        if (date is { From: null, To: null })
        {
            return slot => columns.Days[slot] == ArchiveDay.None;
        }

        var first = date.From is { } from ? ArchiveDay.Of(from) : ArchiveDay.First;
        var last = date.To is { } to ? ArchiveDay.Of(to) : int.MaxValue;
        return slot => columns.Days[slot] >= first && columns.Days[slot] <= last;
    }

    private Predicate<int> CompileId(IdMatch id)
    {
        var slots = new HashSet<int>();
        using var rows = reader.Command("SELECT row FROM statement WHERE id = ?1 OR source_id = ?1", id.Id).ExecuteReader();
        while (rows.Read())
        {
            slots.Add(columns.SlotOf(rows.GetInt64(0)));
        }

        return slots.Contains;
    }

    /// <summary>For each entry of a dictionary, whether one of its texts matches; entry 0 stands for none.</summary>
    private bool[] Find(MatchNode node, IEnumerable<string[]> entries)
    {
        var tokens = new List<Token>();
        return [.. entries.Select((texts, key) => key > 0 && texts.Any(text => Matches(node, text, tokens)))];
    }

    private bool Matches(MatchNode node, string text, List<Token> tokens)
    {
        reader.Analyzer.Analyze(text, tokens);
        return node switch
        {
            PhraseMatch phrase => PhraseFinder.Exists(phrase.Slots, tokens, stemmed: true, work),
            ProximityMatch proximity => ProximityFinder.Exists(
                PhraseFinder.FindEach(proximity.Phrases, tokens, stemmed: true, work), proximity.Distance, proximity.Ordered, work),
            _ => false,
        };
    }
}
