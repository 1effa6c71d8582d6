using System.Text.Json;
using Search.Archive.Matching;

namespace Search.Elasticsearch.Searching;

/// <summary>Whether the time a search was given sufficed.</summary>
internal static class AnswerTime
{
    public static bool IsComplete(JsonElement answer) => !answer.GetProperty("timed_out").GetBoolean();

    /// <summary>The number of hits; where not all were counted in time that is no number to give.</summary>
    public static long ExactTotal(JsonElement answer) => IsComplete(answer)
        ? Total(answer)
        : throw new QueryTooCostlyException("Not all hits could be counted in time; make the query narrower.");

    /// <summary>At least so many. Absence is an answer that people print: nothing found in part of the archive is not one.</summary>
    public static long LeastTotal(JsonElement answer) => Total(answer) is var total && (total > 0 || IsComplete(answer))
        ? total
        : throw new QueryTooCostlyException("Nothing was found before time was over; make the query narrower.");

    public static void RequireAllValues(JsonElement answer)
    {
        if (!IsComplete(answer))
        {
            throw new QueryTooCostlyException("The values could not all be counted in time; narrow the search.");
        }
    }

    private static long Total(JsonElement answer) => answer.GetProperty("hits").GetProperty("total").GetProperty("value").GetInt64();
}
