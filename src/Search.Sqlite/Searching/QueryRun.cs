using Microsoft.Data.Sqlite;
using Search.Archive.Matching;
using Search.Core.Countries;
using Search.Sqlite.Matching;
using Search.Sqlite.Planning;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Searching;

/// <summary>Shows a query's matches to a sink, within the time there is.</summary>
/// <param name="countryKinds">Which kinds of mention make a statement one that names a country.</param>
/// <param name="budget">From each run on.</param>
internal sealed class QueryRun(ReadSession session, DocumentFrequencies frequencies, MentionKinds countryKinds, TimeSpan budget)
{
    /// <summary>False when time was over before the last match.</summary>
    /// <exception cref="QueryTooCostlyException">Time was over before anything can be said.</exception>
    public bool Execute(MatchNode query, IMatchSink sink, bool isScored, CancellationToken cancellationToken)
    {
        var executor = new PlanExecutor(session.Reader, session.Columns, frequencies, countryKinds, sink, isScored);
        ReaderConnection.StartDeadline(budget, cancellationToken);
        try
        {
            var isComplete = executor.Execute(MatchPlanner.Plan(query, session.Columns.HasUnstemmed));
            cancellationToken.ThrowIfCancellationRequested();
            return isComplete;
        }
        catch (SqliteException exception) when (exception.SqliteErrorCode == SQLitePCL.raw.SQLITE_INTERRUPT)
        {
            // The deadline is met anywhere: while words are weighed, ids looked up or a statement is prepared, too.
            cancellationToken.ThrowIfCancellationRequested();
            throw new QueryTooCostlyException("This query took too long; make it narrower, with more or rarer words.");
        }
        catch (QueryTooCostlyException) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        finally
        {
            ReaderConnection.EndDeadline();
        }
    }
}
