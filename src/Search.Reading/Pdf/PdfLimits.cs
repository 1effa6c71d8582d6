namespace Search.Reading.Pdf;

/// <summary>What a PDF may cost, in counts of its own parts: the same file is refused or read on every machine.</summary>
internal static class PdfLimits
{
    /// <summary>The file.</summary>
    public const int Bytes = 64 << 20;

    public const int Pages = 2_000;

    /// <summary>Letters of a page: a newspaper's has 20,000.</summary>
    public const int PageLetters = 30_000;

    /// <summary>Words of a page; cutting it into blocks takes their number squared.</summary>
    public const int PageWords = 10_000;

    /// <summary>Letters of all pages, line by line: the limit of a text, with what is cut of it.</summary>
    public const int Letters = 1_200_000;

    /// <summary>Drawing instructions of a page, unpacked, each time they are carried out.</summary>
    public const int PageContent = 4 << 20;

    /// <summary>One font or picture, unpacked.</summary>
    public const int Stream = 32 << 20;

    /// <summary>All that is unpacked.</summary>
    public const long Unpacked = 256L << 20;

    /// <summary>Blocks of a page beyond which their order is that from top to bottom.</summary>
    public const int OrderedBlocks = 300;

    /// <summary>Stack of the thread that reads: blocks are cut in blocks as deep as a page nests them.</summary>
    public const int StackBytes = 64 << 20;
}
