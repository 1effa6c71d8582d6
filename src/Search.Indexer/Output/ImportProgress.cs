using Search.Importing;

namespace Search.Indexer.Output;

internal sealed class ImportProgress(ProgressScope scope) : IProgress<ImportReport>
{
    public void Report(ImportReport value) => scope.Report(value.Documents, value.Fraction);
}
