using Search.Importing;

namespace Search.Indexer.Output;

internal sealed class ImportProgress(ProgressScope scope) : IProgress<ImportReport>
{
    public void Report(ImportReport value) => scope.Report(
        value.Documents, value.BytesTotal is > 0 and var total ? Math.Min(1, (double)value.BytesRead / total) : null);
}
