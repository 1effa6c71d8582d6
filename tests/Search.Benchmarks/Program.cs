using Search.Benchmarks;
using Search.Benchmarks.Countries;
using Search.Benchmarks.Elasticsearch;
using Search.Benchmarks.Importing;
using Search.Benchmarks.Queries;
using Search.Benchmarks.Reading;
using Search.Benchmarks.Searching;
using Search.Benchmarks.Serving;

// One benchmark a line: its name, what it measures, what runs it.
// `dotnet run -c Release --project tests/Search.Benchmarks -- NAME ARGUMENTS`
return await BenchmarkList.RunAsync(
    args,
    new Benchmark(
        "costly",
        "FILE.jsonl[.gz] [--elasticsearch URL]  the dearest queries that the limits allow, against the time that a page has",
        CostlyBenchmark.RunAsync),
    new Benchmark(
        "copies", "FILE.jsonl[.gz] COPIES TO.jsonl  makes a larger corpus, with rare words of its own in each copy", CorpusCopies.RunAsync),
    new Benchmark(
        "counting",
        "FILE.jsonl[.gz] [--elasticsearch URL]  uses, trends, comparison and coverage beside a page of the same query",
        CountingBenchmark.RunAsync),
    new Benchmark(
        "countries",
        "FILE.jsonl[.gz]  building the country matcher, its memory, and megabytes of text per second",
        CountryMatcherBenchmark.RunAsync),
    new Benchmark(
        "elasticsearch",
        "URL FILE.jsonl[.gz] [ROUNDS] [LIMIT]  importing beside a bare bulk sender, its memory, "
            + "pages beside the same requests sent directly",
        ElasticsearchBenchmark.RunAsync),
    new Benchmark(
        "scale",
        "URL FILE.jsonl QUERIED.jsonl[.gz] [SHARDS]  one import of a large corpus beside a plain index; pages of both, queries "
            + "from a part of it",
        ScaleBenchmark.RunAsync),
    new Benchmark(
        "folder", "FOLDER [COPIES [ROUNDS]]  HTML pages of a folder understood together, beside one by one", FolderBenchmark.RunAsync),
    new Benchmark("hostile", "  time, memory and named reason of files that are made to cost", HostileReading.RunAsync),
    new Benchmark(
        "import", "FILE.jsonl.gz  documents per second beside a plain FTS5 insert, and where the time goes", ImportBenchmark.RunAsync),
    new Benchmark(
        "issuers",
        "FILE.jsonl[.gz]… [--sample N] [--names]  issuers found in the text with the field withheld, and how many are one",
        IssuerFinding.RunAsync),
    new Benchmark(
        "load",
        "URL FILE.jsonl[.gz] [--clients N] [--costly N] [--seconds N] [--process ID]  a web host under more readers than it can serve",
        LoadBenchmark.RunAsync),
    new Benchmark(
        "novelty", "FILE.jsonl[.gz] [--elasticsearch URL]  what is new in a statement, and where else it is", NoveltyBenchmark.RunAsync),
    new Benchmark(
        "overrun",
        "[--elasticsearch URL]  how far past its budget a search of each shape goes in statements made to cost",
        OverrunBenchmark.RunAsync),
    new Benchmark(
        "pages",
        "URL QUERIES.jsonl [LIMIT]  the page of results beside the HTTP interface's answer to the same query (field q of each line)",
        PagesBenchmark.RunAsync),
    new Benchmark("parse", "[N [SEED]]  the slowest of N (a million) random texts to read as queries", ParsingBenchmark.RunAsync),
    new Benchmark("query", "FILE.jsonl.gz  pages by class of query beside plain FTS5", QueryBenchmark.RunAsync),
    new Benchmark("reading", "FOLDER  HTML pages per second of processor time", HtmlReading.RunAsync));
