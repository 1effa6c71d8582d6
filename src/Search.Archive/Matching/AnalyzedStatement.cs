using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Archive.Matching;

/// <summary>
/// A statement with the tokens of its texts, each analyzed once and only when it is asked for. Belongs to one thread, as
/// its analyzer does.
/// </summary>
public sealed class AnalyzedStatement
{
    private readonly TextAnalyzer _analyzer;
    private readonly List<Token>?[] _texts = new List<Token>?[5];
    private readonly List<Token>? _bodyBuffer;
    private readonly WordInitials? _wanted;

    public AnalyzedStatement(Statement statement, TextAnalyzer analyzer)
        : this(statement, analyzer, null, null)
    {
    }

    /// <param name="statement">The statement.</param>
    /// <param name="analyzer">Belongs to the same thread.</param>
    /// <param name="bodyBuffer">Holds the body's tokens, instead of a list of the statement's own.</param>
    /// <param name="wanted">Initials of all words that will be asked for; null for any.</param>
    internal AnalyzedStatement(Statement statement, TextAnalyzer analyzer, List<Token>? bodyBuffer, WordInitials? wanted)
    {
        Statement = statement;
        _analyzer = analyzer;
        _bodyBuffer = bodyBuffer;
        _wanted = wanted;
        IsStemmed = LanguageRules.IsStemmed(statement.Language);
    }

    public Statement Statement { get; }

    public bool IsStemmed { get; }

    public List<Token> Title => _texts[0] ??= Analyze(Statement.Title, []);

    public List<Token> Body => _texts[1] ??= Analyze(Statement.Body, _bodyBuffer ?? []);

    private List<Token> IssuerName => _texts[2] ??= Analyze(Statement.Issuer?.Name, []);

    private List<Token> IssuerPrinted => _texts[3] ??= Analyze(Statement.Issuer?.Printed, []);

    private List<Token> Source => _texts[4] ??= Analyze(Statement.Source, []);

    /// <summary>The texts that a scope names, each by itself: a phrase never runs from one into another.</summary>
    public IEnumerable<List<Token>> TextsOf(TextScope scope)
    {
        switch (scope)
        {
            case TextScope.TitleAndBody:
                yield return Title;
                yield return Body;
                break;
            case TextScope.Title:
                yield return Title;
                break;
            case TextScope.Body:
                yield return Body;
                break;
            case TextScope.Issuer:
                yield return IssuerName;
                yield return IssuerPrinted;
                break;
            case TextScope.Source:
                yield return Source;
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(scope));
        }
    }

    private List<Token> Analyze(string? text, List<Token> tokens)
    {
        _analyzer.Analyze(text, tokens, _wanted);
        return tokens;
    }
}
