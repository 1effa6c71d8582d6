using System.CommandLine;

namespace Search.Indexer.Commands;

/// <summary>Several queries side by side, an argument each.</summary>
internal static class QueryArguments
{
    public static Argument<string[]> Create()
    {
        var queries = new Argument<string[]>("QUERY")
        {
            Description = "Queries, each in quotes of the shell; up to five. Without any: all statements.",
            Arity = ArgumentArity.ZeroOrMore,
        };

        // One minus excludes a word: -word is the query language's. Two begin an option.
        queries.RefuseUnknownOptions("--");
        return queries;
    }
}
