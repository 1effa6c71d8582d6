using Search.Reading.Files;

namespace Search.Reading.Html;

/// <summary>
/// How much taking a page apart may cost. HTML's rules for tags closed in the wrong order make a page of a megabyte grow to gigabytes
/// or every tag search all before it; no count of tags tells such a page from a large one, the processor time it takes does. It is
/// the reading thread's own, so that other work on the machine changes nothing.
/// </summary>
internal sealed class HtmlBudget(CancellationToken cancellationToken)
{
    /// <summary>A hundred times what the largest pages take.</summary>
    private static readonly TimeSpan s_most = TimeSpan.FromSeconds(2.5);
    private const int TokensBetweenLooks = 64;
    private readonly TimeSpan _started = ThreadClock.Now;
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
        if (ThreadClock.Now - _started > s_most)
        {
            throw new RecordTooCostlyException("The page's tags take too long to put in order.");
        }
    }
}
