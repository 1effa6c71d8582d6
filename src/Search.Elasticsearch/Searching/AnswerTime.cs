using System.Text.Json;
using Elastic.Clients.Elasticsearch.Core.MSearch;
using Search.Archive.Matching;
using Search.Elasticsearch.Answers;

namespace Search.Elasticsearch.Searching;

/// <summary>Whether the time a search was given sufficed.</summary>
internal static class AnswerTime
{
    /// <summary>The number of hits; where not all were counted in time that is no number to give.</summary>
    public static long ExactTotal(MultiSearchItem<JsonElement> answer) => answer.TimedOut
        ? throw new QueryTooCostlyException("Not all hits could be counted in time; make the query narrower.")
        : answer.Total;

    /// <summary>At least so many. Absence is an answer that people print: nothing found in part of the archive is not one.</summary>
    public static long LeastTotal(SearchAnswer answer) => answer.Total > 0 || !answer.TimedOut
        ? answer.Total
        : throw new QueryTooCostlyException("Nothing was found before time was over; make the query narrower.");

    public static void RequireAllValues(bool timedOut)
    {
        if (timedOut)
        {
            throw new QueryTooCostlyException("The values could not all be counted in time; narrow the search.");
        }
    }
}
