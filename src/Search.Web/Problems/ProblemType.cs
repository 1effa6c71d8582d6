namespace Search.Web.Problems;

/// <summary>A kind of problem with a page of its own; its path is stable, scripts compare it.</summary>
/// <param name="Name">Last part of the path.</param>
/// <param name="Status">HTTP status it is answered with.</param>
/// <param name="Title">What went wrong, the same each time.</param>
/// <param name="Help">What to do about it: the text of its page.</param>
public sealed record ProblemType(string Name, int Status, string Title, string Help)
{
    public string Path => $"/problems/{Name}";
}
