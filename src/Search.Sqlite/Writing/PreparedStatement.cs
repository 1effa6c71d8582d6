using System.Buffers;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Sqlite.Indexing;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Writing;

/// <summary>A statement with everything that can be made of it without the archive, so that the writer only writes.</summary>
/// <param name="TitleTokens">As <see cref="Native.TokenTransport"/> carries them.</param>
/// <param name="BodyTokens">As <see cref="Native.TokenTransport"/> carries them.</param>
/// <param name="TokenCount">Words in title and body.</param>
/// <param name="Capitals">As <see cref="CapitalMap"/> reads them.</param>
internal sealed record PreparedStatement(
    Statement Statement,
    byte[] TitleTokens,
    byte[] BodyTokens,
    int TokenCount,
    byte[]? Capitals,
    byte[] ContentHash,
    byte[] TextHash,
    byte[]? Mentions,
    byte[]? CountryKinds);

/// <summary>Analyzes and hashes statements. Belongs to one thread at a time.</summary>
internal sealed class StatementPreparer
{
    private readonly TextAnalyzer _analyzer = new();
    private readonly List<Token> _tokens = [];
    private readonly CapitalMapWriter _capitals = new();
    private readonly ArrayBufferWriter<byte> _stream = new(64 * 1024);

    /// <summary>Why the archive does not take a statement; null when it does.</summary>
    public static string? Refuse(Statement statement) =>
        Math.Max(statement.Title.Length, statement.Body.Length) is > TextAnalyzer.MaxTextLength and var length
            ? $"The text is {length:N0} characters long; the limit is {TextAnalyzer.MaxTextLength:N0}."
            : null;

    public PreparedStatement Prepare(Statement statement)
    {
        var isStemmed = LanguageRules.IsStemmed(statement.Language);
        var title = Encode(statement.Title, isStemmed);
        var tokenCount = _tokens.Count;
        _capitals.AddTitle(_tokens);
        var body = Encode(statement.Body, isStemmed);
        tokenCount += _tokens.Count;
        _capitals.AddBody(_tokens);
        var (contentHash, textHash) = StatementHash.Of(statement);
        return new PreparedStatement(
            statement,
            title,
            body,
            tokenCount,
            _capitals.ToArray(),
            contentHash,
            textHash,
            MentionCodec.Encode(statement.Countries),
            MentionCodec.EncodeKinds(statement.Countries));
    }

    private byte[] Encode(string text, bool isStemmed)
    {
        _stream.ResetWrittenCount();
        _analyzer.Analyze(text, _tokens);
        IndexToken.Write(_tokens, isStemmed, _stream);
        return _stream.WrittenSpan.ToArray();
    }
}
