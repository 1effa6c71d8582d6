using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Search.Service.Responses;

namespace Search.Web.Pages.Texts;

/// <summary>Two texts as one, with what was deleted and inserted.</summary>
public sealed class MarkedChanges : ComponentBase
{
    private const string Equal = "equal";

    [Parameter, EditorRequired]
    public required IReadOnlyList<ChangeResponse> Value { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        ChangeResponse? before = null;
        foreach (var change in Value)
        {
            // Words that were replaced stand side by side, and would be read and copied as one.
            if (before is not null && before.Change != change.Change && before.Change != Equal && change.Change != Equal
                && before.Text is [.., var last] && change.Text is [var first, ..] && !char.IsWhiteSpace(last) && !char.IsWhiteSpace(first))
            {
                builder.AddContent(3, " ");
            }

            before = change;
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
