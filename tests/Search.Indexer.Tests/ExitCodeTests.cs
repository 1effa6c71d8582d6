using Microsoft.Extensions.Configuration;
using Search.Archive;
using Search.Archive.Searching;
using Search.Indexer.Hosting;
using Search.Service.Composition;

namespace Search.Indexer.Tests;

/// <summary>Each thing that ends a command has a code of its own, and its words reach standard error without a stack trace.</summary>
public sealed class ExitCodeTests : IDisposable
{
    private readonly CommandLine _search = new();

    public static TheoryData<Exception, int> Failures { get; } = new()
    {
        { new UsageException("told"), 2 },
        { new ConfigurationException("told"), 2 },
        { new ArchiveFormatException("told"), 2 },
        { new ArchiveAccessException("told"), 2 },
        { new EngineUnavailableException("told"), 3 },
        { new ArchiveBusyException("told"), 3 },
        { new ArchiveDamagedException("told"), 4 },
        { new ArchiveFullException("told"), 5 },
        { new ArchiveReadOnlyException("told"), 6 },
        { new ArchiveNameClashException("told"), 7 },
        { new ArchiveClosedException("told"), 8 },
        { new ArchiveGoneException("told"), 9 },
        { new InvalidOperationException("told"), 70 },
        { new AnswerLostException(new IOException("told")), 74 },
    };

    public void Dispose() => _search.Dispose();

    [Theory]
    [MemberData(nameof(Failures))]
    public void Of_Exception_HasACodeOfItsOwn(Exception exception, int expected) => Assert.Equal(expected, ExitCode.Of(exception));

    [Fact]
    public void Of_EveryExceptionOfTheArchive_IsInTheTable()
    {
        var types = typeof(ArchiveBusyException).Assembly.GetExportedTypes()
            .Where(type => type.IsSubclassOf(typeof(Exception)) && type.Name.StartsWith("Archive", StringComparison.Ordinal));

        Assert.All(types, type => Assert.Contains(Failures, row => row.Data.Item1.GetType() == type));
    }

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task Status_EngineThatFails_EndsWithThatCodeAndItsWords(Exception exception, int expected)
    {
        using var error = new StringWriter();
        await using var environment = new CommandEnvironment
        {
            Input = Stream.Null,
            Output = TextWriter.Null,
            Error = error,
            SettingsFolder = AppContext.BaseDirectory,
            Engines = new FailingEngines(exception),
        };

        var exitCode = await SearchCommand.InvokeAsync(["status"], environment, TestContext.Current.CancellationToken);

        Assert.Equal(expected, exitCode);
        Assert.Contains("told", error.ToString(), StringComparison.Ordinal);
        Assert.Equal(expected == ExitCode.Internal, error.ToString().Contains("   at ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Status_SettingsFileThatIsNoJson_EndsWith2AndNamesIt()
    {
        _search.Write("appsettings.json", "{ \"Search\": ");

        var result = await _search.RunAsync("status");

        Assert.Equal(ExitCode.Usage, result.ExitCode);
        Assert.Contains("appsettings.json", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    private sealed class FailingEngines(Exception exception) : EngineFactory(new ConfigurationBuilder().Build())
    {
        public override ISearchEngine Open(string engine) => throw exception;
    }
}
