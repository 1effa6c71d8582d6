using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Core.Analysis;
using Search.Core.Countries;
using Search.Core.Statements;
using Search.Sqlite.Faceting;
using Search.Sqlite.Indexing;
using Search.Sqlite.Planning;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Matching;

/// <summary>Makes of a test what decides it for a slot.</summary>
/// <param name="reader">Asked for ids, which are not held in memory.</param>
/// <param name="columns">What is tested.</param>
/// <param name="countryKinds">Which kinds of mention make a statement one that names a country.</param>
internal sealed class ColumnsMatcher(ReaderConnection reader, StatementColumns columns, MentionKinds countryKinds)
    : IColumnTestVisitor<Predicate<int>>
{
    public Predicate<int> VisitEverything(EverythingTest test) => static _ => true;

    public Predicate<int> VisitNothing(NothingTest test) => static _ => false;

    public Predicate<int> VisitFacet(FacetTest test)
    {
        var filter = new FacetFilter([test.Value], []);
        var filters = test.Facet switch
        {
            FacetName.Issuer => SearchFilters.None with { Issuer = filter },
            FacetName.Country => SearchFilters.None with { Country = filter, CountryKinds = countryKinds },
            FacetName.Source => SearchFilters.None with { Source = filter },
            FacetName.Kind => SearchFilters.None with { Kind = filter },
            _ => SearchFilters.None with { Language = filter },
        };
        return FacetTally.Create(test.Facet, columns, filters).Passes;
    }

    public Predicate<int> VisitDay(DayTest test)
    {
        if (test is { From: null, To: null })
        {
            return slot => columns.Days[slot] == ArchiveDay.None;
        }

        return new DayRange(columns, test.From, test.To).Admits;
    }

    public Predicate<int> VisitId(IdTest test)
    {
        var slots = new HashSet<int>();
        using var rows = reader.Command("SELECT row FROM statement WHERE id = ?1 OR source_id = ?1", test.Id).ExecuteReader();
        while (rows.Read())
        {
            slots.Add(columns.SlotOf(rows.GetInt64(0)));
        }

        return slots.Contains;
    }

    public Predicate<int> VisitName(NameTest test) =>
        OfNames(test.Scope, tokens => PhraseFinder.Exists(test.Slots, tokens, stemmed: true, reader.Work));

    public Predicate<int> VisitNearNames(NearNamesTest test) => OfNames(test.Scope, tokens => ProximityFinder.Exists(
        PhraseFinder.FindEach(test.Phrases, tokens, stemmed: true, reader.Work),
        test.Proximity.Distance,
        test.Proximity.Ordered,
        reader.Work));

    public Predicate<int> VisitNot(NotTest test)
    {
        var operand = test.Operand.Accept(this);
        return slot => !operand(slot);
    }

    public Predicate<int> VisitAll(AllTest test)
    {
        var operands = test.Operands.Select(operand => operand.Accept(this)).ToArray();
        return slot => Array.TrueForAll(operands, operand => operand(slot));
    }

    public Predicate<int> VisitAny(AnyTest test)
    {
        var operands = test.Operands.Select(operand => operand.Accept(this)).ToArray();
        return slot => Array.Exists(operands, operand => operand(slot));
    }

    private Predicate<int> OfNames(TextScope scope, Predicate<List<Token>> matches)
    {
        var dictionaries = columns.Dictionaries;
        if (scope == TextScope.Issuer)
        {
            var issuers = Find(dictionaries.Issuers.Select(issuer => new[] { issuer.Name, issuer.Printed }), matches);
            return slot => issuers[columns.Issuers[slot]];
        }

        var sources = Find(dictionaries.Sources.Select(source => new[] { source }), matches);
        return slot => sources[columns.Sources[slot]];
    }

    /// <summary>For each entry of a dictionary, whether one of its texts matches; entry 0 stands for none.</summary>
    private bool[] Find(IEnumerable<string[]> entries, Predicate<List<Token>> matches)
    {
        var tokens = new List<Token>();
        return [.. entries.Select((texts, key) => key > 0 && Array.Exists(texts, text =>
        {
            reader.Analyzer.Analyze(text, tokens);
            return matches(tokens);
        }))];
    }
}
