namespace Search.Core.Countries;

/// <summary>"North and South Korea" names two countries, one of them by its first word alone.</summary>
internal sealed class PairedNames
{
    private static readonly string[] s_joints = [" and ", " or ", " & ", "-", "/"];
    private static readonly string[] s_directions = ["North", "South", "East", "West", "north", "south", "east", "west"];

    private readonly Dictionary<string, List<(string Direction, NameMeaning Meaning)>> _partners = [];

    public PairedNames(NameIndex index)
    {
        var byName = index.Meanings
            .Where(meaning => meaning.IsName && meaning.Codes.Length == 1 && DirectionOf(meaning.Name) is not null)
            .ToLookup(meaning => meaning.Name[(DirectionOf(meaning.Name)!.Length + 1)..]);
        foreach (var partners in byName.Where(group => group.Count() > 1))
        {
            foreach (var meaning in partners)
                _partners[meaning.Name] = [.. partners.Where(other => other != meaning).Select(other => (DirectionOf(other.Name)!, other))];
        }
    }

    /// <summary>Adds what is named by a direction before another name, in order.</summary>
    public void Complete(ReadOnlySpan<char> text, List<Sighting> sightings)
    {
        for (var i = 0; i < sightings.Count; i++)
        {
            if (_partners.TryGetValue(sightings[i].Meaning.Name, out var partners)
                && Find(text, sightings[i].Start, partners) is { } found
                && (i == 0 || sightings[i - 1].End <= found.Start))
            {
                sightings.Insert(i, found);
                i++;
            }
        }
    }

    private static Sighting? Find(ReadOnlySpan<char> text, int start, List<(string Direction, NameMeaning Meaning)> partners)
    {
        foreach (var joint in s_joints)
        {
            if (!text[..start].EndsWith(joint))
                continue;

            var end = start - joint.Length;
            foreach (var (direction, meaning) in partners)
            {
                var first = end - direction.Length;
                if (text[..end].EndsWith(direction) && (first == 0 || NameFolding.ClassOf(text[first - 1]) == CharacterClass.Separator))
                    return new Sighting(first, direction.Length, meaning);
            }
        }

        return null;
    }

    private static string? DirectionOf(string name)
    {
        foreach (var direction in s_directions)
        {
            if (name.Length > direction.Length && name[direction.Length] == ' ' && name.StartsWith(direction, StringComparison.Ordinal))
                return direction;
        }

        return null;
    }
}
