using Search.Service.Requests;

namespace Search.Web.Pages.Layout;

/// <summary>Parameters that only pages take.</summary>
internal static class PageParameters
{
    private static readonly Parameter[] s_carried = [SearchParameters.Query, SearchParameters.Match];

    public static Parameter Show { get; } = new("show", "What else to show in the text.") { Choices = ["countries"] };

    /// <summary>A cursor does not tell how far down the list it is.</summary>
    public static Parameter At { get; } = new("at", "Which hit of the list is the page's first.") { Form = ParameterForm.WholeNumber };

    /// <summary>A cursor leads on only: the way back is the cursors of the pages before.</summary>
    public static Parameter Passed { get; } = new(
        "passed", "The pages before but for the first: which hit it began with, a dot, its cursor.")
    {
        Repeats = true,
    };

    public static Parameter Chart { get; } = new("chart", "What the bars over time show instead of shares.") { Choices = ["count"] };

    /// <summary>What tells one page of a list from another.</summary>
    public static IReadOnlyList<Parameter> Place { get; } = [SearchParameters.Cursor, At, Passed];

    /// <summary>How a list is arranged: where all that match are counted, it means nothing.</summary>
    public static IReadOnlyList<Parameter> Arranging { get; } =
        [SearchParameters.Sort, SearchParameters.Siblings, SearchParameters.Collapse, SearchParameters.Size, Chart];

    /// <summary>What the page of coverage carries, so that one can go back to the search that found nothing.</summary>
    public static bool IsCarried(string name) =>
        s_carried.Any(parameter => parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    public static IReadOnlyList<Parameter> Search { get; } = [.. SearchParameters.Search, Chart, At, Passed];

    /// <summary>The page of a statement carries the search it was found by, so that one can go back to it.</summary>
    public static IReadOnlyList<Parameter> Statement { get; } = [.. Search, Show];
}
