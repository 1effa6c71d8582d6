namespace Search.Core.Analysis;

/// <summary>
/// First letters of the words that somebody looks for. Every form of a word that begins with a letter from A to Z begins
/// with that letter, so that a text's other words need not be looked up; words with any other beginning always are.
/// </summary>
internal sealed class WordInitials
{
    private uint _letters;

    /// <param name="form">A form of a word, at any level of likeness, or its beginning.</param>
    public void Add(string form)
    {
        if (form.Length > 0 && char.IsAsciiLetter(form[0]))
        {
            _letters |= Bit(form[0]);
        }
    }

    /// <summary>Whether a word that begins so may be one of those looked for.</summary>
    public bool MayBegin(char first) => !char.IsAsciiLetter(first) || (_letters & Bit(first)) != 0;

    private static uint Bit(char letter) => 1u << ((letter | 0x20) - 'a');
}
