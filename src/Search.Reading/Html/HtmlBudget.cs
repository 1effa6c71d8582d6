using System.Diagnostics;
using Search.Reading.Files;

namespace Search.Reading.Html;

/// <summary>
/// How long taking a page apart may last. HTML's rules for tags closed in the wrong order make a page of a megabyte grow to gigabytes
/// or every tag search all before it; no count of tags tells such a page from a large one, the time it takes does.
/// </summary>
internal sealed class HtmlBudget(CancellationToken cancellationToken)
{
    /// <summary>A hundred times what the largest pages take.</summary>
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(2.5);
    private const int TokensBetweenLooks = 64;
    private readonly long _started = Stopwatch.GetTimestamp();
    private int _tokens;

    /// <exception cref="RecordTooCostlyException">When nothing is left.</exception>
    /// <exception cref="OperationCanceledException">When nobody waits for the page any more.</exception>
    public void Spend()
    {
        if (++_tokens % TokensBetweenLooks != 0)
        {
            return;
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (Stopwatch.GetElapsedTime(_started) > s_most)
        {
            throw new RecordTooCostlyException("The page's tags take too long to put in order.");
        }
    }
}
