using System.Xml.Linq;

namespace Search.Reading.Records;

/// <summary>What a feed says of itself before its entries.</summary>
internal sealed class FeedHead
{
    public string? Title { get; private set; }

    public string? Language { get; private set; }

    public string? Link { get; private set; }

    public bool Wants(string name) => name switch
    {
        "title" => Title is null,
        "language" => Language is null,
        _ => Link is null,
    };

    public void SetLanguage(string? language) => Language ??= language;

    public void Set(string? language, XElement element)
    {
        SetLanguage(language);
        switch (element.Name.LocalName)
        {
            case "title":
                Title ??= element.Value.Trim();
                break;
            case "language":
                Language ??= element.Value.Trim();
                break;
            default:
                Link ??= element.Attribute("href")?.Value ?? element.Value.Trim();
                break;
        }
    }

    public FeedHead Copy() => new() { Title = Title, Language = Language, Link = Link };
}
