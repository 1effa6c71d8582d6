namespace Search.Queries;

/// <summary>What stands between operators: words, phrases, groups and fields.</summary>
internal sealed partial class QueryReader
{
    private const string None = "none";

    private int _terms;
    private int _prefixes;
    private int _combinations;
    private QueryToken? _fieldToken;
    private QueryField? _field;

    /// <summary>Within a field whose values are compared whole, or are dates.</summary>
    private bool InValues => _field is { } current && !current.IsText();

    private QueryNode? ReadPrimary()
    {
        var token = Current;
        _index++;
        return token.Kind switch
        {
            QueryTokenKind.Open => ReadGroup(token),
            QueryTokenKind.Field => ReadField(token),
            QueryTokenKind.UnknownField => FailUnknownField(token),
            QueryTokenKind.UnclosedQuote => FailUnclosedQuote(token),
            QueryTokenKind.Verbatim when InValues => Fail(
                QueryErrorCodes.BadValue, "A value is always compared as it is: leave out the equals sign.",
                token, new(token.Start, token.End)),
            QueryTokenKind.Verbatim => ReadVerbatim(),
            _ when InValues => ReadValue(token),
            QueryTokenKind.Quote => ReadPhrase(token, verbatim: false),
            _ => ReadWord(token),
        };
    }

    private QueryNode? ReadGroup(QueryToken open)
    {
        if (!Enter(open))
        {
            return null;
        }

        _openGroups++;
        var node = ReadDisjunction();
        if (_problem is not null)
        {
            return null;
        }

        if (Current.Kind != QueryTokenKind.Close)
        {
            return Fail(
                QueryErrorCodes.UnbalancedParenthesis, "This parenthesis is not closed. Add a closing one.",
                open, new QueryEdit(_text.Length, _text.Length, new string(')', _openGroups)));
        }

        var close = Current;
        _index++;
        _openGroups--;
        Leave();
        return node ?? Fail(
            QueryErrorCodes.EmptyGroup, "There is nothing between these parentheses. Write something there, or leave them out.",
            open with { End = close.End }, RemoveOperand(open, close.End));
    }

    private QueryNode? ReadVerbatim()
    {
        var token = Current;
        _index++;
        if (token.Kind == QueryTokenKind.Quote)
        {
            return ReadPhrase(token, verbatim: true);
        }

        if (token.Kind == QueryTokenKind.UnclosedQuote)
        {
            return FailUnclosedQuote(token);
        }

        if (!token.Escaped && PrefixReader.Read(token.Text, token.Start) is not { Problem: null, IsPrefix: false })
        {
            return Fail(
                QueryErrorCodes.MisplacedStar, "A word written as it is (=) cannot end with a star. Leave out one of the two.",
                token, new QueryEdit(token.Start - 1, token.Start));
        }

        return CountTerms(1, token) ? new WordNode(token.Text, Verbatim: true) : null;
    }

    private QueryNode? ReadWord(QueryToken token)
    {
        if (!CountTerms(1, token))
        {
            return null;
        }

        if (token.Escaped)
        {
            return new WordNode(token.Text);
        }

        var before = _index > 1 ? _tokens[_index - 2] : default;
        if (before.Kind == QueryTokenKind.Quote && QueryCharacters.IsTilde(token.Text[0]) && token.Text.Skip(1).All(char.IsAsciiDigit))
        {
            return Fail(
                QueryErrorCodes.BadDistance, $"Write {token.Text} right behind the closing quote.", token, new(before.End, token.Start));
        }

        var (text, isPrefix, problem) = PrefixReader.Read(token.Text, token.Start);
        _problem ??= problem;
        return problem is not null ? null
            : !isPrefix ? new WordNode(text)
            : CountPrefix(token) ? new PrefixNode(text)
            : null;
    }

    private QueryNode? ReadPhrase(QueryToken token, bool verbatim)
    {
        var reader = new PhraseReader(token);
        if (!reader.Read(verbatim))
        {
            if (reader.Problem is null)
            {
                return FailEmptyPhrase(token);
            }

            _problem ??= reader.Problem;
            return null;
        }

        var phrase = new PhraseNode([.. reader.Parts], verbatim);
        if (!CountTerms(reader.Words, token)
            || (phrase.Parts[^1] is PhrasePrefix && !CountPrefix(token))
            || !CountCombinations(phrase.Parts.Select(part => part is PhraseAlternatives any ? any.Texts.Count : 1), token))
        {
            return null;
        }

        return token.Distance is not { } distance ? phrase
            : CheckDistance(token, "\"…\"~") ? new LoosePhraseNode(phrase, distance)
            : null;
    }

