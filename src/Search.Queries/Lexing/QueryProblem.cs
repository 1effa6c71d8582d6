namespace Search.Queries;

/// <summary>A change to a text: what stands between two places is replaced.</summary>
internal readonly record struct QueryEdit(int Start, int End, string Replacement = "")
{
    public string Apply(string text) => string.Concat(text.AsSpan(0, Start), Replacement, text.AsSpan(End));
}

/// <summary>Why normalised text cannot be read, and the edit that mends it.</summary>
/// <param name="Edit">Null: only the bare words can be saved.</param>
internal sealed record QueryProblem(string Code, string Message, int Start, int End, QueryEdit? Edit, bool IsLimit = false);
