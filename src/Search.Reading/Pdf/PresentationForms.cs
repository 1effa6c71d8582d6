using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Search.Reading.Text;

namespace Search.Reading.Pdf;

/// <summary>Shapes of letters back to letters. Normalisation does not do it where globalization is invariant; the table is data.</summary>
internal static class PresentationForms
{
    private static readonly FrozenDictionary<char, string> s_letters = Load();
    private static readonly SearchValues<char> s_shapes = SearchValues.Create([.. s_letters.Keys]);

    public static string ToLetters(string text)
    {
        if (!text.AsSpan().ContainsAny(s_shapes))
        {
            return text;
        }

        var result = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            if (s_letters.TryGetValue(character, out var letters))
            {
                result.Append(letters);
            }
            else
            {
                result.Append(character);
            }
        }

        return result.ToString();
    }

    private static FrozenDictionary<char, string> Load()
    {
        var letters = new Dictionary<char, string>();
        foreach (var row in EmbeddedTable.Rows("Pdf.presentationForms.txt"))
        {
            var codes = row.Split(' ').Select(code => (char)int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture))
                .ToArray();
            for (var shape = codes[0]; shape <= codes[1]; shape++)
            {
                letters.Add(shape, new string(codes[2..]));
            }
        }

        return letters.ToFrozenDictionary();
    }
}
