using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Search.Service.Responses;

namespace Search.Web.Pages;

/// <summary>Two texts as one, with what was deleted and inserted.</summary>
public sealed class MarkedChanges : ComponentBase
{
    [Parameter, EditorRequired]
    public required IReadOnlyList<ChangeResponse> Value { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var change in Value)
        {
            var element = change.Change switch { "deleted" => "del", "inserted" => "ins", _ => null };
            if (element is null)
            {
                builder.AddContent(0, change.Text);
                continue;
            }

            builder.OpenElement(1, element);
            builder.AddContent(2, change.Text);
            builder.CloseElement();
        }
    }
}
