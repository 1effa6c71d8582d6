using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Importing.Samples;
using Search.Reading;
using Search.Reading.Files;
using Search.Testing.Engines;

namespace Search.Importing.Tests;

/// <summary>The samples are what a first visitor sees: they read well and show every facet.</summary>
public sealed class SamplesTests
{
    [Fact]
    public async Task Samples_AreSomeDozensAndClearlyFictional()
    {
        var samples = await ReadAsync();

        Assert.InRange(samples.Count, 36, 48);
        Assert.All(samples, sample => Assert.Contains("Sample", sample.Source, StringComparison.Ordinal));
        Assert.All(samples, sample => Assert.Contains("(fictional)", sample.Source, StringComparison.Ordinal));
        Assert.All(samples, sample => Assert.Null(sample.SourceUrl));
        Assert.Equal(samples.Count, samples.Select(sample => sample.Id).Distinct().Count());
    }

    [Fact]
    public async Task Samples_ShowEveryFacet()
    {
        var samples = await ReadAsync();

        Assert.All(samples, sample => Assert.NotNull(sample.Issued));
        Assert.All(samples, sample => Assert.InRange(sample.Issued!.Value.First.Year, 2019, 2025));
        Assert.All(samples, sample => Assert.NotNull(sample.Issuer));
        Assert.Subset(samples.Select(sample => sample.Language).ToHashSet(), new HashSet<string?> { "en", "es", "fr" });
        Assert.True(samples.Select(sample => sample.Kind).Distinct().Count() >= 6);
        Assert.True(samples.SelectMany(sample => sample.Countries).Select(mention => mention.Code).Distinct().Count() >= 30);
        Assert.True(samples.Count(sample => sample.Countries.Count > 0) >= samples.Count - 4);
    }

    [Fact]
    public async Task Samples_MinistriesOfTwoStates_AreTwoIssuersByTheirPrintedNames()
    {
        var ministries = (await ReadAsync()).Select(sample => sample.Issuer!)
            .Where(issuer => issuer.Printed.StartsWith("Minist", StringComparison.Ordinal));

        Assert.All(ministries, issuer => Assert.Equal(issuer.Printed, issuer.Name));
        Assert.True(ministries.Select(issuer => issuer.Organisation).Distinct().Count() >= 5);
    }

    [Fact]
    public async Task Samples_PhrasesRecurOverTheYears()
    {
        var samples = await ReadAsync();

        Assert.All(
            ["freedom of navigation", "without preconditions", "reckless provocation", "in the strongest possible terms"],
            phrase => Assert.True(
                samples.Where(sample => sample.Body.Contains(phrase, StringComparison.OrdinalIgnoreCase))
                    .Select(sample => sample.Issued!.Value.First.Year).Distinct().Count() >= 2,
                phrase));
    }

    [Fact]
    public async Task Load_ArchiveWithOneRealStatement_IsLeftAlone()
    {
        var engine = new InMemoryEngine();
        await using (var writer = await engine.OpenWriterAsync(WritePurpose.Update, TestContext.Current.CancellationToken))
        {
            await writer.ImportAsync([(await ReadAsync())[0]], TestContext.Current.CancellationToken);
        }

        Assert.False(await Loader().LoadAsync(engine, TestContext.Current.CancellationToken));
        Assert.Equal(1, (await engine.StatusAsync(TestContext.Current.CancellationToken)).Statements);
    }

    [Fact]
    public async Task Load_Samples_AreRemovedByTheFirstRealImport()
    {
        var engine = new InMemoryEngine();
        Assert.True(await Loader().LoadAsync(engine, TestContext.Current.CancellationToken));

        await new ImportPipeline(new StatementFileReader(), TimeProvider.System).RunAsync(
            Pipes.Of(Pipes.File("a.jsonl", Pipes.Lines(1, 2))),
            engine,
            new ImportOptions(),
            _ => { },
            progress: null,
            TestContext.Current.CancellationToken);

        var status = await engine.StatusAsync(TestContext.Current.CancellationToken);
        Assert.Equal(2, status.Statements);
        Assert.False(status.Samples);
    }

    private static SampleLoader Loader() => new(new ImportPipeline(new StatementFileReader(), TimeProvider.System));

    private static async Task<List<Statement>> ReadAsync()
    {
        var samples = new List<Statement>();
        foreach (var file in SampleLoader.Files.Files)
        {
            await using var stream = file.Open();
            await foreach (var result in new StatementFileReader().ReadAsync(
                stream, file.Name, ReadOptions.Default, TestContext.Current.CancellationToken))
            {
                samples.Add(result.Statement ?? throw new InvalidOperationException($"{result.Location}: {result.Fault}"));
            }
        }

        return samples;
    }
}
