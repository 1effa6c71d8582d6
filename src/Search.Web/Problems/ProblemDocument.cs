using Microsoft.AspNetCore.Http.HttpResults;
using Search.Archive.Freezing;
using Search.Archive.Matching;
using Search.Archive.Searching;
using Search.Queries;
using Search.Service.Requests;

namespace Search.Web.Problems;

/// <summary>One problem that occurred: what both the API's JSON and the pages' words are made of.</summary>
public sealed record ProblemDocument(ProblemType Type, string Detail)
{
    private static readonly TimeSpan s_retryAfter = TimeSpan.FromSeconds(10);

    /// <summary>The query's error, for problems of a query.</summary>
    public QueryError? Query { get; init; }

    /// <summary>Errors of parameters, for problems of validation.</summary>
    public IReadOnlyList<ParameterError> Parameters { get; init; } = [];

    public TimeSpan? RetryAfter { get; init; }

    /// <summary>The statement that is damaged, where one is.</summary>
    public string? StatementId { get; init; }

    /// <summary>The one table of exceptions and what they are answered with.</summary>
    public static ProblemDocument From(Exception exception) => exception switch
    {
        EngineUnavailableException unavailable => new(
            ProblemTypes.EngineUnavailable, "The archive cannot be read at the moment. This does not mean that it holds nothing.")
        {
            RetryAfter = unavailable.RetryAfter ?? s_retryAfter,
        },
        ArchiveBusyException => new(ProblemTypes.EngineUnavailable, "The archive is being written to by another process.")
        {
            RetryAfter = s_retryAfter,
        },
        ArchiveDamagedException { StatementId: { } id } => new(
            ProblemTypes.ArchiveDamaged, $"The text of statement {id} differs from what was written to the archive; it is not shown.")
        {
            StatementId = id,
        },
        ArchiveDamagedException => new(
            ProblemTypes.ArchiveDamaged, "What the archive has stored is damaged. This does not mean that it holds nothing."),
        ArchiveFormatException or ArchiveNameClashException or ArchiveGoneException or ArchiveClosedException or ArchiveReadOnlyException =>
            new(ProblemTypes.ArchiveUnusable, "The archive cannot be searched as it is. The cause is in the service's log."),
        ArchiveFullException => new(ProblemTypes.ArchiveFull, "The medium that the archive lies on is full."),
        FrozenRoomException room => new(ProblemTypes.ArchiveFull, room.Message),
        CursorExpiredException => new(ProblemTypes.CursorExpired, "Ask for the first page again, without cursor."),
        QueryTooCostlyException costly => new(ProblemTypes.QueryTooCostly, costly.Message),
        BadHttpRequestException bad => new(ProblemTypes.Validation, bad.Message),
        _ => new(ProblemTypes.InternalError, "The cause is in the service's log."),
    };

    public static ProblemDocument From(RequestFault fault)
    {
        if (fault.Parameters.Count > 0)
        {
            var first = fault.Parameters[0];
            return new(ProblemTypes.Validation, $"{first.Name}: {first.Message}") { Parameters = fault.Parameters };
        }

        var error = fault.Query!;
        return new(error.IsLimit ? ProblemTypes.QueryTooCostly : ProblemTypes.QuerySyntax, error.Message) { Query = error };
    }

    public static ProblemDocument NotFound(string detail) => new(ProblemTypes.NotFound, detail);

    public ProblemHttpResult ToResult()
    {
        var extensions = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (Query is not null)
        {
            extensions["code"] = Query.Code;
            extensions["position"] = Query.Start;
            extensions["length"] = Query.Length;
            extensions["repaired"] = Query.Repaired;
        }

        if (Parameters.Count > 0)
        {
            extensions["errors"] = Parameters
                .GroupBy(error => error.Name)
                .ToDictionary(group => group.Key, group => group.Select(error => error.Message).ToArray());
        }

        if (StatementId is not null)
        {
            extensions["statementId"] = StatementId;
        }

        return TypedResults.Problem(Detail, statusCode: Type.Status, title: Type.Title, type: Type.Path, extensions: extensions);
    }
}
