namespace Search.Benchmarks;

/// <param name="Name">What is typed to run it.</param>
/// <param name="Description">Its arguments and what it measures.</param>
internal sealed record Benchmark(string Name, string Description, Func<IReadOnlyList<string>, Task> Run);

internal static class BenchmarkList
{
    /// <summary>Runs the benchmark that the first argument names; without one lists them all.</summary>
    public static async Task<int> RunAsync(string[] arguments, params Benchmark[] benchmarks)
    {
        var chosen = benchmarks.FirstOrDefault(benchmark => benchmark.Name == arguments.FirstOrDefault());
        if (chosen is null)
        {
            foreach (var benchmark in benchmarks)
            {
                Console.WriteLine($"{benchmark.Name} {benchmark.Description}");
            }

            return arguments.Length == 0 ? 0 : 2;
        }

        await chosen.Run(arguments[1..]);
        return 0;
    }
}
