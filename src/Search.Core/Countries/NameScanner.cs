namespace Search.Core.Countries;

/// <summary>A name found in a text, before the rest of the text has been asked what it means.</summary>
internal readonly record struct Sighting(int Start, int Length, NameMeaning Meaning)
{
    public int End => Start + Length;
}

/// <summary>Finds the names of an index in one text: at every word the longest, none overlapping another.</summary>
internal static class NameScanner
{
    /// <summary>Letters that Arabic and Hebrew write before a name: and, in, to, for, like, the.</summary>
    private const string Particles = "وفبلكالהושכלבמ";

    private const int LongestEnding = 4;

    public static void Scan(NameIndex index, ReadOnlySpan<char> text, List<Sighting> found)
    {
        var position = 0;
        while (position < text.Length)
        {
            var kind = NameFolding.ClassOf(text[position]);
            if (kind == CharacterClass.Separator)
            {
                position++;
                continue;
            }

            var length = kind == CharacterClass.Prefixing
                ? MatchAfterParticles(index, text, ref position, out var value)
                : Match(index, text, position, out value);
            if (length > 0)
            {
                found.Add(new Sighting(position, length, index.Meanings[value]));
                position += length;
            }
            else
                position = kind == CharacterClass.Free ? position + 1 : EndOfRun(text, position, kind);
        }
    }

    private static int EndOfRun(ReadOnlySpan<char> text, int position, CharacterClass kind)
    {
        while (position < text.Length && NameFolding.ClassOf(text[position]) == kind)
            position++;

        return position;
    }

    private static int MatchAfterParticles(NameIndex index, ReadOnlySpan<char> text, ref int position, out int value)
    {
        var start = position;
        for (var skipped = 0; skipped <= 3 && start + skipped < text.Length; skipped++)
        {
            var length = Match(index, text, start + skipped, out value);
            if (length > 0)
            {
                position = start + skipped;
                return length;
            }

            if (!Particles.Contains(text[start + skipped]))
                break;
        }

        value = NameTrie.NoValue;
        return 0;
    }

    /// <summary>The length in the text of the longest name that starts here and ends at a boundary; 0 when there is none.</summary>
    private static int Match(NameIndex index, ReadOnlySpan<char> text, int start, out int value)
    {
        var trie = index.Trie;
        value = NameTrie.NoValue;
        var best = 0;
        var node = trie.Root(NameFolding.Fold(text[start]));
        for (var end = start + 1; node != NameTrie.Dead; end++)
        {
            var candidate = trie.ValueAt(node);
            if (candidate != NameTrie.NoValue && EndOf(index.Meanings[candidate], text, end) is var whole and > 0)
            {
                best = whole - start;
                value = candidate;
            }

            if (end == text.Length)
                break;

            node = Step(trie, node, text, ref end);
        }

        return best;
    }

    /// <summary>Takes one character, or a whole run of spaces as one.</summary>
    private static int Step(NameTrie trie, int node, ReadOnlySpan<char> text, ref int end)
    {
        var folded = NameFolding.Fold(text[end]);
        if (folded == NameFolding.Nothing)
            return node;

        if (folded == NameFolding.Space)
        {
            var lineBreaks = 0;
            for (; end + 1 < text.Length && NameFolding.Fold(text[end + 1]) == NameFolding.Space; end++)
                lineBreaks += text[end] == '\n' ? 1 : 0;

            if (lineBreaks + (text[end] == '\n' ? 1 : 0) > 1)
                return NameTrie.Dead;
        }

        return trie.Next(node, folded);
    }

    /// <summary>Where a name that has been read up to here ends: here, or after a stem's ending; 0 when it goes on otherwise.</summary>
    private static int EndOf(NameMeaning meaning, ReadOnlySpan<char> text, int end)
    {
        if (IsBoundary(text, end))
            return end;

        if (!meaning.Has(EntryFlags.Stem))
            return 0;

        var whole = EndOfRun(text, end, NameFolding.ClassOf(text[end - 1]));
        return whole - end <= LongestEnding ? whole : 0;
    }

    private static bool IsBoundary(ReadOnlySpan<char> text, int end) =>
        end == text.Length
        || NameFolding.ClassOf(text[end - 1]) is var last && NameFolding.ClassOf(text[end]) is var next
        && (next == CharacterClass.Separator || last != next || last is CharacterClass.Free or CharacterClass.Hangul);
}
