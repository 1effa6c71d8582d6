namespace Search.Elasticsearch.Documents;

/// <summary>
/// Fingerprints as words of five digits to the base of 85, with spaces between them. An index keeps each twice, as a term and in its
/// document, and nothing about it can be compressed: digits to the base of sixteen are half as long again.
/// </summary>
internal static class PrintTerms
{
    private const int Length = 5;

    /// <summary>Of ASCII what JSON writes as it is.</summary>
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ!#$%()*,-./:;=?@[]^_{|}";

    /// <summary>In one piece: a text has hundreds, and every statement of an import comes through here.</summary>
    public static string Of(IReadOnlyList<uint> prints) => prints.Count == 0
        ? string.Empty
        : string.Create((prints.Count * (Length + 1)) - 1, prints, static (text, all) =>
        {
            text.Fill(' ');
            for (var index = 0; index < all.Count; index++)
            {
                var rest = all[index];
                for (var digit = Length - 1; digit >= 0; digit--)
                {
                    text[(index * (Length + 1)) + digit] = Digits[(int)(rest % (uint)Digits.Length)];
                    rest /= (uint)Digits.Length;
                }
            }
        });
}
