using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Service.Neighbours;

/// <summary>
/// The statements with siblings that earlier pages of a search have shown, each as four bytes of a hash. A cursor carries them, so
/// that no page shows again what one before has shown, and nothing is kept between requests.
/// </summary>
internal sealed class ShownMarks
{
    /// <summary>A cursor stands in an address; of more, the oldest are forgotten, and their text may be shown once more.</summary>
    private const int MaxMarks = 400;

    private readonly List<uint> _marks;

    private ShownMarks(List<uint> marks) => _marks = marks;

    /// <summary>Takes what <see cref="AddTo"/> has put into a cursor out of it.</summary>
    public static (ShownMarks Marks, SearchCursor? Cursor) TakeFrom(SearchCursor? cursor)
    {
        // Whoever writes a cursor himself may leave out or spoil what was put in: then nothing was shown.
        if (cursor is null || cursor.Keys.Count == 0 || !Base64Url.IsValid(cursor.Keys[^1]))
        {
            return (new ShownMarks([]), cursor);
        }

        var marks = Base64Url.DecodeFromChars(cursor.Keys[^1]).Chunk(sizeof(uint))
            .Where(mark => mark.Length == sizeof(uint))
            .Select(mark => BinaryPrimitives.ReadUInt32LittleEndian(mark));
        return (new ShownMarks([.. marks]), cursor with { Keys = [.. cursor.Keys.Take(cursor.Keys.Count - 1)] });
    }

    public SearchCursor? AddTo(SearchCursor? cursor)
    {
        var bytes = _marks.TakeLast(MaxMarks).SelectMany(BitConverter.GetBytes).ToArray();
        return cursor is null ? null : cursor with { Keys = [.. cursor.Keys, Base64Url.EncodeToString(bytes)] };
    }

    public bool Contains(StatementId id) => _marks.Contains(MarkOf(id));

    public void Add(StatementId id) => _marks.Add(MarkOf(id));

    private static uint MarkOf(StatementId id) =>
        BinaryPrimitives.ReadUInt32LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(id.Value)));
}
