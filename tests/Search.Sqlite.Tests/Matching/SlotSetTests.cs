using Search.Sqlite.Matching;

namespace Search.Sqlite.Tests.Matching;

public sealed class SlotSetTests
{
    [Fact]
    public void And_Or_Not_Where_AreThoseOfSets()
    {
        Assert.Equal([64, 129], Set(0, 64, 129).And(Set(1, 64, 129)).Enumerate());
        Assert.Equal([0, 1, 64], Set(0, 64).Or(Set(1, 64)).Enumerate());
        Assert.Equal(127, Set(0, 64, 129).Not().Enumerate().Count());
        Assert.Equal([64], Set(0, 64, 129).Where(slot => slot % 64 == 0 && slot > 0).Enumerate());
        Assert.Equal([0, 1, 2], Set(0, 1, 2, 3).Where(slot => slot < 3).Enumerate());
    }

    private static SlotSet Set(params ReadOnlySpan<int> slots)
    {
        var set = new SlotSet(130);
        foreach (var slot in slots)
        {
            set.Add(slot);
        }

        return set;
    }
}
