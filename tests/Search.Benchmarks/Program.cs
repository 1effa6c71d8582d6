using Search.Benchmarks;
using Search.Benchmarks.Countries;
using Search.Benchmarks.Elasticsearch;
using Search.Benchmarks.Importing;
using Search.Benchmarks.Searching;

// One benchmark a line: its name, what it measures, what runs it. `dotnet run -c Release --project tests/Search.Benchmarks -- NAME ARGUMENTS`
return await BenchmarkList.RunAsync(
    args,
    new Benchmark("countries", "FILE.jsonl[.gz]  building the country matcher, its memory, and megabytes of text per second", CountryMatcherBenchmark.RunAsync),
    new Benchmark("elasticsearch", "URL FILE.jsonl[.gz] [ROUNDS] [LIMIT]  importing beside a bare bulk sender, its memory, pages beside the same requests sent directly", ElasticsearchBenchmark.RunAsync),
    new Benchmark("import", "FILE.jsonl.gz  documents per second beside a plain FTS5 insert, and where the time goes", ImportBenchmark.RunAsync),
    new Benchmark("query", "FILE.jsonl.gz  pages by class of query beside plain FTS5", QueryBenchmark.RunAsync));
