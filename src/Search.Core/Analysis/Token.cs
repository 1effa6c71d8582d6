namespace Search.Core.Analysis;

/// <summary>One word of a text. Its position is its index among the text's tokens: the analyzers leave no gaps.</summary>
/// <param name="Forms">What it is indexed as.</param>
/// <param name="Start">UTF-16 units from the start of the text that was analyzed.</param>
/// <param name="Length">UTF-16 units of the text that the token stands for.</param>
public readonly record struct Token(WordForms Forms, int Start, int Length);
