using System.Globalization;
using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Search.Reading.Dates;
using Search.Reading.Files;

namespace Search.Reading.Records;

/// <summary>
/// Reads RSS 2.0, RSS 1.0 and Atom files, an entry at a time. Entries with an excerpt only are attachments: their text is elsewhere.
/// </summary>
internal static class FeedReader
{
    /// <summary>What waits for other numbers of the feed; beyond, those that were seen must do.</summary>
    private const int MostWaiting = 2_000;
    private const int MostNumbers = 10_000;

    public static async IAsyncEnumerable<UnreadRecord> ReadAsync(
        SourceFile file, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var start = file.Content is PeekableStream content ? FeedEncoding.Of(content.Start) : System.Text.Encoding.UTF8;
        using var text = new StreamReader(file.Content, start, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
        var head = new FeedHead();
        var cutter = new FeedCutter(new FeedLexer(text), head);
        var waiting = new List<Func<IReadOnlyList<FoundDate>, UnreadRecord>>();
        var numbers = new List<FoundDate>();
        for (var number = 1; await cutter.NextAsync(cancellationToken) is { } cut; number++)
        {
            var location = string.Create(CultureInfo.InvariantCulture, $"{file.Name}:{number}");
            var isOpen = cut.Entry is { } entry && Note(entry, numbers);
            waiting.Add(Record(file, options, location, cut, head.Copy([])));
            if (waiting.Count == MostWaiting || (waiting.Count == 1 && !isOpen) || cut.EndsFeed)
            {
                foreach (var record in Release(waiting, numbers))
                {
                    yield return record;
                }
            }

            if (cut.EndsFeed)
            {
                yield break;
            }
        }

        foreach (var record in Release(waiting, numbers))
        {
            yield return record;
        }
    }

    /// <summary>Whether the entry's day depends on how others of the feed are written.</summary>
    private static bool Note(XElement entry, List<FoundDate> numbers)
    {
        var isOpen = false;
        foreach (var date in FeedDates.Numbers(entry))
        {
            isOpen |= date.IsAmbiguous;
            if (numbers.Count < MostNumbers)
            {
                numbers.Add(date);
            }
        }

        return isOpen;
    }

    private static Func<IReadOnlyList<FoundDate>, UnreadRecord> Record(
        SourceFile file, ReadOptions options, string location, FeedCut cut, FeedHead head)
    {
        if (cut.Entry is not { } entry)
        {
            var refused = file.Refuse(location, cut.Fault!.Kind, cut.Fault.Reason);
            return _ => refused;
        }

        var origin = RecordOrigin.Of(file, location, options);
        return numbers => origin.Unread(token => FeedEntry.Read(entry, head.Copy(numbers), origin, token));
    }

    private static IEnumerable<UnreadRecord> Release(
        List<Func<IReadOnlyList<FoundDate>, UnreadRecord>> waiting, List<FoundDate> numbers)
    {
        IReadOnlyList<FoundDate> seen = [.. numbers];
        var records = waiting.ConvertAll(record => record(seen));
        waiting.Clear();
        return records;
    }
}
