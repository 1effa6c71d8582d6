using Search.Archive.Matching;
using Search.Core;
using Search.Core.Statements;

namespace Search.Sqlite.Planning;

/// <summary>What the columns in memory decide of a statement, without the index of words. Prints itself for logs and tests.</summary>
internal abstract record ColumnTest
{
    public abstract TResult Accept<TResult>(IColumnTestVisitor<TResult> visitor);

    /// <summary>All of the tests; what every statement passes is left out.</summary>
    public static ColumnTest All(IEnumerable<ColumnTest> tests)
    {
        EquatableList<ColumnTest> operands = [.. tests.Where(test => test is not EverythingTest)];
        return operands.Count switch
        {
            0 => new EverythingTest(),
            1 => operands[0],
            _ => new AllTest(operands),
        };
    }

    public static ColumnTest Any(IEnumerable<ColumnTest> tests)
    {
        EquatableList<ColumnTest> operands = [.. tests];
        return operands.Count == 1 ? operands[0] : new AnyTest(operands);
    }

    /// <summary>In the notation of <see cref="MatchPrinter"/>.</summary>
    public sealed override string ToString() => MatchPrinter.Print(ToMatch());

    /// <summary>What the test means.</summary>
    protected abstract MatchNode ToMatch();

    protected static EquatableList<MatchNode> ToMatches(EquatableList<ColumnTest> tests) => [.. tests.Select(test => test.ToMatch())];

    protected static MatchNode ToMatch(ColumnTest test) => test.ToMatch();
}

/// <summary>A method for each test, so that a new one does not compile until it can be done.</summary>
internal interface IColumnTestVisitor<out TResult>
{
    TResult VisitEverything(EverythingTest test);

    TResult VisitNothing(NothingTest test);

    TResult VisitFacet(FacetTest test);

    TResult VisitDay(DayTest test);

    TResult VisitId(IdTest test);

    TResult VisitName(NameTest test);

    TResult VisitNearNames(NearNamesTest test);

    TResult VisitNot(NotTest test);

    TResult VisitAll(AllTest test);

    TResult VisitAny(AnyTest test);
}

internal sealed record EverythingTest : ColumnTest
{
    public override TResult Accept<TResult>(IColumnTestVisitor<TResult> visitor) => visitor.VisitEverything(this);

    protected override MatchNode ToMatch() => new EverythingMatch();
}

internal sealed record NothingTest : ColumnTest
{
    public override TResult Accept<TResult>(IColumnTestVisitor<TResult> visitor) => visitor.VisitNothing(this);

    protected override MatchNode ToMatch() => new NothingMatch();
}

/// <param name="Value">Null: the statement has none.</param>
internal sealed record FacetTest(FacetName Facet, string? Value) : ColumnTest
{
    public override TResult Accept<TResult>(IColumnTestVisitor<TResult> visitor) => visitor.VisitFacet(this);

    protected override MatchNode ToMatch() => new FacetMatch(Facet, Value);
}

/// <summary>Both days inclusive, null for open; both null: no date.</summary>
internal sealed record DayTest(DateOnly? From, DateOnly? To) : ColumnTest
{
    public override TResult Accept<TResult>(IColumnTestVisitor<TResult> visitor) => visitor.VisitDay(this);

    protected override MatchNode ToMatch() => new DateMatch(From, To);
}

internal sealed record IdTest(string Id) : ColumnTest
{
    public override TResult Accept<TResult>(IColumnTestVisitor<TResult> visitor) => visitor.VisitId(this);

    protected override MatchNode ToMatch() => new IdMatch(Id);
}

/// <summary>The words of an issuer or a source: there are few of each, and each is looked at once for all its statements.</summary>
internal sealed record NameTest(TextScope Scope, EquatableList<PhraseSlot> Slots) : ColumnTest
{
    public override TResult Accept<TResult>(IColumnTestVisitor<TResult> visitor) => visitor.VisitName(this);

    protected override MatchNode ToMatch() => new PhraseMatch(Slots, Scope);
}

/// <summary>The same for words near each other.</summary>
internal sealed record NearNamesTest(TextScope Scope, EquatableList<EquatableList<PhraseSlot>> Phrases, ProximityCheck Proximity)
    : ColumnTest
{
    public override TResult Accept<TResult>(IColumnTestVisitor<TResult> visitor) => visitor.VisitNearNames(this);

    protected override MatchNode ToMatch() => new ProximityMatch(Phrases, Proximity.Distance, Proximity.Ordered, Scope);
}

internal sealed record NotTest(ColumnTest Operand) : ColumnTest
{
    public override TResult Accept<TResult>(IColumnTestVisitor<TResult> visitor) => visitor.VisitNot(this);

    protected override MatchNode ToMatch() => new NegationMatch(ToMatch(Operand));
}

internal sealed record AllTest(EquatableList<ColumnTest> Operands) : ColumnTest
{
    public override TResult Accept<TResult>(IColumnTestVisitor<TResult> visitor) => visitor.VisitAll(this);

    protected override MatchNode ToMatch() => new ConjunctionMatch(ToMatches(Operands));
}

internal sealed record AnyTest(EquatableList<ColumnTest> Operands) : ColumnTest
{
    public override TResult Accept<TResult>(IColumnTestVisitor<TResult> visitor) => visitor.VisitAny(this);

    protected override MatchNode ToMatch() => new DisjunctionMatch(ToMatches(Operands));
}
