namespace Search.Indexer.Output;

/// <summary>Text of strangers on the way to a terminal, which would obey the control characters in it.</summary>
internal static class SafeText
{
    public static string Of(string text) =>
        text.Any(char.IsControl) ? string.Create(text.Length, text, static (span, source) =>
        {
            for (var index = 0; index < source.Length; index++)
            {
                span[index] = char.IsControl(source[index]) ? ' ' : source[index];
            }
        }) : text;
}