    private QueryNode? ReadField(QueryToken token)
    {
        if (_fieldToken is not null || !QueryFields.TryParse(token.Text, out var field))
        {
            return Fail(
                QueryErrorCodes.NestedField, $"{token.Text}: stands inside another field. Close that one's parentheses before it.",
                token, new QueryEdit(token.Start, token.End));
        }

        if (!BeginsOperand() || Current.Start != token.End)
        {
            return FailMissingValue(token);
        }

        var negated = Current.Kind == QueryTokenKind.Minus;
        _index += negated ? 1 : 0;
        (_field, _fieldToken) = (field, token);
        var operand = ReadFieldOperand(field);
        (_field, _fieldToken) = (null, null);
        return operand is null || !negated ? operand : new NegationNode(operand);
    }

    private QueryNode? ReadFieldOperand(QueryField field)
    {
        var isNone = field is QueryField.Issuer or QueryField.Source
            && Current is { Kind: QueryTokenKind.Word, Escaped: false } word && word.Text.Equals(None, StringComparison.OrdinalIgnoreCase);
        if (isNone)
        {
            return ReadValue(_tokens[_index++]);
        }

        return ReadPrimary() is not { } operand ? null : InValues ? operand : new FieldNode(field, operand);
    }

    private QueryNode? ReadValue(QueryToken token)
    {
        var field = _field!.Value;
        var text = string.Join(' ', PhraseReader.SplitWords(token.Text));
        if (!CountTerms(1, token))
        {
            return null;
        }

        if (text.Length == 0)
        {
            return FailEmptyPhrase(token);
        }

        if (field.IsDate())
        {
            var (node, problem) = DateReader.Read(field, text, token, _fieldToken!.Value);
            _problem ??= problem;
            return node;
        }

        if (token is { Kind: QueryTokenKind.Word, Escaped: false }
            && text.Equals(None, StringComparison.OrdinalIgnoreCase) && field != QueryField.Id)
        {
            return new ValueNode(field, null);
        }

        return field switch
        {
            QueryField.Country when !ValueNames.TryCountry(text, out _) => FailCountry(token, text),
            QueryField.Kind when !ValueNames.TryKind(text, out _) => FailKind(token, text),
            QueryField.Language when !ValueNames.TryLanguage(text, out _) => FailLanguage(token, text),
            _ => new ValueNode(field, text),
        };
    }

    private bool CheckDistance(QueryToken token, string syntax)
    {
        if (token.Distance is >= 0 and <= QueryLimits.MaxDistance)
        {
            return true;
        }

        var digits = _text.AsSpan(token.Start, token.End - token.Start).LastIndexOfAny('/', '~', '\uFF5E') + 1 + token.Start;
        if (token.Distance > QueryLimits.MaxDistance)
        {
            FailLimit(
                QueryErrorCodes.NearTooFar,
                $"Words count as near each other with at most {QueryLimits.MaxDistance} words between. "
                    + $"Write {syntax}{QueryLimits.MaxDistance} or less.",
                token, new QueryEdit(digits, token.End, $"{QueryLimits.MaxDistance}"));
        }
        else
        {
            Fail(
                QueryErrorCodes.BadDistance, $"Say how many other words may stand between, such as {syntax}5.",
                token, new QueryEdit(digits, token.End, "5"));
        }

        return false;
    }

    private bool CountTerms(int count, QueryToken token)
    {
        _terms += count;
        if (_terms <= QueryLimits.MaxTerms)
        {
            return true;
        }

        FailLimit(
            QueryErrorCodes.TooManyTerms,
            $"A query holds at most {QueryLimits.MaxTerms} words. Leave some out; names and rare words find most.",
            token, new QueryEdit(token.Start, _text.Length));
        return false;
    }

    private bool CountPrefix(QueryToken token)
    {
        if (++_prefixes <= QueryLimits.MaxPrefixes)
        {
            return true;
        }

        var star = _text.AsSpan(token.Start, token.End - token.Start).LastIndexOfAny('*', '\uFF0A') + token.Start;
        FailLimit(
            QueryErrorCodes.TooManyPrefixes, $"A query holds at most {QueryLimits.MaxPrefixes} words with a star. Write some of them out.",
            token, new QueryEdit(star, star + 1));
        return false;
    }

    private bool CountCombinations(IEnumerable<int> choices, QueryToken token)
    {
        var product = choices.Aggregate(1L, (all, count) => Math.Min(all * count, int.MaxValue));
        _combinations += product == 1 ? 0 : (int)Math.Min(product, QueryLimits.MaxCombinations + 1);
        if (_combinations <= QueryLimits.MaxCombinations)
        {
            return true;
        }

        FailLimit(
            QueryErrorCodes.TooManyAlternatives,
            $"The alternatives stand for more than {QueryLimits.MaxCombinations} phrases. Leave some out.", token, edit: null);
        return false;
    }
}
