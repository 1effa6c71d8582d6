namespace Search.Core.Countries;

/// <summary>A name found in a text, before the rest of the text has been asked what it means.</summary>
internal readonly record struct Sighting(int Start, int Length, NameMeaning Meaning)
{
    public int End => Start + Length;
}

/// <summary>Finds the names of an index in one text: at every word the longest, none overlapping another.</summary>
internal static class NameScanner
{
    private const int LongestEnding = 4;
    private const int LongestBefore = 4;
    private const char NonJoiner = '\u200C';

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
            else if (kind is CharacterClass.Free or CharacterClass.Hangul
                && ClippedNames.Read(index, text, position, found) is var clipped and > 0)
                position += clipped;
            else
                position = kind == CharacterClass.Free ? position + 1 : EndOfRun(text, position, kind);
        }
    }

    /// <summary>Whether a country's name proper starts here.</summary>
    public static bool IsNameAt(NameIndex index, ReadOnlySpan<char> text, int position) =>
        Match(index, text, position, out var value) > 0 && index.Meanings[value].Role == EntryRole.Name;

    private static int EndOfRun(ReadOnlySpan<char> text, int position, CharacterClass kind)
    {
        while (position < text.Length && NameFolding.ClassOf(text[position]) == kind)
            position++;

        return position;
    }

    private static int MatchAfterParticles(NameIndex index, ReadOnlySpan<char> text, ref int position, out int value)
    {
        var start = position;
        for (var skipped = 0; skipped <= LongestBefore && start + skipped < text.Length; skipped++)
        {
            if (skipped > 0 && !Affixes.Default.IsBefore(text.Slice(start, skipped)))
                continue;

            var length = Match(index, text, start + skipped, out value);
            if (length > 0 && (skipped == 0 || !index.Meanings[value].Has(EntryFlags.Local)))
            {
                position = start + skipped;
                return length;
            }
        }

        value = NameTrie.NoValue;
        return 0;
    }

    /// <summary>The length in the text of the longest name that starts here and ends at a boundary; 0 when there is none.</summary>
    private static int Match(NameIndex index, ReadOnlySpan<char> text, int start, out int value)
    {
        var trie = index.Trie;
        value = NameTrie.NoValue;
        if (!index.Starts.MayStart(text, start))
            return 0;

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
            return !meaning.Has(EntryFlags.Bound) || IsFollowedAsBound(text, end) ? end : 0;

        if (!meaning.Has(EntryFlags.Stem))
            return 0;

        var whole = EndOfRun(text, end, NameFolding.ClassOf(text[end - 1]));
        return whole - end <= LongestEnding ? whole : 0;
    }

    /// <remarks>Words that Persian joins without a space are one: what may follow a name so is among its forms.</remarks>
    private static bool IsBoundary(ReadOnlySpan<char> text, int end) =>
        end == text.Length
        || text[end] != NonJoiner && NameFolding.ClassOf(text[end - 1]) is var last && NameFolding.ClassOf(text[end]) is var next
        && (next == CharacterClass.Separator || last != next || last is CharacterClass.Free or CharacterClass.Hangul);

    /// <summary>The rest of the word is nothing, or what may be written together with a name.</summary>
    private static bool IsFollowedAsBound(ReadOnlySpan<char> text, int end)
    {
        var whole = end < text.Length ? EndOfRun(text, end, CharacterClass.Hangul) : end;
        return whole == end || Affixes.Default.IsAfter(text[end..whole]);
    }
}
