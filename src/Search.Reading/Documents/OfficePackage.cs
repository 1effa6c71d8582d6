using System.IO.Compression;
using System.Xml;
using Search.Reading.Files;

namespace Search.Reading.Documents;

/// <summary>
/// The parts of a packed office document, each read as it is unpacked and never beyond a limit, whatever it says of its size.
/// </summary>
internal sealed class OfficePackage : IDisposable
{
    public const int MostBytes = 64 << 20;
    private const int MostParts = 20_000;
    private const long MostUnpacked = 64L << 20;

    private static readonly XmlReaderSettings s_settings = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        CheckCharacters = false,
    };

    private readonly ZipArchive _archive;
    private readonly Dictionary<string, ZipArchiveEntry> _parts = new(StringComparer.OrdinalIgnoreCase);
    private long _left = MostUnpacked;

    /// <exception cref="InvalidDataException">It is no sound package.</exception>
    /// <exception cref="RecordTooCostlyException">It has too many parts.</exception>
    public OfficePackage(byte[] bytes)
    {
        _archive = new ZipArchive(new MemoryStream(bytes), ZipArchiveMode.Read);
        foreach (var entry in _archive.Entries.Count <= MostParts ? _archive.Entries : throw TooMuch())
        {
            _parts.TryAdd(entry.FullName.TrimStart('/'), entry);
        }
    }

    public IEnumerable<string> Names => _parts.Keys;

    /// <summary>Null when there is no such part.</summary>
    public XmlReader? Open(string name) =>
        _parts.TryGetValue(name, out var part) ? XmlReader.Create(new BoundedStream(part.Open(), this), s_settings) : null;

    public void Dispose() => _archive.Dispose();

    private static RecordTooCostlyException TooMuch() => new("The document unpacks to more than any that is read.");

    private void Spend(int bytes)
    {
        _left -= bytes;
        if (_left < 0)
        {
            throw TooMuch();
        }
    }

    private sealed class BoundedStream(Stream inner, OfficePackage package) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = inner.Read(buffer, offset, count);
            package.Spend(read);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            inner.Dispose();
            base.Dispose(disposing);
        }
    }
}
