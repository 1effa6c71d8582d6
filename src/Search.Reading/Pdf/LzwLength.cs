namespace Search.Reading.Pdf;

/// <summary>How much LZW unpacks to: each code stands for an entry of a table, and only the entries' lengths are kept.</summary>
internal static class LzwLength
{
    private const int Clear = 256;
    private const int End = 257;
    private const int MostEntries = 4096;

    public static long Of(ReadOnlySpan<byte> input, int limit)
    {
        var lengths = new int[MostEntries + 1];
        Array.Fill(lengths, 1, 0, Clear);
        var (total, next, bits, previous) = (0L, End + 1, 9, 0);
        for (long position = 0; position + bits <= 8L * input.Length && total <= limit; position += bits)
        {
            bits = WidthOf(next);
            var code = Read(input, position, bits);
            if (code == End)
            {
                break;
            }

            if (code == Clear)
            {
                (next, previous) = (End + 1, 0);
                continue;
            }

            var length = code < next && lengths[code] > 0 ? lengths[code] : previous + 1;
            if (previous > 0 && next < MostEntries)
            {
                lengths[next++] = previous + 1;
            }

            (total, previous) = (total + length, length);
        }

        return total;
    }

    /// <summary>One entry early, as PDF does unless it says otherwise.</summary>
    private static int WidthOf(int next) => next < 511 ? 9 : next < 1023 ? 10 : next < 2047 ? 11 : 12;

    private static int Read(ReadOnlySpan<byte> input, long position, int bits)
    {
        var code = 0;
        for (var bit = position; bit < position + bits && bit < 8L * input.Length; bit++)
        {
            code = (code << 1) | ((input[(int)(bit >> 3)] >> (7 - (int)(bit & 7))) & 1);
        }

        return code;
    }
}
