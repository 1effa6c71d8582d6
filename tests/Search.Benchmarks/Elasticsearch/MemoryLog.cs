using Search.Importing;

namespace Search.Benchmarks.Elasticsearch;

/// <summary>The process's working set while an import goes on, by the number of statements read until then.</summary>
internal sealed class MemoryLog : IProgress<ImportReport>
{
    private readonly List<(long Documents, long Bytes)> _samples = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _sampling;
    private long _documents;

    public MemoryLog()
    {
        GC.Collect();
        _sampling = SampleAsync();
    }

    public void Report(ImportReport value) => Interlocked.Exchange(ref _documents, value.Documents);

    /// <summary>The peaks of the first 20 % and of the rest.</summary>
    public async Task<(long First, long Later)> FinishAsync(long documents)
    {
        await _stop.CancelAsync();
        await _sampling;
        _stop.Dispose();
        var groups = _samples.ToLookup(sample => sample.Documents * 5 < documents, sample => sample.Bytes);
        return (groups[true].DefaultIfEmpty(1).Max(), groups[false].DefaultIfEmpty(1).Max());
    }

    private async Task SampleAsync()
    {
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        try
        {
            while (await timer.WaitForNextTickAsync(_stop.Token))
            {
                _samples.Add((Interlocked.Read(ref _documents), Environment.WorkingSet));
            }
        }
        catch (OperationCanceledException)
        {
        }
    }
}
