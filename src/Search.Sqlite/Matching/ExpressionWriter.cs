using System.Text;
using Search.Core.Analysis;
using Search.Core.Matching;
using Search.Sqlite.Indexing;
using Search.Sqlite.Native;

namespace Search.Sqlite.Matching;

/// <summary>One phrase of an FTS5 expression that counts for a hit's score.</summary>
/// <param name="Index">FTS5's number of the phrase.</param>
/// <param name="Tokens">Tokens of the index whose rarity weighs it, a list for each position.</param>
internal sealed record ScoredPhrase(int Index, IReadOnlyList<IReadOnlyList<string>> Tokens);

/// <summary>
/// Writes a match as an FTS5 expression. Everything in quotes is a token that the analyzer made; nothing a user typed
/// reaches the expression any other way.
/// </summary>
internal sealed class ExpressionWriter
{
    private readonly StringBuilder _text = new();
    private readonly List<ScoredPhrase> _scored = [];
    private readonly bool _hasUnstemmed;
    private int _phrases;
    private int _negations;

    /// <param name="hasUnstemmed">Whether the archive holds statements whose words are not stemmed.</param>
    public ExpressionWriter(bool hasUnstemmed) => _hasUnstemmed = hasUnstemmed;

    public IReadOnlyList<ScoredPhrase> Scored => _scored;

    public override string ToString() => _text.ToString();

    public void Write(MatchNode node)
    {
        switch (node)
        {
            case PhraseMatch phrase:
                WritePhrase(phrase);
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

    /// <summary>One run of slots as one phrase, for looking at its positions; returns FTS5's number of it.</summary>
    public int WriteRun(ReadOnlySpan<PhraseSlot> slots, TextScope scope, bool scored)
    {
        WriteColumn(scope);
        _text.Append('"');
        var tokens = new List<IReadOnlyList<string>>();
        for (var index = 0; index < slots.Length; index++)
        {
            _text.Append(index == 0 ? string.Empty : " ");
            tokens.Add(WriteSlot(slots[index]));
        }

        _text.Append(slots[^1] is PrefixSlot ? "\" *" : "\"");
        if (scored)
        {
            _scored.Add(new ScoredPhrase(_phrases, tokens));
        }

        return _phrases++;
    }

    public void WriteAnd() => _text.Append(" AND ");

    private void WritePhrase(PhraseMatch phrase)
    {
        // A single word of two spellings is two lists joined by OR: cheaper for FTS5 than alternatives within a phrase.
        if (phrase.Slots is [TermSlot slot])
        {
            var tokens = TokensOf(slot);
            WriteJoinedTokens(tokens, phrase.Scope);
        }
        else
        {
            WriteRun(phrase.Slots.AsSpan(), phrase.Scope, scored: _negations == 0);
        }
    }

    private void WriteJoinedTokens(List<string> tokens, TextScope scope)
    {
        _text.Append('(');
        for (var index = 0; index < tokens.Count; index++)
        {
            _text.Append(index == 0 ? string.Empty : " OR ");
            WriteColumn(scope);
            _text.Append('"');
            AppendToken(tokens[index]);
            _text.Append('"');
            if (_negations == 0)
            {
                _scored.Add(new ScoredPhrase(_phrases, [[tokens[index]]]));
            }

            _phrases++;
        }

        _text.Append(')');
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

    private IReadOnlyList<string> WriteSlot(PhraseSlot slot)
    {
        if (slot is PrefixSlot prefix)
        {
            var token = IndexToken.Of(Likeness.Exact, prefix.Prefix);
            AppendToken(token);
            return [];
        }

        var tokens = TokensOf((TermSlot)slot);
        for (var index = 0; index < tokens.Count; index++)
        {
            if (index > 0)
            {
                _text.Append(TokenTransport.Alternative);
            }

            AppendToken(tokens[index]);
        }

        return tokens;
    }

    private List<string> TokensOf(TermSlot slot)
    {
        var tokens = new List<string>();
        foreach (var term in slot.Terms)
        {
            Add(IndexToken.Of(term.Likeness, term.Text));
            if (term.Likeness == Likeness.Stemmed && _hasUnstemmed)
            {
                Add(IndexToken.Unstemmed(term.Unstemmed));
            }
        }

        return tokens;

        void Add(string token)
        {
            if (!tokens.Contains(token))
            {
                tokens.Add(token);
            }
        }
    }

    private void WriteColumn(TextScope scope) => _text.Append(scope switch
    {
        TextScope.Title => "title : ",
        TextScope.Body => "body : ",
        _ => string.Empty,
    });

    /// <summary>A quotation mark can stand inside a Hebrew word; doubled it is one.</summary>
    private void AppendToken(string token) => _text.Append(token.Replace("\"", "\"\"", StringComparison.Ordinal));
}
