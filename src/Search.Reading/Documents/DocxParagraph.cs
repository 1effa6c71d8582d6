namespace Search.Reading.Documents;

/// <summary>A paragraph as it stands in the file.</summary>
/// <param name="Text">With the line ends that it has.</param>
/// <param name="Style">By its id in this file; null for the usual one.</param>
/// <param name="Size">In half points, of most of its letters; 0 where the style says it.</param>
/// <param name="IsBold">All its letters are.</param>
internal sealed record DocxParagraph(string Text, string? Style, int Size, bool IsBold);
