namespace Search.Queries;

/// <summary>
/// Reads normalised text into a tree by recursive descent: <c>OR</c> binds weakest, then words beside each other, then
/// <c>NOT</c>, then <c>NEAR</c>, then a minus. A method returns null when there is nothing to read or a problem has come up.
/// </summary>
internal sealed partial class QueryReader
{
    private readonly string _text;
    private readonly List<QueryToken> _tokens;
    private int _index;
    private int _levels;
    private int _openGroups;
    private QueryProblem? _problem;

    private QueryReader(string text)
    {
        _text = text;
        _tokens = QueryTokenizer.Tokenize(text);
    }

    private QueryToken Current => _tokens[_index];

    /// <summary>Exactly one of the two is null.</summary>
    public static (QueryNode? Node, QueryProblem? Problem) Read(string text)
    {
        var reader = new QueryReader(text);
        var node = reader.ReadAll();
        return reader._problem is null ? (node ?? new EverythingNode(), null) : (null, reader._problem);
    }

    private QueryNode? ReadAll()
    {
        // A star alone is how many systems are asked for everything.
        if (_tokens is [{ Kind: QueryTokenKind.Word, Escaped: false } only, _] && only.Text.All(QueryCharacters.IsStar))
        {
            return new EverythingNode();
        }

        var node = ReadDisjunction();
        if (_problem is null && Current.Kind == QueryTokenKind.Close)
        {
            return Fail(
                QueryErrorCodes.UnbalancedParenthesis, "This parenthesis closes nothing. Open one before it, or leave it out.",
                Current, Remove(Current));
        }

        return node;
    }

    private QueryNode? ReadDisjunction()
    {
        var operands = new List<QueryNode>();
        QueryToken? or = null;
        while (true)
        {
            var operand = ReadConjunction();
            if (_problem is not null)
            {
                return null;
            }

            if (operand is null)
            {
                var dangling = Current.Kind == QueryTokenKind.Or ? Current : or;
                return dangling is null ? null : FailDangling(dangling.Value);
            }

            operands.Add(operand);
            if (Current.Kind != QueryTokenKind.Or)
            {
                return DisjunctionNode.Of(operands);
            }

            or = Current;
            _index++;
        }
    }

    private QueryNode? ReadConjunction()
    {
        var operands = new List<QueryNode>();
        while (Current.Kind is not (QueryTokenKind.End or QueryTokenKind.Close or QueryTokenKind.Or))
        {
            if (Current.Kind == QueryTokenKind.And)
            {
                var and = Current;
                _index++;
                if (operands.Count == 0 || !BeginsOperand())
                {
                    return FailDangling(and);
                }
            }
            else if (!BeginsOperand())
            {
                return FailDangling(Current);
            }

            if (ReadNegation() is not { } operand)
            {
                return null;
            }

            operands.Add(operand);
        }

        return operands.Count == 0 ? null : ConjunctionNode.Of(operands);
    }

    private QueryNode? ReadNegation()
    {
        var token = Current;
        if (token.Kind == QueryTokenKind.Not)
        {
            _index++;
            if (!BeginsOperand())
            {
                return FailDangling(token);
            }

            return Enter(token) && ReadNegation() is { } operand && Leave() ? new NegationNode(operand) : null;
        }

        if (token.Kind != QueryTokenKind.Minus)
        {
            return ReadProximity();
        }

        _index++;
        if (_field is { } field && field.IsDate() && Current.Kind == QueryTokenKind.Word)
        {
            // date:(2023 OR -7d): among dates a minus counts back.
            var offset = Current with { Start = token.Start, Text = _text[token.Start..Current.End] };
            _index++;
            return ReadValue(offset);
        }

        var excluded = ReadPrimary();
        return excluded is null ? null
            : Current.Kind is QueryTokenKind.Near or QueryTokenKind.Before ? FailOperand(Current, token, _tokens[_index - 1])
            : new NegationNode(excluded);
    }

