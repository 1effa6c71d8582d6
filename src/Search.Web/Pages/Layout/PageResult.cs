using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Search.Web.Pages.Layout;

/// <summary>A page as the answer to a request.</summary>
internal static class PageResult
{
    /// <param name="parameters">What the page shows, by the names of its parameters.</param>
    public static RazorComponentResult<TPage> Of<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent => new(parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value));
}
