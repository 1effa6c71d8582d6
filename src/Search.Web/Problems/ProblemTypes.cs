namespace Search.Web.Problems;

/// <summary>Every problem that this service answers with.</summary>
public static class ProblemTypes
{
    public static ProblemType QuerySyntax { get; } = new(
        "query-syntax",
        StatusCodes.Status400BadRequest,
        "The query cannot be understood",
        "The members position and length say which part of q is at fault, in UTF-16 units; detail says what to do. "
        + "repaired is a query that works and is the likeliest meaning.");

    public static ProblemType QueryTooCostly { get; } = new(
        "query-too-costly",
        StatusCodes.Status400BadRequest,
        "The query is over the limits",
        "Queries are limited in length, terms, depth and prefixes so that one cannot hold up the others. "
        + "Ask for less at a time; where the members position and repaired are given "
        + "they say where the limit was passed and what is left within it.");

    public static ProblemType Validation { get; } = new(
        "validation",
        StatusCodes.Status400BadRequest,
        "A parameter is wrong",
        "The member errors has a key for each parameter at fault, with what is wrong with it. "
        + "Parameters that are not known are errors too: a misspelt filter would otherwise widen the answer unnoticed.");

    public static ProblemType NotFound { get; } = new(
        "not-found",
        StatusCodes.Status404NotFound,
        "There is nothing here",
        "Either the path is none of this service's (see /openapi/v1.json), or the archive holds no such statement or version.");

    public static ProblemType MethodNotAllowed { get; } = new(
        "method-not-allowed",
        StatusCodes.Status405MethodNotAllowed,
        "The method is not supported here",
        "The header Allow names the methods that are.");

    public static ProblemType CursorExpired { get; } = new(
        "cursor-expired",
        StatusCodes.Status410Gone,
        "The archive has changed since this cursor was given",
        "Going on from it could skip statements or show them twice. Ask for the first page again, without cursor.");

    public static ProblemType EngineUnavailable { get; } = new(
        "engine-unavailable",
        StatusCodes.Status503ServiceUnavailable,
        "The search engine cannot be asked now",
        "This says nothing about what the archive holds. Try again after the seconds in the header Retry-After.");

    public static ProblemType ArchiveDamaged { get; } = new(
        "archive-damaged",
        StatusCodes.Status500InternalServerError,
        "The archive is damaged here",
        "What is stored is not what was written, so it is not shown. Asking again does not help. Where the service is your own: "
        + "search verify says what is damaged; import the statements anew or put a backup in the archive's place. "
        + "The member statementId names the statement at fault where only one is.");

    public static ProblemType ArchiveUnusable { get; } = new(
        "archive-unusable",
        StatusCodes.Status500InternalServerError,
        "The archive cannot be used as it is",
        "It is gone, closed, of another version of this program, or something else lies in its place. Asking again does not help. "
        + "Where the service is your own: its log says which and what mends it.");

    public static ProblemType ArchiveReadOnly { get; } = new(
        "archive-read-only",
        StatusCodes.Status403Forbidden,
        "Nothing can be kept here",
        "The archive, or this service's key to it, is for reading only: it can be searched, and no result be frozen. Where the service is "
        + "your own: give it a key that may write to the index of frozen results, or make the archive's file and folder writable.");

    public static ProblemType ArchiveFull { get; } = new(
        "archive-full",
        StatusCodes.Status507InsufficientStorage,
        "There is no room left",
        "The medium that the archive lies on is full, or the archive keeps as many frozen results as it may; detail says which. What the "
        + "archive holds is whole.");

    public static ProblemType RateLimited { get; } = new(
        "rate-limited",
        StatusCodes.Status429TooManyRequests,
        "Too many requests from this address",
        "Wait for the seconds in the header Retry-After. "
        + "Where the service is your own, the limit can be switched off with Search:RateLimit:Enabled=false.");

    public static ProblemType InternalError { get; } = new(
        "internal-error",
        StatusCodes.Status500InternalServerError,
        "Something went wrong here",
        "It is this service's fault, not yours. Its log has the cause under the traceId.");

    public static IReadOnlyList<ProblemType> All { get; } =
    [
        QuerySyntax, QueryTooCostly, Validation, NotFound, MethodNotAllowed, CursorExpired, RateLimited, InternalError,
        ArchiveDamaged, ArchiveUnusable, EngineUnavailable, ArchiveFull, ArchiveReadOnly,
    ];

    /// <summary>The type for a status that was set without a problem; null for statuses that are none of ours.</summary>
    public static ProblemType? ForStatus(int status) => status switch
    {
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status429TooManyRequests => RateLimited,
        StatusCodes.Status503ServiceUnavailable => EngineUnavailable,
        >= StatusCodes.Status500InternalServerError => InternalError,
        _ => null,
    };
}
