namespace Search.Core.Queries;

/// <summary>Why a query cannot be understood, in words its author can act on.</summary>
/// <param name="Code">Stable, kebab-case, such as <c>unbalanced-quote</c>.</param>
/// <param name="Message">A sentence that says what to do.</param>
/// <param name="Start">UTF-16 units from the start of the text that was parsed.</param>
/// <param name="Length">UTF-16 units; 0 for a place between two characters.</param>
/// <param name="Repaired">A query that parses and is the likeliest meaning.</param>
public sealed record QueryError(string Code, string Message, int Start, int Length, string Repaired);
