using Search.Service.Requests;

namespace Search.Web.Pages;

/// <summary>Parameters that only pages take.</summary>
internal static class PageParameters
{
    public static Parameter Show { get; } = new("show", "What else to show in the text.") { Choices = ["countries"] };

    /// <summary>The page of a statement carries the search it was found by, so that one can go back to it.</summary>
    public static IReadOnlyList<Parameter> Statement { get; } = [.. SearchParameters.Search, Show];
}
