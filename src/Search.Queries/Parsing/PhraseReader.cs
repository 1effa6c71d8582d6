using static Search.Queries.QueryCharacters;

namespace Search.Queries;

/// <summary>Reads what stands between quotes.</summary>
internal sealed class PhraseReader
{
    private readonly QueryToken _token;
    private readonly string _text;
    private readonly int _offset;

    /// <summary>Where the words are that were left free; a star within a word is none of them.</summary>
    private readonly List<int> _freeWords = [];

    private int _position;

    /// <param name="token">The quoted text.</param>
    public PhraseReader(QueryToken token)
    {
        _token = token;
        _text = token.Text;
        _offset = token.Start + 1;
    }

    public List<PhrasePart> Parts { get; } = [];

    /// <summary>Words of all parts, those of alternatives included.</summary>
    public int Words { get; private set; }

    public QueryProblem? Problem { get; private set; }

    /// <summary>What lies between spaces and quotes of any sort.</summary>
    public static string[] SplitWords(string text) => new string([.. text.Select(character => IsBreak(character) ? ' ' : character)])
        .Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>False without a <see cref="Problem"/>: there is nothing between the quotes.</summary>
    public bool Read(bool verbatim)
    {
        while (Problem is null && SkipSpace())
        {
            if (AlternativesEnd() is var end && end > 0)
            {
                ReadAlternatives(end);
            }
            else
            {
                ReadWord();
            }
        }

        return Problem is null && CheckWhole(verbatim);
    }

    private bool SkipSpace()
    {
        while (_position < _text.Length && IsBreak(_text[_position]))
        {
            _position++;
        }

        return _position < _text.Length;
    }

    private static bool IsBreak(char character) => IsSpace(character) || IsQuote(character);

    /// <summary>Parentheses hold alternatives when a bar stands in them; otherwise they are text.</summary>
    private int AlternativesEnd()
    {
        if (!IsOpen(_text[_position]))
        {
            return -1;
        }

        var hasBar = false;
        for (var index = _position + 1; index < _text.Length && !IsOpen(_text[index]); index++)
        {
            if (IsClose(_text[index]))
            {
                return hasBar ? index : -1;
            }

            hasBar |= IsBar(_text[index]);
        }

        return -1;
    }

    private void ReadAlternatives(int end)
    {
        var texts = new List<string>();
        foreach (var text in _text[(_position + 1)..end].Split('|', '\uFF5C'))
        {
            var words = SplitWords(text);
            if (words.Length == 0)
            {
                Fail(
                    QueryErrorCodes.EmptyAlternative, "One of these alternatives is empty. Write it, or leave out its bar.",
                    _position, end + 1, new(Place(_position), Place(end + 1), Join(_text[(_position + 1)..end])));
                return;
            }

            if (words.Any(word => PrefixReader.Read(word, 0) is { Problem: not null } or { IsPrefix: true }))
            {
                Fail(
                    QueryErrorCodes.MisplacedStar, "A star cannot stand among alternatives. Write the words out.",
                    _position, end + 1,
                    new(Place(_position), Place(end + 1), _text[_position..(end + 1)].Replace("*", "").Replace("\uFF0A", "")));
                return;
            }

            Words += words.Length;
            texts.Add(string.Join(' ', words));
        }

        Parts.Add(new PhraseAlternatives([.. texts]));
        _position = end + 1;
    }

    /// <summary>The alternatives that are not empty, in parentheses again if there are several.</summary>
    private static string Join(string alternatives)
    {
        string[] texts =
        [
            .. alternatives.Split('|', '\uFF5C').Select(text => string.Join(' ', SplitWords(text))).Where(text => text.Length > 0),
        ];
        return texts.Length > 1 ? $"({string.Join('|', texts)})" : string.Concat(texts);
    }

    private void ReadWord()
    {
        var start = _position;
        do
        {
            _position++;
        }
        while (_position < _text.Length && !IsBreak(_text[_position]) && AlternativesEnd() < 0);

        var word = _text[start.._position];
        Words++;
        if (word is "*" or "\uFF0A")
        {
            Parts.Add(new PhraseFreeWord());
            _freeWords.Add(start);
            return;
        }

        var (text, isPrefix, problem) = PrefixReader.Read(word, Place(start));
        Problem ??= problem;
        if (isPrefix && SkipSpace())
        {
            Fail(
                QueryErrorCodes.MisplacedStar, "Only the last word of a phrase can end with a star.",
                start, start + word.Length, new(Place(start) + text.Length, Place(start) + word.Length));
        }

        Parts.Add(isPrefix ? new PhrasePrefix(text) : new PhraseWord(text));
    }

    private bool CheckWhole(bool verbatim)
    {
        if (Parts.Count == 0)
        {
            return false;
        }

        if (Parts[0] is PhraseFreeWord || Parts[^1] is PhraseFreeWord)
        {
            var star = Parts[0] is PhraseFreeWord ? _freeWords[0] : _freeWords[^1];
            Fail(
                QueryErrorCodes.MisplacedStar,
                "A star in a phrase stands for a word between two others. Leave it out at the beginning and the end.",
                star, star + 1, new(Place(star), Place(star) + 1));
        }
        else if (_token.Distance is not null && Parts.Any(part => part is PhraseFreeWord))
        {
            var star = _freeWords[0];
            Fail(
                QueryErrorCodes.MisplacedStar,
                "Words that stand anywhere near each other leave no place for a free word. Leave out the star, or the ~.",
                star, star + 1, new(Place(star), Place(star) + 1));
        }
        else if (verbatim && Parts[^1] is PhrasePrefix)
        {
            var star = _text.AsSpan().LastIndexOfAny('*', '\uFF0A');
            Fail(
                QueryErrorCodes.MisplacedStar, "A phrase written as it is (=) cannot end with a star. Leave out one of the two.",
                star, star + 1, new(Place(star), Place(star) + 1));
        }

        return Problem is null;
    }

    private int Place(int position) => _offset + position;

    private void Fail(string code, string message, int start, int end, QueryEdit edit) =>
        Problem ??= new(code, message, Place(start), Place(end), edit);
}
