using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Queries;

/// <summary>What is said about words and values that cannot be taken as they are.</summary>
internal sealed partial class QueryReader
{
    private QueryNode? FailEmptyPhrase(QueryToken token) => Fail(
        QueryErrorCodes.EmptyPhrase, "There is nothing between these quotes. Write words there, or leave them out.",
        token, RemoveOperand(token, token.End));

    private QueryNode? FailUnclosedQuote(QueryToken token)
    {
        var quote = token with { End = token.Start + 1 };
        var closer = _text[token.Start] switch
        {
            '\u00AB' => "\u00BB",
            '\u00BB' => "\u00AB",
            '\u300C' => "\u300D",
            '\u300E' => "\u300F",
            _ => "\"",
        };
        return Fail(
            QueryErrorCodes.UnbalancedQuote, "This quote is not closed. Add a closing one, or leave it out.",
            quote, string.IsNullOrWhiteSpace(token.Text) ? Remove(quote) : new QueryEdit(_text.Length, _text.Length, closer));
    }

    private QueryNode? FailUnknownField(QueryToken token)
    {
        var name = token with { End = token.End - 1 };
        var fields = string.Join(", ", QueryFields.Names.Select(field => $"{field}:"));
        if (FieldSuggestions.For(token.Text) is { } suggestion)
        {
            return Fail(
                QueryErrorCodes.UnknownField,
                $"There is no field {token.Text}:. Did you mean {suggestion}:? To search for the text itself, put it in quotes.",
                name, new QueryEdit(name.Start, name.End, suggestion));
        }

        var hasWord = Current.Kind == QueryTokenKind.Word && Current.Start == token.End;
        return Fail(
            QueryErrorCodes.UnknownField,
            $"There is no field {token.Text}:. The fields are {fields}. To search for the text itself, put it in quotes.",
            name,
            hasWord
                ? new QueryEdit(token.Start, Current.End, $"\"{_text[token.Start..Current.End].Replace('"', ' ')}\"")
                : new QueryEdit(token.Start, token.End, $"\"{token.Text}\" "));
    }

    private QueryNode? FailMissingValue(QueryToken token)
    {
        // A value after a space is what was meant as often as not.
        var edit = BeginsOperand() && Current.Kind is QueryTokenKind.Word or QueryTokenKind.Quote
            ? new QueryEdit(token.End, Current.Start)
            : Remove(token);
        return Fail(
            QueryErrorCodes.MissingValue,
            $"Say which {token.Text.ToLowerInvariant()}, right behind the colon. To search for the text itself, put it in quotes.",
            token, edit);
    }

    private QueryNode? FailCountry(QueryToken token, string text)
    {
        if (JoinedCountry(token, text) is { } joined)
        {
            return Fail(
                QueryErrorCodes.UnknownCountry, $"Put a name of several words in quotes: country:{joined.Replacement}.",
                token with { End = joined.End }, joined);
        }

        var suggestion = EditDistance.Nearest(text, ValueNames.Countries);
        return suggestion is not null
            ? Fail(
                QueryErrorCodes.UnknownCountry, $"No country is called {text}. Did you mean {suggestion}?",
                token, new QueryEdit(token.Start, token.End, QueryPrinter.Value(suggestion)))
            : Fail(
                QueryErrorCodes.UnknownCountry,
                $"No country is called {text}. Write its English name or its code of two letters, such as country:JP.",
                token, new QueryEdit(_fieldToken!.Value.Start, _fieldToken.Value.End));
    }

    /// <summary><c>country:South Korea</c>: the words behind it make the name.</summary>
    private QueryEdit? JoinedCountry(QueryToken token, string text)
    {
        for (var last = _index; last < Math.Min(_index + 4, _tokens.Count) && _tokens[last].Kind == QueryTokenKind.Word; last++)
        {
            text = $"{text} {_tokens[last].Text}";
            if (ValueNames.TryCountry(text, out _))
            {
                return new QueryEdit(token.Start, _tokens[last].End, $"\"{text}\"");
            }
        }

        return null;
    }

    private QueryNode? FailKind(QueryToken token, string text)
    {
        var suggestion = EditDistance.Nearest(text, StatementKinds.Values);
        var question = suggestion is null ? "" : $" Did you mean {suggestion}?";
        return Fail(
            QueryErrorCodes.UnknownKind, $"There is no kind {text}.{question} The kinds are {string.Join(", ", StatementKinds.Values)}.",
            token,
            suggestion is null
                ? new QueryEdit(_fieldToken!.Value.Start, _fieldToken.Value.End)
                : new QueryEdit(token.Start, token.End, suggestion));
    }

    private QueryNode? FailLanguage(QueryToken token, string text)
    {
        var tag = ValueNames.LanguageTag(text);
        return Fail(
            QueryErrorCodes.UnknownLanguage, $"{text} is no language tag. Write one such as language:{tag ?? "en"}.",
            token,
            tag is null
                ? new QueryEdit(_fieldToken!.Value.Start, _fieldToken.Value.End)
                : new QueryEdit(token.Start, token.End, tag));
    }
}
