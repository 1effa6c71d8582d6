using Search.Importing.Files;

namespace Search.Indexer.Output;

/// <summary>Names what could not be imported: the first ones on standard error, all of them in a file if one is given.</summary>
internal sealed class FaultPrinter(ProgressScope progress, TextWriter? file)
{
    /// <summary>So many are printed: a thousand lines would hide the rest of what a command says.</summary>
    public const int Printed = 20;

    private long _count;

    /// <summary>Called by one thread at a time.</summary>
    public void Add(ImportFault fault)
    {
        _count++;
        file?.WriteLine(Describe(fault));
        if (_count <= Printed)
        {
            progress.WriteLine(Describe(fault));
        }
    }

    public void Finish()
    {
        if (_count > Printed)
        {
            progress.WriteLine($"... and {_count - Printed:N0} more{(file is null ? "; --faults FILE lists them all" : string.Empty)}.");
        }
    }

    private static string Describe(ImportFault fault) => $"{fault.Location}: {fault.Kind}: {fault.Reason.ReplaceLineEndings(" ")}";
}
