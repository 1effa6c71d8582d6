using Search.Reading.Files;
using Search.Reading.Pages;

namespace Search.Reading.Html;

/// <summary>A page's title: its text, and the block that prints it (-1 when none does).</summary>
internal sealed record HtmlTitle(string Text, int Block, string? SiteName)
{
    /// <summary>The last block that prints it: a heading may be broken into lines.</summary>
    public int Last { get; private init; } = Block;

    /// <summary>A heading that the page's own title names; else the best heading; else the page's title without its site's name.</summary>
    public static HtmlTitle Choose(HtmlMetadata metadata, IReadOnlyList<HtmlBlock> blocks)
    {
        var (headline, socialTitle, pageTitle) =
            (Bounded(metadata.LinkedData.Headline), Bounded(metadata.SocialTitle), Bounded(metadata.PageTitle));
        var names = new[] { headline, socialTitle, pageTitle }.OfType<string>()
            .Where(name => name.Length > 0 && !PageLabels.IsKindAlone(name)).ToList();
        var block = Heading(blocks, names);

        // Below a section's own name headings that lead elsewhere are its entries.
        block = block >= 0 && blocks[block].IsLink && KindHeading(blocks) >= 0 ? -1 : block;
        var known = block >= 0 ? Bounded(blocks[block].Text) : headline ?? socialTitle;
        if (block >= 0)
        {
            var last = LastLine(blocks, block);
            var beside = TitleParts.SiteBeside(pageTitle ?? string.Empty, known!);
            return new HtmlTitle(Whole(blocks, block, last), block, beside) { Last = last };
        }

        bool IsSite(string part) => IsOfSite(metadata, blocks, part);
        var (title, site) = known is { Length: > 0 } && pageTitle is not null && TitleParts.SiteBeside(pageTitle, known) is { } name
            ? (known, name) : TitleParts.Split(pageTitle ?? string.Empty, IsSite);
        var social = TitleParts.Split(headline ?? socialTitle ?? string.Empty, IsSite).Title;
        var text = new[] { social, title }.FirstOrDefault(text => text.Length > 0 && !PageLabels.IsKindAlone(text)) ?? string.Empty;

        // A kind's name above a list or a text is where they begin, though it is no title.
        return new HtmlTitle(text, Printed(blocks, text) is >= 0 and var printed ? printed : KindHeading(blocks), site);
    }

    /// <summary>The heading that says what the page's titles say wins over its level and its place.</summary>
    private static int Heading(IReadOnlyList<HtmlBlock> blocks, List<string> names)
    {
        var folded = names.ConvertAll(Fold);
        var (best, most) = (-1, 0);
        for (var index = 0; index < blocks.Count; index++)
        {
            var block = blocks[index];
            if (block.Words > 80 || (block.Heading == 0 && block.Words < 3) || PageLabels.IsKindAlone(block.Text))
            {
                continue;
            }

            var heading = Fold(block.Text);
            var agrees = folded.Exists(name => Agrees(name, heading));
            var score = Score(block, agrees);
            if (score > most)
            {
                (best, most) = (index, score);
            }
        }

        return best;
    }

    private static int KindHeading(IReadOnlyList<HtmlBlock> blocks) =>
        blocks.FirstOrDefault(block => block is { Heading: 1 or 2, IsChrome: false, IsLink: false } && PageLabels.IsKindAlone(block.Text))
            ?.Order ?? -1;

    private static int Score(HtmlBlock block, bool agrees)
    {
        if (block.Heading == 0 && (!agrees || block.IsLink))
        {
            return 0;
        }

        var level = block.Heading switch { 1 => 6, 2 => 4, 3 => 3, > 3 => 1, _ => 0 };
        var place = (block.IsChrome ? -4 : 0) + (block.IsLink ? -4 : 0) + (block.Words >= 4 ? 2 : 0);

        // A heading that leads elsewhere is the site's name, also where the page's title repeats it.
        return agrees ? 20 + level + place - (block.IsLink ? 8 : 0) : block.Heading is 1 or 2 ? level + place : 0;
    }

    /// <summary>The page's title is the heading's text, alone or with the site's name around it.</summary>
    private static bool Agrees(string folded, string wanted)
    {
        return wanted.Length > 0 && (folded == wanted
            || (wanted.Length >= 8 && (folded.StartsWith(wanted, StringComparison.Ordinal)
                || folded.EndsWith(wanted, StringComparison.Ordinal)))
            || (folded.Length >= 30 && wanted.StartsWith(folded, StringComparison.Ordinal))
            || (folded.Length >= 40 && wanted.Length >= 40 && folded.AsSpan(0, 40).SequenceEqual(wanted.AsSpan(0, 40))));
    }

    private static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>A heading that a page cut into lines is whole in the page's own title.</summary>
    private static string Whole(IReadOnlyList<HtmlBlock> blocks, int first, int last) =>
        string.Join(' ', blocks.Skip(first).Take(last - first + 1).Select(block => block.Text));

    private static int LastLine(IReadOnlyList<HtmlBlock> blocks, int first)
    {
        var (last, length) = (first, blocks[first].Text.Length);
        while (last + 1 < blocks.Count && GoesOn(blocks[last + 1], blocks[first]) && length <= ReadLimits.TitleCharacters)
        {
            length += blocks[++last].Text.Length + 1;
        }

        return last;
    }

    private static bool GoesOn(HtmlBlock next, HtmlBlock heading) =>
        next.IsContinued && next.Heading == heading.Heading && heading.Heading > 0;

    /// <summary>Cut where it is refused as too long: what follows costs time and changes nothing.</summary>
    private static string? Bounded(string? title) =>
        title?.Length > ReadLimits.TitleCharacters ? title[..(ReadLimits.TitleCharacters + 1)] : title;

    /// <summary>What menus, the page's head and its lines of rights print is the site's name or a section's.</summary>
    private static bool IsOfSite(HtmlMetadata metadata, IReadOnlyList<HtmlBlock> blocks, string part)
    {
        var wanted = Fold(part);
        return wanted.Length > 0 && (Fold(metadata.SiteName ?? string.Empty) == wanted || blocks.Any(block =>
            ((block.IsChrome || block.IsLink) && Fold(block.Text) == wanted)
            || (PageLabels.IsRights(block.Text) && Fold(block.Text).Contains(wanted, StringComparison.Ordinal))));
    }

    private static int Printed(IReadOnlyList<HtmlBlock> blocks, string text)
    {
        var wanted = Fold(text);
        for (var index = 0; index < blocks.Count; index++)
        {
            if (!blocks[index].IsLink && Fold(blocks[index].Text) == wanted)
            {
                return index;
            }
        }

        return -1;
    }
}
