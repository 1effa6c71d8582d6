namespace Search.Service.Admission;

/// <summary>Words that most statements have, in exact forms; <c>common-words.txt</c>, one a line.</summary>
internal static class CommonWords
{
    private static readonly HashSet<string> s_words = Load();

    public static bool Contain(string word) => s_words.Contains(word);

    private static HashSet<string> Load()
    {
        using var stream = typeof(CommonWords).Assembly.GetManifestResourceStream("Search.Service.Admission.common-words.txt")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }
}
