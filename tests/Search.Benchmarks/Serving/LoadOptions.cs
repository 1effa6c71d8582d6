using System.Globalization;

namespace Search.Benchmarks.Serving;

/// <param name="Host">Where the web host listens.</param>
/// <param name="File">The statements that its archive holds, to draw queries from.</param>
/// <param name="Clients">Readers at once, each with one request at a time.</param>
/// <param name="Costly">How many of them ask the dearest queries.</param>
/// <param name="Length">How long they ask.</param>
/// <param name="Process">The web host's process, whose memory is looked at; null to leave it.</param>
internal sealed record LoadOptions(Uri Host, string File, int Clients, int Costly, TimeSpan Length, int? Process)
{
    public static LoadOptions Read(IReadOnlyList<string> arguments)
    {
        var named = arguments.Skip(2).Chunk(2).ToDictionary(pair => pair[0], pair => int.Parse(pair[1], CultureInfo.InvariantCulture));
        return new LoadOptions(
            new Uri(arguments[0]),
            arguments[1],
            named.GetValueOrDefault("--clients", 200),
            named.GetValueOrDefault("--costly", 0),
            TimeSpan.FromSeconds(named.GetValueOrDefault("--seconds", 20)),
            named.TryGetValue("--process", out var process) ? process : null);
    }
}
