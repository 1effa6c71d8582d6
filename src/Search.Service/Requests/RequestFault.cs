using Search.Queries;

namespace Search.Service.Requests;

/// <summary>What is wrong with one parameter, in a sentence its author can act on.</summary>
public sealed record ParameterError(string Name, string Message);

/// <summary>Why a request cannot be run: its parameters, or else its query.</summary>
/// <param name="Parameters">Empty when only the query is at fault.</param>
/// <param name="Query">Null when the query is sound or was not looked at.</param>
public sealed record RequestFault(IReadOnlyList<ParameterError> Parameters, QueryError? Query = null)
{
    public override string ToString() =>
        string.Join(
            Environment.NewLine,
            Parameters.Select(error => $"{error.Name}: {error.Message}").Append(Query?.Message).OfType<string>());
}
