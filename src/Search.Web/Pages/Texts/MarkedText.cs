using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Search.Archive.Highlighting;

namespace Search.Web.Pages.Texts;

/// <summary>Text with marks. Everything is encoded; the only markup, down to the last space, is this component's own.</summary>
public sealed class MarkedText : ComponentBase
{
    [Parameter, EditorRequired]
    public required string Text { get; set; }

    [Parameter]
    public int Start { get; set; }

    [Parameter]
    public int? End { get; set; }

    [Parameter]
    public IReadOnlyList<Mark> Marks { get; set; } = [];

    [Parameter]
    public IReadOnlyList<NamedCountry> Countries { get; set; } = [];

    /// <summary>What the marks' anchors begin with; null for marks that nothing leads to.</summary>
    [Parameter]
    public string? Anchor { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var segment in TextSegments.Cut(Text, Start, End ?? Text.Length, Marks, Countries))
        {
            if (segment.Mark < 0)
            {
                AddText(builder, segment);
                continue;
            }

            builder.OpenElement(0, "mark");
            if (Anchor is not null && segment.StartsMark)
            {
                builder.AddAttribute(1, "id", $"{Anchor}{segment.Mark + 1}");
            }

            AddText(builder, segment);
            builder.CloseElement();
        }
    }

    private static void AddText(RenderTreeBuilder builder, TextSegment segment)
    {
        if (segment.Country is null)
        {
            builder.AddContent(2, segment.Text);
            return;
        }

        builder.OpenElement(3, "span");
        builder.AddAttribute(4, "class", "named");
        builder.AddAttribute(5, "title", segment.Country);
        builder.AddContent(6, segment.Text);
        builder.CloseElement();
    }
}
