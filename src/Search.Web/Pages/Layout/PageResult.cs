using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace Search.Web.Pages.Layout;

/// <summary>
/// A page as the answer to a request. What all pages begin with leaves for the browser before the rest is made: it fetches styles and
/// script meanwhile. By then is known what the page will say, and the status that says whether it is an answer.
/// </summary>
internal sealed class PageResult : IResult
{
    private readonly int _status;
    private readonly Type _page;
    private readonly Dictionary<string, object?> _parameters;

    private PageResult(int status, Type page, IEnumerable<(string Name, object? Value)> parameters)
    {
        (_status, _page) = (status, page);
        _parameters = parameters.ToDictionary(parameter => parameter.Name, parameter => parameter.Value);
    }

    /// <param name="parameters">What the page shows, by the names of its parameters.</param>
    public static PageResult Of<TPage>(params (string Name, object? Value)[] parameters)
        where TPage : IComponent => Of<TPage>(StatusCodes.Status200OK, parameters);

    /// <param name="status">The answer's status.</param>
    /// <param name="parameters">What the page shows, by the names of its parameters.</param>
    public static PageResult Of<TPage>(int status, params (string Name, object? Value)[] parameters)
        where TPage : IComponent => new(status, typeof(TPage), parameters);

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var (response, cancellation) = (httpContext.Response, httpContext.RequestAborted);
        (response.StatusCode, response.ContentType) = (_status, "text/html; charset=utf-8");
        await response.WriteAsync(PageHead.Html, cancellation);
        await response.Body.FlushAsync(cancellation);
        await WriteAsync(await RenderAsync(httpContext), response, cancellation);
    }

    private async Task<StringBuilder> RenderAsync(HttpContext context)
    {
        var services = context.RequestServices;
        await using var renderer = new HtmlRenderer(services, services.GetRequiredService<ILoggerFactory>());
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var root = await renderer.RenderComponentAsync<PageRoot>(ParameterView.FromDictionary(new Dictionary<string, object?>
            {
                [nameof(PageRoot.Context)] = context,
                [nameof(PageRoot.Page)] = _page,
                [nameof(PageRoot.Parameters)] = _parameters,
            }));
            await using var writer = new StringWriter(CultureInfo.InvariantCulture);
            root.WriteHtmlTo(writer);
            return writer.GetStringBuilder();
        });
    }

    /// <summary>Piece by piece: a page in one string would be among the objects that the runtime keeps for long.</summary>
    private static async Task WriteAsync(StringBuilder html, HttpResponse response, CancellationToken cancellationToken)
    {
        var encoder = Encoding.UTF8.GetEncoder();
        foreach (var chunk in html.GetChunks())
        {
            encoder.Convert(chunk.Span, response.BodyWriter, flush: false, out _, out _);
        }

        await response.BodyWriter.FlushAsync(cancellationToken);
    }
}
