namespace Search.Reading.Html;

/// <summary>A page's title: its text, and the block that prints it (-1 when none does).</summary>
internal sealed record HtmlTitle(string Text, int Block, string? SiteName)
{
    private static readonly string[] s_separators = [" | ", " – ", " — ", " - ", " :: ", " » ", " › ", " / ", " · ", " • ", "_", "｜", "－", " : ", "|", "»", "--"];

    /// <summary>A heading that the page's own title names; else the best heading; else the page's title without its site's name.</summary>
    public static HtmlTitle Choose(HtmlMetadata metadata, IReadOnlyList<HtmlBlock> blocks)
    {
        var names = new[] { metadata.LinkedData.Headline, metadata.SocialTitle, metadata.PageTitle }.OfType<string>().Where(name => name.Length > 0).ToList();
        var block = Heading(blocks, names);
        var (title, site) = Split(metadata.PageTitle ?? string.Empty, block >= 0 ? blocks[block].Text : metadata.LinkedData.Headline ?? metadata.SocialTitle);
        if (block >= 0)
        {
            return new HtmlTitle(Whole(blocks, block, names), block, site);
        }

        var social = Split(metadata.LinkedData.Headline ?? metadata.SocialTitle ?? string.Empty, null).Title;
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
            || (wanted.Length >= 8 && (folded.StartsWith(wanted, StringComparison.Ordinal) || folded.EndsWith(wanted, StringComparison.Ordinal)))
            || (folded.Length >= 30 && wanted.StartsWith(folded, StringComparison.Ordinal))
            || (folded.Length >= 40 && wanted.Length >= 40 && folded.AsSpan(0, 40).SequenceEqual(wanted.AsSpan(0, 40))));
    }

    private static string Fold(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    /// <summary>A heading that a page cut into lines is whole in the page's own title.</summary>
    private static string Whole(IReadOnlyList<HtmlBlock> blocks, int block, List<string> names)
    {
        var text = blocks[block].Text;
        for (var next = block + 1; next < blocks.Count && blocks[next].IsContinued && blocks[next].Heading == blocks[block].Heading && blocks[block].Heading > 0; next++)
        {
            text += " " + blocks[next].Text;
        }

        return text;
    }

    private static int Printed(IReadOnlyList<HtmlBlock> blocks, string text)
    {
        for (var index = 0; index < blocks.Count; index++)
        {
            if (!blocks[index].IsLink && Fold(blocks[index].Text) == Fold(text))
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
            && s_separators.FirstOrDefault(separator => text.AsSpan(known.Length).StartsWith(separator, StringComparison.Ordinal)) is { } behind)
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
                var rest = parts.Where(part => !Fold(known).Contains(Fold(part), StringComparison.Ordinal)).ToList();
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
