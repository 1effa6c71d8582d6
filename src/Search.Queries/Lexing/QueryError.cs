namespace Search.Queries;

/// <summary>Why a query cannot be understood, in words its author can act on.</summary>
/// <param name="Code">One of <see cref="QueryErrorCodes"/>.</param>
/// <param name="Message">A sentence that says what to do.</param>
/// <param name="Text">What was parsed, as it was given.</param>
/// <param name="Start">UTF-16 units from the start of the text.</param>
/// <param name="Length">UTF-16 units; 0 for a place between two characters.</param>
/// <param name="Repaired">A query that parses and is the likeliest meaning.</param>
public sealed record QueryError(string Code, string Message, string Text, int Start, int Length, string Repaired)
{
    /// <summary>The query is understood but asks for more than <see cref="QueryLimits"/> allow.</summary>
    public bool IsLimit { get; init; }
}

/// <summary>Every <see cref="QueryError.Code"/>; stable.</summary>
public static class QueryErrorCodes
{
    public const string UnbalancedQuote = "unbalanced-quote";
    public const string UnbalancedParenthesis = "unbalanced-parenthesis";
    public const string EmptyPhrase = "empty-phrase";
    public const string EmptyGroup = "empty-group";
    public const string EmptyAlternative = "empty-alternative";
    public const string DanglingOperator = "dangling-operator";
    public const string PrefixTooShort = "prefix-too-short";
    public const string MisplacedStar = "misplaced-star";
    public const string BadDistance = "bad-distance";
    public const string MixedProximity = "mixed-proximity";
    public const string ProximityOperand = "proximity-operand";
    public const string UnknownField = "unknown-field";
    public const string MissingValue = "missing-value";
    public const string NestedField = "nested-field";
    public const string BadValue = "bad-value";
    public const string UnknownCountry = "unknown-country";
    public const string UnknownKind = "unknown-kind";
    public const string UnknownLanguage = "unknown-language";
    public const string BadDate = "bad-date";
    public const string TooLong = "too-long";
    public const string TooManyTerms = "too-many-terms";
    public const string TooDeep = "too-deep";
    public const string TooManyPrefixes = "too-many-prefixes";
    public const string TooManyAlternatives = "too-many-alternatives";
    public const string NearTooFar = "near-too-far";
}
