namespace Search.Reading.Text;

/// <summary>BCP 47 tags as pages write them: en_US, EN, en-us, rus.</summary>
internal static class LanguageTagSpelling
{
    private const int Longest = 35;

    /// <summary>Language in lower case, the parts separated by hyphens, region in capitals; null when it is no tag.</summary>
    public static string? Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text) || text.Length > Longest)
        {
            return null;
        }

        var parts = text.Trim().Split('-', '_');
        if (parts[0].Length is not (2 or 3) || !parts.All(part => part.Length > 0 && part.All(char.IsAsciiLetterOrDigit)) || !parts[0]
            .All(char.IsAsciiLetter))
        {
            return null;
        }

        parts[0] = parts[0].ToLowerInvariant();
        for (var index = 1; index < parts.Length; index++)
        {
            parts[index] = parts[index].Length switch
            {
                2 => parts[index].ToUpperInvariant(),
                4 => char.ToUpperInvariant(parts[index][0]) + parts[index][1..].ToLowerInvariant(),
                _ => parts[index].ToLowerInvariant(),
            };
        }

        return string.Join('-', parts);
    }
}
