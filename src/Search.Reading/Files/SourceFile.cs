namespace Search.Reading.Files;

/// <summary>A file that is being read: its name, what it holds (unpacked), and how much of it is read.</summary>
internal sealed class SourceFile(string name, Stream content, CountingStream raw)
{
    public string Name => name;

    public Stream Content => content;

    /// <summary>Bytes of the file as it lies on disk.</summary>
    public long Position => raw.Count;

    /// <summary>Without folders and endings: who published a record that does not say so is at least told apart by file.</summary>
    public string BareName
    {
        get
        {
            var bare = Path.GetFileName(name);
            var dot = bare.IndexOf('.', StringComparison.Ordinal);
            return dot > 0 ? bare[..dot] : bare;
        }
    }

    public UnreadRecord Refuse(string location, ReadFaultKind kind, string reason)
    {
        var position = Position;
        return new UnreadRecord(location, position, _ => new ReadResult(location, position, null, new ReadFault(kind, reason)));
    }
}
