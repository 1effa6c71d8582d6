using System.Globalization;
using System.Text.RegularExpressions;
using Search.Archive.Matching;
using Search.Core;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Testing;

/// <summary>Reads what <see cref="MatchPrinter"/> prints, so that a row of a case file can name a tree.</summary>
public sealed partial class MatchReader
{
    private readonly string[] _parts;
    private int _next;

    private MatchReader(string text) => _parts = [.. Part().Matches(text).Select(match => match.Value)];

    /// <exception cref="FormatException">The text is no tree.</exception>
    public static MatchNode Read(string text)
    {
        var reader = new MatchReader(text);
        var node = reader.Node();
        return reader._next == reader._parts.Length ? node : throw new FormatException($"Something follows the tree: {text}");
    }

    private MatchNode Node() => Take() switch
    {
        "everything" => new EverythingMatch(),
        "nothing" => new NothingMatch(),
        "and(" => new ConjunctionMatch(Until(Node)),
        "or(" => new DisjunctionMatch(Until(Node)),
        "not(" => new NegationMatch(Until(Node)[0]),
        "title:" => Text(Take(), TextScope.Title),
        "body:" => Text(Take(), TextScope.Body),
        "issuer:" when Peek() is not "none" && !IsPlain(Peek()) => Text(Take(), TextScope.Issuer),
        "source:" when Peek() is not "none" && !IsPlain(Peek()) => Text(Take(), TextScope.Source),
        "id:" => new IdMatch(Take()),
        "date:" => Days(Take()),
        [.., ':'] and var facet => Facet(facet[..^1], Take()),
        var word => Text(word, TextScope.TitleAndBody),
    };

    private static FacetMatch Facet(string name, string value) =>
        new(Enum.Parse<FacetName>(name, ignoreCase: true), value == "none" ? null : value);

    private MatchNode Text(string part, TextScope scope)
    {
        if (!part.EndsWith('(') || part == "(")
        {
            return new PhraseMatch(Slots(part), scope);
        }

        var isOrdered = part.StartsWith('o');
        var distance = int.Parse(part[(isOrdered ? 5 : 4)..^1], CultureInfo.InvariantCulture);
        return new ProximityMatch(Until(() => Slots(Take())), distance, isOrdered, scope);
    }

    private EquatableList<PhraseSlot> Slots(string part)
    {
        if (part != "\"")
        {
            return [Slot(part)];
        }

        var slots = new List<PhraseSlot>();
        for (var next = Take(); next != "\""; next = Take())
        {
            slots.Add(Slot(next));
        }

        return [.. slots];
    }

    private PhraseSlot Slot(string part)
    {
        if (part != "(")
        {
            return part == "*" ? new AnySlot() : part.EndsWith('*') ? new PrefixSlot(part[..^1]) : new TermSlot([Term(part)]);
        }

        var terms = new List<MatchTerm>();
        for (var next = Take(); next != ")"; next = Take())
        {
            if (next != "|")
            {
                terms.Add(Term(next));
            }
        }

        return new TermSlot([.. terms]);
    }

    private static MatchTerm Term(string part) => part switch
    {
        ['~', .. var stem] when stem.Split('/') is [var text, var exact] => new MatchTerm(Likeness.Stemmed, text, exact),
        ['~', .. var stem] => new MatchTerm(Likeness.Stemmed, stem, stem),
        ['=', .. var verbatim] => new MatchTerm(Likeness.Verbatim, verbatim, verbatim),
        _ => new MatchTerm(Likeness.Exact, part, part),
    };

    private static DateMatch Days(string part)
    {
        if (part == "none")
        {
            return new DateMatch(null, null);
        }

        var ends = part.Split("..");
        return new DateMatch(Day(ends[0]), Day(ends[1]));
    }

    private static DateOnly? Day(string text) =>
        text.Length == 0 ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    private EquatableList<T> Until<T>(Func<T> read)
    {
        var items = new List<T>();
        while (Peek() != ")")
        {
            items.Add(read());
        }

        _next++;
        return [.. items];
    }

    /// <summary>A facet's value and not a word's text: it begins with a capital, as words of issuers and sources never do.</summary>
    private static bool IsPlain(string part) => char.IsUpper(part[0]);

    private string Peek() => _next < _parts.Length ? _parts[_next] : throw new FormatException("The tree ends too early.");

    private string Take()
    {
        var part = Peek();
        _next++;
        return part;
    }

    [GeneratedRegex("""(?:and|or|not|near\d+|onear\d+)\(|(?:title|body|issuer|source|id|date|country|kind|language):|["()|]|[^\s"()|:]+""")]
    private static partial Regex Part();
}
