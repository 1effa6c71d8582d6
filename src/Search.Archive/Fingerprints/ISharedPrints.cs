using Search.Archive.Matching;
using Search.Core.Statements;

namespace Search.Archive.Fingerprints;

/// <summary>Finds statements that may have text in common.</summary>
/// <remarks>docs/decisions/0104 says what fingerprints promise.</remarks>
public interface ISharedPrints
{
    /// <summary>The statements that have fingerprints in common with those given.</summary>
    /// <exception cref="QueryTooCostlyException">Not all could be looked through in time.</exception>
    async Task<SharedPrints> FindSharedAsync(SharedRequest request, CancellationToken cancellationToken) =>
        (await FindSharedAsync([request], cancellationToken))[0];

    /// <summary>The same for several at once, in their order. The longest of their budgets is that of all.</summary>
    /// <exception cref="QueryTooCostlyException">Not all could be looked through in time.</exception>
    Task<IReadOnlyList<SharedPrints>> FindSharedAsync(IReadOnlyList<SharedRequest> requests, CancellationToken cancellationToken);
}

/// <summary>Statements asked of an engine by fingerprints.</summary>
public sealed record SharedRequest
{
    /// <summary>As <see cref="StatementPrints"/> gives them: each once.</summary>
    public required IReadOnlyList<uint> Prints { get; init; }

    /// <summary>A statement that is left out.</summary>
    public required StatementId Except { get; init; }

    /// <summary>How many of them a statement has at least.</summary>
    public int Least { get; init; } = 1;

    /// <summary>Left out are those whose day, or first day of month or year, is later. Null for none.</summary>
    public DateOnly? NotAfter { get; init; }

    /// <summary>How many statements to read.</summary>
    public required int Size { get; init; }

    /// <summary>How long the engine may take.</summary>
    public TimeSpan Budget { get; init; } = TimeSpan.FromSeconds(5);
}

/// <param name="Total">Statements that there are.</param>
/// <param name="Statements">
/// All of them, in no order; where there are more than were asked for, those with the most in common, the most first, of equal ones
/// those with the lowest ids.
/// </param>
public sealed record SharedPrints(long Total, IReadOnlyList<Statement> Statements);
