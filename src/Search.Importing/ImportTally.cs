using Search.Archive.Storing;
using Search.Importing.Files;
using Search.Reading.Files;

namespace Search.Importing;

/// <summary>Adds up a running import. The reading and the writing task both report to it.</summary>
internal sealed class ImportTally(
    InputFiles input, TimeProvider timeProvider, IProgress<ImportReport>? progress, Action<ImportFault> onFault)
{
    private readonly Lock _lock = new();
    private readonly long _started = timeProvider.GetTimestamp();
    private readonly long? _bytesTotal = input.Files.Any(file => file.Length is null) ? null : input.Files.Sum(file => file.Length);
    private readonly SortedDictionary<string, long> _faults = new(StringComparer.Ordinal);
    private readonly SortedDictionary<FileKind, KindCount> _kinds = [];
    private long _statementsOfFile;
    private int _files;
    private long _documents;
    private long _added;
    private long _changed;
    private long _unchanged;
    private long _refused;
    private long _bytesOfReadFiles;
    private long _position;
    private long? _missing;

    public long? BytesTotal => _bytesTotal;

    /// <param name="length">Bytes of the file.</param>
    /// <param name="kind">What it is; null when nobody could say.</param>
    public void FileRead(long length, FileKind? kind)
    {
        lock (_lock)
        {
            if (kind is { } known)
            {
                var (files, statements) = _kinds.GetValueOrDefault(known) ?? new KindCount(0, 0);
                _kinds[known] = new KindCount(files + 1, statements + _statementsOfFile);
            }

            _statementsOfFile = 0;
            _files++;
            _bytesOfReadFiles += Math.Max(length, _position);
            _position = 0;
        }

        Report();
    }

    public void RecordRead(long position, bool isStatement)
    {
        lock (_lock)
        {
            _position = position;
            _documents += isStatement ? 1 : 0;
            _statementsOfFile += isStatement ? 1 : 0;
        }
    }

    public void Written(WriteResult result)
    {
        lock (_lock)
        {
            _added += result.Added;
            _changed += result.Changed;
            _unchanged += result.Unchanged;
            _refused += result.Refused.Count;
        }

        Report();
    }

    public void Fault(ImportFault fault)
    {
        // Under the lock: the two tasks' faults reach the caller one at a time.
        lock (_lock)
        {
            _faults[fault.Kind] = _faults.GetValueOrDefault(fault.Kind) + 1;
            onFault(fault);
        }
    }

    /// <summary>Whether everything was read that was to be.</summary>
    public bool HasFaults
    {
        get
        {
            lock (_lock)
            {
                return _faults.Count > 0;
            }
        }
    }

    public void Missing(long count)
    {
        lock (_lock)
        {
            _missing = count;
        }
    }

    public void Report() => progress?.Report(Snapshot());

    public ImportReport Snapshot()
    {
        lock (_lock)
        {
            return new ImportReport
            {
                Files = _files,
                Documents = _documents,
                Added = _added,
                Changed = _changed,
                Unchanged = _unchanged,
                Refused = _refused,
                Missing = _missing,
                Faults = new SortedDictionary<string, long>(_faults, StringComparer.Ordinal),
                Kinds = new SortedDictionary<FileKind, KindCount>(_kinds),
                BytesRead = _bytesOfReadFiles + _position,
                BytesTotal = _bytesTotal,
                Elapsed = timeProvider.GetElapsedTime(_started),
            };
        }
    }
}
