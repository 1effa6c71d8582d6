using Search.Indexer.Hosting;
using Spectre.Console;

namespace Search.Indexer.Output;

/// <summary>
/// Shows how far long work has come, on standard error: a bar on a terminal, else a line at the beginning of what takes long and
/// every few seconds.
/// </summary>
internal sealed class ProgressDisplay(CommandEnvironment environment)
{
    /// <param name="title">What is being done: <c>Importing</c>.</param>
    /// <param name="work">Reports to the scope it is given, and writes its messages through it.</param>
    public async Task<T> RunAsync<T>(string title, Func<ProgressScope, Task<T>> work)
    {
        if (!environment.ErrorIsTerminal)
        {
            return await work(new PlainProgressScope(title, environment));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(environment.Error) });
        return await console.Progress()
            .AutoClear(true)
            .Columns(new SpinnerColumn(), new ProgressBarColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .StartAsync(context => work(new TerminalProgressScope(title, environment, console, context.AddTask(title))));
    }
}

/// <summary>What work reports to; may be called by several threads.</summary>
internal abstract class ProgressScope(string title, CommandEnvironment environment)
{
    private readonly long _started = environment.TimeProvider.GetTimestamp();

    /// <summary>What is being done.</summary>
    protected string Title => title;

    /// <summary>Time since the work began.</summary>
    protected TimeSpan Elapsed => environment.TimeProvider.GetElapsedTime(_started);

    /// <param name="documents">Statements dealt with so far.</param>
    /// <param name="fraction">Of the whole work, 0 to 1; null when nobody knows.</param>
    public abstract void Report(long documents, double? fraction);

    /// <summary>Reports counts out of a total that is known beforehand.</summary>
    public IProgress<long> Of(long total) =>
        new InlineProgress<long>(done => Report(done, total > 0 ? Math.Min(1, (double)done / total) : null));

    /// <summary>A message that stays.</summary>
    public abstract void WriteLine(string message);

    protected string Describe(long documents, double? fraction)
    {
        var seconds = Elapsed.TotalSeconds;
        var rate = seconds > 0 ? documents / seconds : 0;
        var text = $"{Title}: {documents:N0} statements, {rate:N0}/s";
        return fraction is > 0 and <= 1 and var done
            ? $"{text}, {done * 100:N0} %, {Duration(seconds / done * (1 - done))} left"
            : text;
    }

    private static string Duration(double seconds) => seconds switch
    {
        < 100 => $"{Math.Ceiling(seconds):N0} s",
        < 6_000 => $"{Math.Ceiling(seconds / 60):N0} min",
        _ => $"{seconds / 3_600:N1} h",
    };
}

internal sealed class PlainProgressScope(string title, CommandEnvironment environment) : ProgressScope(title, environment)
{
    /// <summary>Work that has come further with its first report is done at once: nothing is said of it.</summary>
    private const double HardlyBegun = 0.1;

    private static readonly TimeSpan s_interval = TimeSpan.FromSeconds(5);
    private readonly Lock _lock = new();
    private readonly TextWriter _error = environment.Error;
    private TimeSpan _last;
    private bool _begun;

    public override void Report(long documents, double? fraction)
    {
        lock (_lock)
        {
            if (!_begun && fraction is null or < HardlyBegun)
            {
                _error.WriteLine($"{Title}...");
            }

            _begun = true;
            if (Elapsed - _last >= s_interval)
            {
                _last = Elapsed;
                _error.WriteLine(Describe(documents, fraction));
            }
        }
    }

    public override void WriteLine(string message)
    {
        lock (_lock)
        {
            _error.WriteLine(message);
        }
    }
}

internal sealed class TerminalProgressScope(string title, CommandEnvironment environment, IAnsiConsole console, ProgressTask task)
    : ProgressScope(title, environment)
{
    public override void Report(long documents, double? fraction)
    {
        task.IsIndeterminate = fraction is null;
        task.Value = (fraction ?? 0) * task.MaxValue;
        task.Description = Markup.Escape(Describe(documents, fraction));
    }

    public override void WriteLine(string message) => console.WriteLine(message);
}
