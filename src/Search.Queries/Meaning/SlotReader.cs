using Search.Archive.Matching;
using Search.Core.Analysis;

namespace Search.Queries;

/// <summary>Analyzes the words of one query into slots of phrases.</summary>
internal sealed class SlotReader
{
    private readonly TextAnalyzer _analyzer = new();
    private readonly List<Token> _tokens = [];

    /// <summary>A slot for each token; none when the text holds no word.</summary>
    public List<PhraseSlot> Words(string text, Likeness likeness)
    {
        Analyze(text);
        return [.. _tokens.Select(token => (PhraseSlot)new TermSlot([MatchTerm.Of(token.Forms, likeness)]))];
    }

    /// <summary>
    /// The last token is one to begin with. Case is dropped first, so that USA* does not ask for the country's own token.
    /// </summary>
    public List<PhraseSlot> Prefix(string text, Likeness likeness)
    {
        Analyze(text.ToLowerInvariant());
        return
        [
            .. _tokens.SkipLast(1).Select(token => (PhraseSlot)new TermSlot([MatchTerm.Of(token.Forms, likeness)])),
            .. _tokens.TakeLast(1).Select(token => new PrefixSlot(token.Forms.Exact)),
        ];
    }

    /// <summary>
    /// Every run of slots that the parts stand for. Alternatives of one token each share a slot; of several tokens they
    /// multiply the runs.
    /// </summary>
    public List<List<PhraseSlot>> Runs(IEnumerable<PhrasePart> parts, Likeness likeness)
    {
        List<List<PhraseSlot>> runs = [[]];
        foreach (var part in parts)
        {
            var choices = Choices(part, likeness);
            runs = [.. runs.SelectMany(run => choices.Select(choice => run.Concat(choice).ToList()))];
        }

        return [.. runs.Select(Trimmed).Where(run => run.Count > 0)];
    }

    /// <summary>The same runs, each with the places that come from parts which are open; those in which none is are left out.</summary>
    public List<OpenRun> OpenRuns(IEnumerable<PhrasePart> parts, Func<PhrasePart, bool> isOpen, Likeness likeness)
    {
        List<List<(PhraseSlot Slot, bool Open)>> runs = [[]];
        foreach (var part in parts)
        {
            var choices = Choices(part, likeness);
            runs = [.. runs.SelectMany(run => choices.Select(choice => run.Concat(choice.Select(slot => (slot, isOpen(part)))).ToList()))];
        }

        return [.. runs.Select(Open).Where(run => run.Open.Count > 0).Distinct()];
    }

    /// <summary>One place of a phrase as the runs of slots it may be; a place without a token is an empty run.</summary>
    public List<List<PhraseSlot>> Choices(PhrasePart part, Likeness likeness) => part switch
    {
        PhraseWord word => [Words(word.Text, likeness)],
        PhrasePrefix prefix => [Prefix(prefix.Text, likeness)],
        PhraseAlternatives any => Choices([.. any.Texts.Select(text => Words(text, likeness))]),
        _ => [[new AnySlot()]],
    };

    /// <summary>Runs that are one term each become a single slot of several terms, one slot for each level of likeness.</summary>
    public static List<List<PhraseSlot>> Choices(List<List<PhraseSlot>> runs)
    {
        List<List<PhraseSlot>> kept = [.. runs.Where(run => run.Count > 0)];
        if (kept.Count == 0)
        {
            return [[]];
        }

        var slots = kept.Where(run => run is [TermSlot])
            .SelectMany(run => ((TermSlot)run[0]).Terms)
            .Distinct()
            .GroupBy(term => term.Likeness)
            .Select(terms => (List<PhraseSlot>)[new TermSlot([.. terms])]);
        return [.. slots, .. kept.Where(run => run is not [TermSlot])];
    }

    /// <summary>Words without a token may leave a free word at an end, where it says nothing.</summary>
    private static List<PhraseSlot> Trimmed(List<PhraseSlot> run) =>
        [.. run.SkipWhile(slot => slot is AnySlot).Reverse().SkipWhile(slot => slot is AnySlot).Reverse()];

    private static OpenRun Open(List<(PhraseSlot Slot, bool Open)> run)
    {
        List<PhraseSlot> slots = [.. run.Select(place => place.Slot)];
        var first = slots.TakeWhile(slot => slot is AnySlot).Count();
        var kept = Trimmed(slots);
        return new OpenRun([.. kept], [.. Enumerable.Range(0, kept.Count).Where(place => run[first + place].Open)]);
    }

    private void Analyze(string text)
    {
        _tokens.Clear();
        var normalised = TextNormalizer.Normalize(text);
        if (normalised.Length <= TextAnalyzer.MaxTextLength)
        {
            _analyzer.Analyze(normalised, _tokens);
        }
    }
}
