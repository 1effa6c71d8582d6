using System.Runtime.InteropServices;
using Search.Archive.Counting;
using Search.Archive.Matching;
using Search.Core.Statements;
using Search.Sqlite.Indexing;
using Search.Sqlite.Storage;

namespace Search.Sqlite.Counting;

/// <summary>Counts what an archive holds by source or issuer and date, from the columns in memory.</summary>
internal static class HoldingsTally
{
    /// <summary>Slots between two looks at the clock.</summary>
    private const int SlotsPerCheck = 4096;

    public static IReadOnlyList<Holdings> Count(StatementColumns columns, HoldingsRequest request)
    {
        var (keys, names) = Values(columns, request.By);
        var filter = new SlotFilter(columns, request.Filters);
        var counts = new Dictionary<(int Value, int Date), long>();
        var captures = new Dictionary<int, (int First, int Last)>();
        for (var slot = 0; slot < columns.Slots; slot++)
        {
            if (slot % SlotsPerCheck == 0 && ReaderConnection.IsOver)
            {
                throw new QueryTooCostlyException("Not all could be counted in time; narrow the filters.");
            }

            if (columns.Kinds[slot] != StatementColumns.Gone && filter.Admits(slot))
            {
                var date = request.Dates ? DateOf(columns, slot) : ArchiveDay.None;
                CollectionsMarshal.GetValueRefOrAddDefault(counts, (keys(slot), date), out _)++;
                if (request.Captures)
                {
                    Widen(captures, keys(slot), columns.CaptureDays[slot]);
                }
            }
        }

        return
        [
            .. counts.GroupBy(count => count.Key.Value).Select(value => new Holdings(
                value.Key == 0 ? null : names[value.Key],
                value.Sum(count => count.Value),
                UseOrder.Sorted(value.Where(count => count.Key.Date != ArchiveDay.None)
                    .Select(count => KeyValuePair.Create(ArchiveDay.Decode(count.Key.Date)!.Value, count.Value))))
            {
                Captures = captures.TryGetValue(value.Key, out var days)
                    ? new CaptureSpan(ArchiveDay.ToDay(days.First), ArchiveDay.ToDay(days.Last))
                    : null,
            }),
        ];
    }

    private static int DateOf(StatementColumns columns, int slot) =>
        columns.TryGetLessExactDate(slot, out var lessExact) ? ArchiveDay.Encode(lessExact) : columns.Days[slot];

    private static void Widen(Dictionary<int, (int First, int Last)> captures, int value, int day)
    {
        if (day != ArchiveDay.None)
        {
            ref var days = ref CollectionsMarshal.GetValueRefOrAddDefault(captures, value, out var exists);
            days = exists ? (Math.Min(days.First, day), Math.Max(days.Last, day)) : (day, day);
        }
    }

    /// <summary>The key of a slot's value, 0 for none, and the names of keys.</summary>
    private static (Func<int, int> KeyOf, string[] Names) Values(StatementColumns columns, FacetName by)
    {
        var dictionaries = columns.Dictionaries;
        return by switch
        {
            FacetName.Source => (slot => columns.Sources[slot], dictionaries.Sources),
            FacetName.Issuer => (slot => dictionaries.CanonicalIssuers[columns.Issuers[slot]], dictionaries.IssuerNames),
            _ => throw new ArgumentOutOfRangeException(nameof(by)),
        };
    }
}
