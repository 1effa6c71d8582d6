using System.IO.Compression;
using Search.Reading.Files;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace Search.Reading.Pdf;

/// <summary>Unpacks a PDF's streams within limits, which the library itself does not have.</summary>
internal sealed class BoundedFilters : IFilterProvider
{
    private readonly IFilterProvider _inner = DefaultFilterProvider.Instance;
    private long _total;
    private long _page;

    /// <summary>The next page may have as much again.</summary>
    public void BeginPage() => _page = 0;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(_inner.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(_inner.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => Bound(_inner.GetAllFilters());

    private IReadOnlyList<IFilter> Bound(IReadOnlyList<IFilter> filters) =>
        [.. filters.Select(filter => new BoundedFilter(filter, this)), new BoundedFilter(inner: null, this)];

    /// <summary>The most that a stream may unpack to; drawing instructions are what has no type of its own.</summary>
    private static int LimitOf(DictionaryToken dictionary) => IsContent(dictionary) ? PdfLimits.PageContent : PdfLimits.Stream;

    private static bool IsContent(DictionaryToken dictionary) =>
        dictionary.Data.TryGetValue("Subtype", out var type)
            ? type is NameToken { Data: "Form" }
            : !dictionary.Data.ContainsKey("Length1") && !dictionary.Data.ContainsKey("Type") && !dictionary.Data.ContainsKey("CMapName");

    private void Count(int length, DictionaryToken dictionary)
    {
        _total += length;
        _page += IsContent(dictionary) ? length : 0;
        if (_total > PdfLimits.Unpacked || _page > PdfLimits.PageContent)
        {
            throw TooMuch();
        }
    }

    private static RecordTooCostlyException TooMuch() => new("The PDF unpacks to more than any document that is read.");

    private sealed class BoundedFilter(IFilter? inner, BoundedFilters owner) : IFilter
    {
        public bool IsSupported => inner?.IsSupported ?? true;

        public Memory<byte> Decode(Memory<byte> input, DictionaryToken dictionary, IFilterProvider filterProvider, int filterIndex)
        {
            if (inner is null)
            {
                owner.Count(input.Length, dictionary);
                return input;
            }

            var limit = LimitOf(dictionary);
            if (UnpackedLength.AtMost(inner, input, limit) > limit)
            {
                throw TooMuch();
            }

            return inner.Decode(input, dictionary, filterProvider, filterIndex);
        }
    }

    /// <summary>How much a filter makes of its input, found out without keeping it.</summary>
    private static class UnpackedLength
    {
        private const int LongestRun = 64;
        private const int LongestEntry = 4096;

        public static long AtMost(IFilter filter, Memory<byte> input, int limit) => filter switch
        {
            FlateFilter => Inflated(input, limit),
            RunLengthFilter => (long)input.Length * LongestRun > limit ? RunLength(input.Span) : 0,
            LzwFilter => (long)input.Length * LongestEntry > limit ? LzwLength.Of(input.Span, limit) : 0,
            _ => input.Length,
        };

        private static long Inflated(Memory<byte> input, int limit)
        {
            var buffer = new byte[64 << 10];
            var length = 0L;
            try
            {
                using var packed = new ZLibStream(new MemoryStream(input.ToArray()), CompressionMode.Decompress);
                for (int read; length <= limit && (read = packed.Read(buffer)) > 0;)
                {
                    length += read;
                }
            }
            catch (InvalidDataException)
            {
                // Damaged streams are unpacked as far as they go, by the library as here.
            }

            return length;
        }

        private static long RunLength(ReadOnlySpan<byte> input)
        {
            var length = 0L;
            for (var index = 0; index < input.Length && input[index] != 128;)
            {
                var isRun = input[index] > 128;
                length += isRun ? 257 - input[index] : input[index] + 1;
                index += isRun ? 2 : input[index] + 2;
            }

            return length;
        }
    }
}
