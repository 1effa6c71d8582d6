using Search.Benchmarks;
using Search.Benchmarks.Importing;

// One benchmark a line: its name, what it measures, what runs it. `dotnet run -c Release --project tests/Search.Benchmarks -- NAME ARGUMENTS`
return await BenchmarkList.RunAsync(
    args,
    new Benchmark("import", "FILE.jsonl.gz  documents per second beside a plain FTS5 insert, and where the time goes", ImportBenchmark.RunAsync));
