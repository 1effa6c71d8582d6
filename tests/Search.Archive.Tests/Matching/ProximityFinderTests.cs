using Search.Archive.Matching;

namespace Search.Archive.Tests.Matching;

public sealed class ProximityFinderTests
{
    [Fact]
    public void Find_RandomPositions_AgreesWithTryingEveryChoice()
    {
        var random = new Random(7);
        for (var round = 0; round < 2_000; round++)
        {
            var phrases = Enumerable.Range(0, 1 + random.Next(4)).Select(_ => Positions(random)).ToList();
            if (random.Next(3) == 0)
            {
                phrases.Add(phrases[0]); // a phrase asked for twice
            }

            var (distance, ordered) = (random.Next(6), random.Next(2) == 0);
            var expected = Clumps(phrases, distance, ordered).ToList();

            var context = Describe(phrases, distance, ordered);
            Assert.True((expected.Count > 0) == ProximityFinder.Exists(phrases, distance, ordered, new MatchWork()), context);
            var members = Members(phrases, distance, ordered).ToList();
            for (var index = 0; index < phrases.Count; index++)
            {
                Assert.True(expected.Select(clump => clump[index]).Distinct().Order().SequenceEqual(members[index]), context);
            }
        }
    }

    /// <summary>Texts long enough for several stretches, dense enough for overlaps in each.</summary>
    [Fact]
    public void Find_PositionsOfALongText_AgreeWithTryingEveryChoice()
    {
        var random = new Random(11);
        for (var round = 0; round < 300; round++)
        {
            var phrases = Enumerable.Range(0, 3)
                .Select(_ => new PhrasePositions(1 + random.Next(3), [.. Enumerable.Range(0, 40).Where(_ => random.Next(3) == 0)]))
                .ToList();
            phrases[2] = random.Next(3) == 0 ? phrases[0] : phrases[2];
            var (distance, ordered) = (random.Next(3), random.Next(2) == 0);
            var expected = Clumps(phrases, distance, ordered).ToList();

            var context = Describe(phrases, distance, ordered);
            Assert.True((expected.Count > 0) == ProximityFinder.Exists(phrases, distance, ordered, new MatchWork()), context);
            var members = Members(phrases, distance, ordered).ToList();
            for (var index = 0; index < phrases.Count; index++)
            {
                Assert.True(expected.Select(clump => clump[index]).Distinct().Order().SequenceEqual(members[index]), context);
            }
        }
    }

    [Fact]
    public void Find_WordAskedForMoreOftenThanItOccurs_EndsAtOnce()
    {
        List<int> every = [.. Enumerable.Range(0, 100)];
        var phrases = Enumerable.Repeat(new PhrasePositions(1, every), 20).ToList();

        Assert.True(ProximityFinder.Exists(phrases, 50, ordered: false, new MatchWork()));
        Assert.All(Members(phrases, 50, ordered: false), members => Assert.Equal(100, members.Count()));
        var tooFew = Enumerable.Repeat(new PhrasePositions(1, every[..19]), 20).ToList();
        Assert.False(ProximityFinder.Exists(tooFew, 50, ordered: false, new MatchWork()));
    }

    [Fact]
    public void Find_ManyDifferentWords_EndsAtOnce()
    {
        var phrases = Enumerable.Range(0, 30)
            .Select(phrase => new PhrasePositions(1, [.. Enumerable.Range(0, 50).Select(repeat => (repeat * 30) + phrase)]))
            .ToList();

        Assert.True(ProximityFinder.Exists(phrases, 50, ordered: false, new MatchWork()));
        Assert.All(Members(phrases, 50, ordered: false), members => Assert.Equal(50, members.Count()));
    }

    private static IEnumerable<IEnumerable<int>> Members(IReadOnlyList<PhrasePositions> phrases, int distance, bool ordered)
    {
        var members = ProximityFinder.Members(phrases, distance, ordered, new MatchWork())
            .ToLookup(member => member.Phrase, member => member.Start);
        return phrases.Select((_, phrase) => members[phrase]);
    }

    private static string Describe(IEnumerable<PhrasePositions> phrases, int distance, bool ordered)
    {
        var texts = phrases.Select(phrase => $"{phrase.Length}:{string.Join(',', phrase.Starts)}");
        return $"{string.Join(" / ", texts)} within {distance}, ordered {ordered}";
    }

    private static PhrasePositions Positions(Random random)
    {
        var starts = Enumerable.Range(0, 14).Where(_ => random.Next(4) == 0).ToArray();
        return new PhrasePositions(1 + random.Next(3), [.. starts]);
    }

    private static IEnumerable<int[]> Clumps(List<PhrasePositions> phrases, int distance, bool ordered)
    {
        IEnumerable<int[]> choices = [[]];
        foreach (var phrase in phrases)
        {
            choices = choices.SelectMany(choice => phrase.Starts.Select(start => (int[])[.. choice, start])).ToList();
        }

        return choices.Where(choice => IsClump(choice, phrases, distance, ordered));
    }

    private static bool IsClump(int[] starts, List<PhrasePositions> phrases, int distance, bool ordered)
    {
        var spans = starts.Select((start, index) => (Start: start, End: start + phrases[index].Length)).ToList();
        var sorted = ordered ? spans : [.. spans.Order()];
        var apart = sorted.Zip(sorted.Skip(1)).All(pair => pair.First.End <= pair.Second.Start);
        return apart && sorted[^1].End - sorted[0].Start - spans.Sum(span => span.End - span.Start) <= distance;
    }
}
