using Search.Archive.Matching;
using Search.Core.Analysis;
using Search.Core.Statements;

namespace Search.Archive.Reuse;

/// <summary>Compares one statement's body with others'.</summary>
public sealed class LikenessFinder
{
    /// <summary>Texts of fewer words are alike by chance.</summary>
    private const int LeastWords = 8;

    private readonly WordNumbers _numbers;
    private readonly WordSequence _body;
    private readonly CommonWords _common;
    private readonly NamesInText _names;

    /// <param name="statement">What others are compared with.</param>
    /// <param name="analyzer">Belongs to the same thread.</param>
    /// <param name="work">Ends what takes too long.</param>
    public LikenessFinder(Statement statement, TextAnalyzer analyzer, MatchWork work)
    {
        _numbers = new WordNumbers(analyzer);
        _body = _numbers.Read(statement.Body);
        _common = new CommonWords(_body, work);
        _names = new NamesInText(_body);
    }

    /// <summary>Null where one of the texts is too short to say.</summary>
    /// <exception cref="QueryTooCostlyException">They could not be compared in time.</exception>
    public TextLikeness? With(Statement other)
    {
        var body = _numbers.Read(other.Body);
        var shorter = Math.Min(body.Count, _body.Count);
        if (shorter < LeastWords)
        {
            return null;
        }

        double common = _common.CountWith(body);
        var names = new NamesInText(body);
        return new TextLikeness(
            shorter,
            common / shorter,
            common / (body.Count + _body.Count - common),
            InOrder(names.Count, _names.Count),
            InOrder(names.CountOutside(_names), _names.CountOutside(names)));
    }

    private static (int Fewer, int More) InOrder(int one, int other) => one <= other ? (one, other) : (other, one);
}
