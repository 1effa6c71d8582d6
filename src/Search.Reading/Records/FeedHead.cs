using System.Xml.Linq;
using Search.Reading.Dates;

namespace Search.Reading.Records;

/// <summary>What a feed says of itself around its entries.</summary>
internal sealed class FeedHead
{
    public string? Title { get; private set; }

    public string? Language { get; private set; }

    public string? Link { get; private set; }

    /// <summary>Where relative addresses begin.</summary>
    public string? Base { get; private set; }

    /// <summary>Dates in numbers of the feed's entries, which show how it writes them.</summary>
    public IReadOnlyList<FoundDate> Numbers { get; private init; } = [];

    public bool Wants(ReadOnlySpan<char> name) => name switch
    {
        "title" => Title is null,
        "language" => Language is null,
        _ => Link is null,
    };

    /// <summary>An element around the entries.</summary>
    public void Describe(XElement element)
    {
        Language ??= element.Attribute(XNamespace.Xml + "lang")?.Value;
        Base ??= element.Attribute(XNamespace.Xml + "base")?.Value;
    }

    /// <summary>Title, language or link.</summary>
    public void Set(XElement element)
    {
        switch (element.Name.LocalName)
        {
            case "title":
                Language ??= element.Attribute(XNamespace.Xml + "lang")?.Value;
                Title ??= element.Value.Trim();
                break;
            case "language":
                Language ??= element.Value.Trim();
                break;
            default:
                // A feed's own address and its hub's are no page's.
                Link ??= element.Attribute("rel")?.Value is null or "alternate"
                    && (element.Attribute("href")?.Value ?? element.Value.Trim()) is { Length: > 0 } link ? link : null;
                break;
        }
    }

    /// <summary>As it is now, for an entry that is read later.</summary>
    public FeedHead Copy(IReadOnlyList<FoundDate> numbers) =>
        new() { Title = Title, Language = Language, Link = Link, Base = Base, Numbers = numbers };
}
