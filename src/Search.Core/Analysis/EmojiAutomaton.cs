using static Search.Core.Analysis.CharacterClass;

namespace Search.Core.Analysis;

/// <summary>
/// The emoji sequences of Unicode Technical Standard 51 in the reading of Lucene's StandardTokenizer: a sequence is a word.
/// </summary>
internal static class EmojiAutomaton
{
    private const int LeadingJoiners = 2;
    private const int Base = 3;
    private const int Flag = 4;
    private const int KeycapPresentation = 5;
    private const int AfterJoiner = 6;
    private const int Tags = 7;
    private const int FirstAccepting = Picture;
    private const int Picture = 8;
    private const int PictureJoiner = 9;
    private const int Presentation = 10;
    private const int LaterPresentation = 11;
    private const int LaterPicture = 12;
    private const int LaterPictureJoiner = 13;
    private const int Modifier = 14;
    private const int ModifierJoiner = 15;
    private const int WholeFlag = 16;
    private const int WholeKeycap = 17;
    private const int Ended = 18;
    private const int States = 19;

    public static bool MayBegin(CharacterClass characterClass) =>
        characterClass is Emoji or EmojiLetter or EmojiModifier or RegionalIndicator or KeycapBase or Joiner;

    public static Automaton Build()
    {
        var sequences = new Automaton(States, FirstAccepting);
        AddPictures(sequences);
        AddFlagsAndKeycaps(sequences);
        return sequences;
    }

    private static void AddPictures(Automaton sequences)
    {
        sequences.On(Automaton.Start, Joiner, LeadingJoiners);
        sequences.On(LeadingJoiners, Joiner, LeadingJoiners);
        sequences.On(LeadingJoiners, [Emoji, EmojiLetter], Picture);
        sequences.On(Automaton.Start, [Emoji, EmojiLetter], Picture);
        AddElement(sequences, Picture, PictureJoiner);
        AddElement(sequences, LaterPicture, LaterPictureJoiner);
        AddPresentation(sequences, [Picture, PictureJoiner], Presentation);
        AddPresentation(sequences, [LaterPicture, LaterPictureJoiner], LaterPresentation);
        sequences.On(AfterJoiner, Joiner, AfterJoiner);
        sequences.On(AfterJoiner, [Emoji, EmojiLetter], LaterPicture);

        // A skin tone without a base is a picture too, but takes no presentation selector.
        sequences.On(Automaton.Start, EmojiModifier, Modifier);
        sequences.On(AfterJoiner, EmojiModifier, Modifier);
        AddElement(sequences, Modifier, ModifierJoiner);

        // Tags count only behind the first picture's presentation selector: elsewhere they merely extend.
        sequences.On(Presentation, Tag, Tags);
        sequences.On(Tags, Tag, Tags);
        sequences.On(Tags, CancelTag, Ended);
    }

    /// <summary>A picture with what extends it; a joiner that extends it may also lead on to the next.</summary>
    private static void AddElement(Automaton sequences, int picture, int joined)
    {
        foreach (var state in (ReadOnlySpan<int>)[picture, joined])
        {
            sequences.On(state, [Extend, SoutheastAsianExtend, EmojiModifier, Keycap, Tag, CancelTag], picture);
            sequences.On(state, Joiner, joined);
        }

        sequences.On(joined, [Emoji, EmojiLetter], LaterPicture);
    }

    private static void AddPresentation(Automaton sequences, ReadOnlySpan<int> states, int presented)
    {
        foreach (var state in states)
        {
            sequences.On(state, EmojiPresentation, presented);
        }

        sequences.On(presented, Joiner, AfterJoiner);
    }

    private static void AddFlagsAndKeycaps(Automaton sequences)
    {
        sequences.On(Automaton.Start, RegionalIndicator, Flag);
        sequences.On(Automaton.Start, KeycapBase, Base);
        foreach (var state in (ReadOnlySpan<int>)[Flag, WholeFlag, Base, WholeKeycap])
        {
            sequences.On(state, [Extend, SoutheastAsianExtend, EmojiModifier, Keycap, Joiner, Tag, CancelTag], state);
        }

        sequences.On(Flag, [TextPresentation, EmojiPresentation], Flag);
        sequences.On(Flag, RegionalIndicator, WholeFlag);
        sequences.On(WholeFlag, [TextPresentation, EmojiPresentation], WholeFlag);
        sequences.On(Base, EmojiPresentation, KeycapPresentation);
        sequences.On(Base, Keycap, WholeKeycap);
        sequences.On(KeycapPresentation, Keycap, WholeKeycap);
    }
}