    private QueryNode? ReadProximity()
    {
        var first = Current;
        var node = ReadPrimary();
        if (node is null || Current.Kind is not (QueryTokenKind.Near or QueryTokenKind.Before))
        {
            return node;
        }

        var head = Current;
        var operands = new List<QueryNode> { node };
        while (Current.Kind is QueryTokenKind.Near or QueryTokenKind.Before)
        {
            var near = Current;
            if (!CheckProximity(head, near))
            {
                return null;
            }

            if (!CanBeNear(operands[^1]))
            {
                return FailOperand(near, first, _tokens[_index - 1]);
            }

            _index++;
            first = Current;
            if (!BeginsOperand())
            {
                return FailDangling(near);
            }

            if (Current.Kind is QueryTokenKind.Not or QueryTokenKind.Minus)
            {
                return FailOperand(near, Current, Current);
            }

            if (ReadPrimary() is not { } operand)
            {
                return null;
            }

            operands.Add(operand);
            if (!CanBeNear(operand))
            {
                return FailOperand(near, first, _tokens[_index - 1]);
            }
        }

        return CountCombinations(operands.Select(Choices), head)
            ? new ProximityNode([.. operands], head.Distance!.Value, head.Kind == QueryTokenKind.Before)
            : null;
    }

    private bool CheckProximity(QueryToken head, QueryToken near)
    {
        if (!CheckDistance(near, head.Kind == QueryTokenKind.Near ? "NEAR/" : "BEFORE/"))
        {
            return false;
        }

        if (near.Kind == head.Kind && near.Distance == head.Distance)
        {
            return true;
        }

        Fail(
            QueryErrorCodes.MixedProximity,
            "Words that are near each other share one distance: write the same operator between all of them.",
            near, new QueryEdit(near.Start, near.End, _text[head.Start..head.End]));
        return false;
    }

    /// <summary>Words, prefixes and phrases can be near each other, and so can choices between them.</summary>
    private static bool CanBeNear(QueryNode node) => node switch
    {
        WordNode or PrefixNode or PhraseNode => true,
        DisjunctionNode any => any.Operands.All(operand => operand is WordNode or PrefixNode or PhraseNode),
        _ => false,
    };

    private static int Choices(QueryNode node) => node is DisjunctionNode any ? any.Operands.Count : 1;

    private bool BeginsOperand() => Current.Kind is QueryTokenKind.Word or QueryTokenKind.Quote or QueryTokenKind.UnclosedQuote
        or QueryTokenKind.Open or QueryTokenKind.Minus or QueryTokenKind.Verbatim or QueryTokenKind.Field or QueryTokenKind.UnknownField
        or QueryTokenKind.Not;

    private bool Enter(QueryToken token)
    {
        if (++_levels <= QueryLimits.MaxLevels)
        {
            return true;
        }

        FailLimit(
            QueryErrorCodes.TooDeep, $"Use at most {QueryLimits.MaxLevels} parentheses inside each other.", token, edit: null);
        return false;
    }

    private bool Leave()
    {
        _levels--;
        return true;
    }

    private static QueryEdit Remove(QueryToken token) => new(token.Start, token.End, " ");

    /// <summary>Removes an operand with what is glued to its front: a minus, an equals sign, a field.</summary>
    private QueryEdit RemoveOperand(QueryToken first, int end)
    {
        var index = _tokens.FindIndex(token => token.Start == first.Start);
        while (index > 0 && _tokens[index - 1].End == _tokens[index].Start
            && _tokens[index - 1].Kind is QueryTokenKind.Minus or QueryTokenKind.Verbatim or QueryTokenKind.Field)
        {
            index--;
        }

        return new(_tokens[index].Start, end, " ");
    }

    private QueryNode? FailDangling(QueryToken token) => Fail(
        QueryErrorCodes.DanglingOperator,
        $"{_text[token.Start..token.End]} needs something to search for "
            + $"{(token.Kind == QueryTokenKind.Not ? "after it" : "on both sides")}. "
            + "To search for the word itself, put it in quotes.",
        token, Remove(token));

    private QueryNode? FailOperand(QueryToken near, QueryToken first, QueryToken last)
    {
        _problem ??= new(
            QueryErrorCodes.ProximityOperand,
            $"{_text[near.Start..near.End]} stands between words or phrases. Write a field, a minus or NOT before the whole, as in "
                + $"title:(a {_text[near.Start..near.End]} b).",
            first.Start, last.End, Remove(near));
        return null;
    }

    private QueryNode? Fail(string code, string message, QueryToken token, QueryEdit edit)
    {
        _problem ??= new(code, message, token.Start, token.End, edit);
        return null;
    }

    private void FailLimit(string code, string message, QueryToken token, QueryEdit? edit) =>
        _problem ??= new(code, message, token.Start, token.End, edit, IsLimit: true);
}
