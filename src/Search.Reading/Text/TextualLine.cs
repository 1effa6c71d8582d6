namespace Search.Reading.Text;

/// <summary>A line as it is printed: its text without white space at its ends, and the columns before it.</summary>
internal readonly record struct TextualLine(string Text, int Indent)
{
    private const int ColumnsOfTab = 4;

    public int Width => Indent + Text.Length;

    public static TextualLine Of(string raw)
    {
        var indent = 0;
        foreach (var character in raw)
        {
            if (!char.IsWhiteSpace(character))
            {
                break;
            }

            indent += character == '\t' ? ColumnsOfTab : 1;
        }

        return new TextualLine(WhiteSpace.Collapse(raw).Trim(), indent);
    }
}
