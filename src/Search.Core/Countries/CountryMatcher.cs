namespace Search.Core.Countries;

/// <summary>Finds every place in a text that names a country. Immutable; may be used by many threads.</summary>
/// <remarks>
/// What it finds is a function of the two texts and the gazetteer alone, so facets can be made anew from stored
/// statements whenever <see cref="Gazetteer.Version"/> changes.
/// </remarks>
public sealed class CountryMatcher
{
    private readonly NameIndex _index;
    private readonly PairedNames _pairs;
    private readonly MentionJudge _judge;

    public CountryMatcher(Gazetteer gazetteer)
    {
        Gazetteer = gazetteer;
        _index = NameIndex.Build(gazetteer);
        _pairs = new PairedNames(_index);
        _judge = new MentionJudge(new ContextWords(gazetteer), gazetteer);
    }

    /// <summary>The matcher of the gazetteer that comes with the product; built once.</summary>
    public static CountryMatcher Default { get; } = new(Gazetteer.Default);

    public Gazetteer Gazetteer { get; }

    /// <summary>Mentions in the order title, body, offset; they never overlap.</summary>
    /// <param name="title">Normalised text.</param>
    /// <param name="body">Normalised text.</param>
    public IReadOnlyList<CountryMention> Find(string title, string body)
    {
        var inTitle = Scan(title);
        var inBody = Scan(body);
        return inTitle.Count + inBody.Count == 0 ? [] : _judge.Judge(title, body, inTitle, inBody);
    }

    private List<Sighting> Scan(string text)
    {
        var sightings = new List<Sighting>();
        NameScanner.Scan(_index, text, sightings);
        _pairs.Complete(text, sightings);
        return sightings;
    }
}
