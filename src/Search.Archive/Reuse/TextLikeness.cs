namespace Search.Archive.Reuse;

/// <summary>How alike two texts are.</summary>
/// <param name="Words">Words of the shorter.</param>
/// <param name="Containment">Words in common, in the same order, of those of the shorter.</param>
/// <param name="Resemblance">Of those of either.</param>
/// <param name="Names">Names and numbers of the text that has fewer, and of the one that has more.</param>
/// <param name="OtherNames">How many each has that the other has not, of the two the fewer and the more.</param>
/// <remarks>docs/decisions/0105 has the pairs by which the limits were found.</remarks>
public sealed record TextLikeness(
    int Words, double Containment, double Resemblance, (int Fewer, int More) Names, (int Fewer, int More) OtherNames)
{
    /// <summary>One word in five replaced leaves four in six words of either.</summary>
    private const double LeastResemblance = .62;

    /// <summary>Texts that say little, in which a form's words are nearly all.</summary>
    private const int FewWords = 60;
    private const int FewNames = 4;
    private const double LeastResemblanceOfFewWords = .8;
    private const double LeastResemblanceOfFewNames = .9;

    /// <summary>A part of a longer text.</summary>
    private const double LeastContainment = .9;
    private const double LeastResemblanceOfPart = .2;

    /// <summary>
    /// Of so many names one may be another: a slip, or a spelling that is further away than a letter. A delegation's names are half as
    /// many, and are the same when it comes on Sunday and when it leaves on Tuesday.
    /// </summary>
    private const int NamesPerOther = 100;

    /// <summary>Two wordings of one text: of so many names that one has, the other leaves one out.</summary>
    private const int NamesPerLeftOut = 5;

    /// <summary>
    /// Whether they are one text in near-identical words. Forms that are filled in with other names are not: whom a message goes to,
    /// and on which day, is what it says.
    /// </summary>
    public bool IsSame => OtherNames.Fewer <= Names.Fewer / NamesPerOther && (IsSameWhole || IsPart);

    private bool IsSameWhole => OtherNames.More <= Names.More / NamesPerLeftOut && Resemblance >= (Words, Names.Fewer) switch
    {
        ( < FewWords, < FewNames) => LeastResemblanceOfFewNames,
        ( < FewWords, _) => LeastResemblanceOfFewWords,
        _ => LeastResemblance,
    };

    private bool IsPart => Words >= FewWords && Containment >= LeastContainment && Resemblance >= LeastResemblanceOfPart;
}
