namespace Search.Core.Analysis;

/// <summary>The three forms under which one word is indexed and found. Instances are shared between equal words.</summary>
/// <param name="Verbatim">Case and accents kept.</param>
/// <param name="Exact">Lower-case, accents folded, possessive kept apart as the analyzer defines it.</param>
/// <param name="Stem">Porter stem of the exact form without its possessive.</param>
public sealed record WordForms(string Verbatim, string Exact, string Stem)
{
    public string this[Likeness likeness] => likeness switch
    {
        Likeness.Stemmed => Stem,
        Likeness.Exact => Exact,
        _ => Verbatim,
    };
}

/// <summary>One word of a text. Its position is its index among the text's tokens: the analyzers leave no gaps.</summary>
/// <param name="Forms">What it is indexed as.</param>
/// <param name="Start">UTF-16 units from the start of the text that was analyzed.</param>
/// <param name="Length">UTF-16 units of the text that the token stands for.</param>
public readonly record struct Token(WordForms Forms, int Start, int Length);
