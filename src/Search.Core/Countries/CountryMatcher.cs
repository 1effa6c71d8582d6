namespace Search.Core.Countries;

/// <summary>Finds every place in a text that names a country. Immutable; may be used by many threads.</summary>
/// <remarks>
/// What it finds is a function of the two texts and the gazetteer alone, so facets can be made anew from stored
/// statements whenever <see cref="Gazetteer.Version"/> changes.
/// </remarks>
public sealed class CountryMatcher
{
    private readonly NameIndex _index;
    private readonly MentionJudge _judge;

    public CountryMatcher(Gazetteer gazetteer)
    {
        Gazetteer = gazetteer;
        _index = NameIndex.Build(gazetteer);
        _judge = new MentionJudge(new ContextWords(gazetteer));
    }

    /// <summary>The matcher of the gazetteer that comes with the product; built once.</summary>
    public static CountryMatcher Default { get; } = new(Gazetteer.Default);

    public Gazetteer Gazetteer { get; }

    /// <summary>Mentions in the order title, body, offset; they never overlap.</summary>
    /// <param name="title">Normalised text.</param>
    /// <param name="body">Normalised text.</param>
    public IReadOnlyList<CountryMention> Find(string title, string body)
    {
        var inTitle = new List<Sighting>();
        var inBody = new List<Sighting>();
        NameScanner.Scan(_index, title, inTitle);
        NameScanner.Scan(_index, body, inBody);
        return inTitle.Count + inBody.Count == 0 ? [] : _judge.Judge(title, body, inTitle, inBody);
    }
}
