using Search.Reading.Files;

namespace Search.Reading.Html;

/// <summary>A page's title: its text, and the block that prints it (-1 when none does).</summary>
internal sealed record HtmlTitle(string Text, int Block, string? SiteName)
{
    private static readonly string[] s_separators = [" | ", " – ", " — ", " - ", " :: ", " » ", " › ", " / ", " · ", " • ", "_", "｜",
        "－", " : ", "|", "»", "--"];

    /// <summary>A heading that the page's own title names; else the best heading; else the page's title without its site's name.</summary>
    public static HtmlTitle Choose(HtmlMetadata metadata, IReadOnlyList<HtmlBlock> blocks)
    {
        var (headline, socialTitle, pageTitle) =
            (Bounded(metadata.LinkedData.Headline), Bounded(metadata.SocialTitle), Bounded(metadata.PageTitle));
        var names = new[] { headline, socialTitle, pageTitle }.OfType<string>().Where(name => name.Length > 0).ToList();
        var block = Heading(blocks, names);
        var (title, site) = Split(pageTitle ?? string.Empty, block >= 0 ? Bounded(blocks[block].Text) : headline ?? socialTitle);
        if (block >= 0)
        {
            return new HtmlTitle(Whole(blocks, block), block, site);
        }

        var social = Split(headline ?? socialTitle ?? string.Empty, null).Title;
        var text = social.Length > 0 ? social : title;
        return new HtmlTitle(text, Printed(blocks, text), site);
    }

    /// <summary>The heading that says what the page's titles say wins over its level and its place.</summary>
    private static int Heading(IReadOnlyList<HtmlBlock> blocks, List<string> names)
    {
        var folded = names.ConvertAll(Fold);
        var (best, most) = (-1, 0);
        for (var index = 0; index < blocks.Count; index++)
        {
            var block = blocks[index];
            if (block.Words > 80 || (block.Heading == 0 && block.Words < 3))
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
    private static string Whole(IReadOnlyList<HtmlBlock> blocks, int block)
    {
        var text = blocks[block].Text;
        for (var next = block + 1; next < blocks.Count && GoesOn(blocks[next], blocks[block])
            && text.Length <= ReadLimits.TitleCharacters; next++)
        {
            text += " " + blocks[next].Text;
        }

        return text;
    }

    private static bool GoesOn(HtmlBlock next, HtmlBlock heading) =>
        next.IsContinued && next.Heading == heading.Heading && heading.Heading > 0;

    /// <summary>Cut where it is refused as too long: what follows costs time and changes nothing.</summary>
    private static string? Bounded(string? title) =>
        title?.Length > ReadLimits.TitleCharacters ? title[..(ReadLimits.TitleCharacters + 1)] : title;

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

    /// <summary>Title and site's name, of which sites put either first; a known title tells which is which.</summary>
    private static (string Title, string? Site) Split(string text, string? known)
    {
        if (known is { Length: > 0 } && text.Length > known.Length && text.StartsWith(known, StringComparison.Ordinal)
            && s_separators.FirstOrDefault(separator => text.AsSpan(known.Length).StartsWith(separator, StringComparison.Ordinal))
                is { } behind)
        {
            return (known, text[(known.Length + behind.Length)..].Trim());
        }

        foreach (var separator in s_separators)
        {
            var parts = text.Split(separator, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (parts.Length < 2)
            {
                continue;
            }

            if (known is not null)
            {
                var whole = Fold(known);
                var rest = parts.Where(part => !whole.Contains(Fold(part), StringComparison.Ordinal)).ToList();
                if (rest.Count < parts.Length)
                {
                    return (known, rest.LastOrDefault());
                }

                continue;
            }

            var longest = parts.MaxBy(part => part.Length)!;
            return (longest, parts.LastOrDefault(part => part != longest));
        }

        return (text, null);
    }
}
