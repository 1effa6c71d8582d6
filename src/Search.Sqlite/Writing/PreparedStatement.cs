using System.Buffers;
using System.Text;
using Search.Archive.Fingerprints;
using Search.Core.Analysis;
using Search.Core.Statements;
using Search.Sqlite.Indexing;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Writing;

/// <summary>A statement with everything that can be made of it without the archive, so that the writer only writes.</summary>
/// <param name="Title">Where the title stands in the batch's buffer, and where its tokens.</param>
/// <param name="Body">The same of the body.</param>
/// <param name="TokenCount">Words in title and body.</param>
/// <param name="Prints">As <see cref="PrintBlob"/> writes them; null for none.</param>
/// <param name="Capitals">As <see cref="CapitalMap"/> reads them.</param>
internal sealed record PreparedStatement(
    Statement Statement,
    PreparedText Title,
    PreparedText Body,
    int TokenCount,
    byte[]? Prints,
    byte[]? Capitals,
    byte[] ContentHash,
    byte[] TextHash,
    byte[]? Mentions,
    byte[]? CountryKinds);

/// <param name="Utf8">The text itself.</param>
/// <param name="Tokens">As <see cref="Native.TokenTransport"/> carries them.</param>
internal readonly record struct PreparedText(Range Utf8, Range Tokens);

/// <summary>Analyzes and hashes statements. Belongs to one thread at a time.</summary>
internal sealed class StatementPreparer
{
    private readonly TextAnalyzer _analyzer = new();
    private readonly List<Token> _tokens = [];
    private readonly CapitalMapWriter _capitals = new();
    private readonly List<uint> _prints = [];

    /// <summary>Why the archive does not take a statement; null when it does.</summary>
    public static string? Refuse(Statement statement) =>
        Math.Max(statement.Title.Length, statement.Body.Length) is > TextAnalyzer.MaxTextLength and var length
            ? $"The text is {length:N0} characters long; the limit is {TextAnalyzer.MaxTextLength:N0}."
            : null;

    /// <param name="statement">The statement.</param>
    /// <param name="buffer">Its texts and tokens are added here: arrays of their own would be half of what loading allocates.</param>
    public PreparedStatement Prepare(Statement statement, ArrayBufferWriter<byte> buffer)
    {
        _prints.Clear();
        var isStemmed = LanguageRules.IsStemmed(statement.Language);
        var title = Add(statement.Title, isStemmed, buffer);
        var tokenCount = _tokens.Count;
        _capitals.AddTitle(_tokens);
        var body = Add(statement.Body, isStemmed, buffer);
        tokenCount += _tokens.Count;
        _capitals.AddBody(_tokens);
        var (contentHash, textHash) = StatementHash.Of(statement);
        return new PreparedStatement(
            statement,
            title,
            body,
            tokenCount,
            PrintBlob.Write(StatementPrints.Sorted(_prints)),
            _capitals.ToArray(),
            contentHash,
            textHash,
            MentionCodec.Encode(statement.Countries),
            MentionCodec.EncodeKinds(statement.Countries));
    }

    private PreparedText Add(string text, bool isStemmed, ArrayBufferWriter<byte> buffer)
    {
        var start = buffer.WrittenCount;
        Encoding.UTF8.GetBytes(text, buffer);
        var end = buffer.WrittenCount;
        _analyzer.Analyze(text, _tokens);
        StatementPrints.Add(text, _tokens, _prints);
        IndexToken.Write(_tokens, isStemmed, buffer);
        return new PreparedText(start..end, end..buffer.WrittenCount);
    }
}
