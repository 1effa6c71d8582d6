using System.Reflection;
using Search.Archive;
using Search.Importing.Files;

namespace Search.Importing.Samples;

/// <summary>
/// Fills an empty archive with the fictional statements that come with the product, so that a first visitor finds
/// something. An archive that holds anything is left alone; the first real import removes the samples.
/// </summary>
public sealed class SampleLoader(ImportPipeline pipeline)
{
    private static readonly Assembly s_assembly = typeof(SampleLoader).Assembly;

    /// <summary>The samples as files; they lie in the assembly.</summary>
    public static InputFiles Files { get; } = new(
        [
            .. s_assembly.GetManifestResourceNames()
                .Where(name => name.EndsWith(".jsonl", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new InputFile(name, Length: null, () => s_assembly.GetManifestResourceStream(name)!)),
        ],
        []);

    /// <summary>True when the samples were imported now.</summary>
    public async Task<bool> LoadAsync(ISearchEngine engine, CancellationToken cancellationToken)
    {
        var status = await engine.StatusAsync(cancellationToken);
        if (status.Statements > 0)
        {
            return false;
        }

        var report = await pipeline.RunAsync(
            Files,
            engine,
            new ImportOptions { Samples = true, BulkBytes = long.MaxValue },
            fault => throw new InvalidOperationException($"The sample {fault.Location} cannot be read: {fault.Reason}"),
            progress: null,
            cancellationToken);
        cancellationToken.ThrowIfCancellationRequested();
        return report.Failure is null ? true : throw report.Failure;
    }
}
