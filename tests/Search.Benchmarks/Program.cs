using Search.Benchmarks.Elasticsearch;

return args is ["elasticsearch", .. var arguments] ? await ElasticsearchBenchmark.RunAsync(arguments) : 0;
