using System.Text;
using Search.Archive.Matching;
using Search.Sqlite.Indexing;
using Search.Sqlite.Native;

namespace Search.Sqlite.Matching;

/// <summary>A word or phrase that counts for a hit's score.</summary>
/// <param name="Phrases">FTS5's numbers of the phrases it is found by; their frequencies are added up.</param>
/// <param name="Tokens">The tokens whose rarity weighs it, those of each position; none for a prefix.</param>
internal sealed record ScoredTerm(IReadOnlyList<int> Phrases, IReadOnlyList<IReadOnlyList<string>> Tokens);

/// <summary>
/// Writes a match as an FTS5 expression. Everything in quotes is a token that the analyzer made; nothing a user typed
/// reaches the expression any other way.
/// </summary>
internal sealed class ExpressionWriter
{
    private readonly StringBuilder _text = new();
    private readonly List<ScoredTerm> _scored = [];
    private readonly bool _hasUnstemmed;
    private int _phrases;
    private int _negations;

    /// <param name="hasUnstemmed">Whether the archive holds statements whose words are not stemmed.</param>
    public ExpressionWriter(bool hasUnstemmed) => _hasUnstemmed = hasUnstemmed;

    public IReadOnlyList<ScoredTerm> Scored => _scored;

    public override string ToString() => _text.ToString();

    public void Write(MatchNode node)
    {
        switch (node)
        {
            case PhraseMatch { Slots: [var slot], Scope: var scope }:
                WriteWord(slot, scope);
                break;
            case PhraseMatch phrase:
                WriteRun(phrase.Slots.AsSpan(), phrase.Scope, isScored: _negations == 0);
                break;
            case ConjunctionMatch conjunction:
                WriteAll(conjunction.Operands);
                break;
            case DisjunctionMatch disjunction:
                WriteJoined(disjunction.Operands, " OR ");
                break;
            default:
                throw new ArgumentException($"No FTS5 expression says {node}.", nameof(node));
        }
    }

    /// <summary>Nodes that must all match; at least one of them is not negated.</summary>
    public void WriteAll(IReadOnlyList<MatchNode> operands)
    {
        var negated = operands.OfType<NegationMatch>().Select(negation => negation.Operand).ToList();
        var wanted = operands.Where(operand => operand is not NegationMatch).ToList();
        _text.Append('(');
        WriteJoined(wanted, " AND ");
        if (negated.Count > 0)
        {
            _text.Append(" NOT ");
            _negations++;
            WriteJoined(negated, " OR ");
            _negations--;
        }

        _text.Append(')');
    }

    /// <summary>Some slots in a row as one phrase; returns FTS5's number of it.</summary>
    public int WriteRun(ReadOnlySpan<PhraseSlot> slots, TextScope scope, bool isScored)
    {
        WriteColumn(scope);
        _text.Append('"');
        var tokens = new List<IReadOnlyList<string>>();
        for (var index = 0; index < slots.Length; index++)
        {
            var alternatives = TokensOf(slots[index]);
            tokens.Add(slots[index] is PrefixSlot ? [] : alternatives);
            _text.Append(index == 0 ? string.Empty : " ");
            AppendTokens(alternatives);
        }

        _text.Append(slots[^1] is PrefixSlot ? "\" *" : "\"");
        if (isScored)
        {
            _scored.Add(new ScoredTerm([_phrases], tokens));
        }

        return _phrases++;
    }

    /// <summary>One token as a phrase of its own; returns FTS5's number of it.</summary>
    public int WriteToken(string token, TextScope scope, bool isPrefix = false)
    {
        WriteColumn(scope);
        _text.Append('"');
        AppendTokens([token]);
        _text.Append(isPrefix ? "\" *" : "\"");
        return _phrases++;
    }

    /// <summary>An operator or parenthesis between phrases.</summary>
    public void WriteRaw(string text) => _text.Append(text);

    /// <summary>A single word: its tokens' lists joined by OR are cheaper for FTS5 than alternatives within a phrase.</summary>
    private void WriteWord(PhraseSlot slot, TextScope scope)
    {
        var tokens = TokensOf(slot);
        var phrases = new int[tokens.Count];
        _text.Append('(');
        for (var index = 0; index < tokens.Count; index++)
        {
            _text.Append(index == 0 ? string.Empty : " OR ");
            phrases[index] = WriteToken(tokens[index], scope, slot is PrefixSlot);
        }

        _text.Append(')');
        if (_negations == 0)
        {
            _scored.Add(new ScoredTerm(phrases, [slot is PrefixSlot ? [] : tokens]));
        }
    }

    private void WriteJoined(IReadOnlyList<MatchNode> operands, string separator)
    {
        _text.Append('(');
        for (var index = 0; index < operands.Count; index++)
        {
            _text.Append(index == 0 ? string.Empty : separator);
            Write(operands[index]);
        }

        _text.Append(')');
    }

    private IReadOnlyList<string> TokensOf(PhraseSlot slot) => slot is PrefixSlot prefix
        ? IndexToken.OfPrefix(prefix.Prefix)
        : [.. ((TermSlot)slot).Terms.SelectMany(term => IndexToken.Of(term, _hasUnstemmed)).Distinct(StringComparer.Ordinal)];

    private void WriteColumn(TextScope scope) => _text.Append(scope switch
    {
        TextScope.Title => "title : ",
        TextScope.Body => "body : ",
        _ => string.Empty,
    });

    /// <summary>A quotation mark can stand inside a Hebrew word; doubled it is one.</summary>
    private void AppendTokens(IReadOnlyList<string> alternatives) => _text.AppendJoin(
        TokenTransport.Alternative, alternatives.Select(token => token.Replace("\"", "\"\"", StringComparison.Ordinal)));
}
