using Elastic.Clients.Elasticsearch.Core.Bulk;

namespace Search.Elasticsearch.Writing;

/// <summary>The items of one bulk request that have no outcome yet. Answers are matched to them by position.</summary>
/// <remarks>
/// An attempt without an answer may have written any of its items, and a node that went away the one that it had. Sent again,
/// such an item meets itself: Elasticsearch calls that a conflict, as it does when another importer was faster. The item is
/// therefore uncertain from then on, and its outcome says so. Only the writer can tell the two apart, by comparing the
/// content: the very same is its own work, and counts as added.
/// </remarks>
internal sealed class BulkBatch(IReadOnlyList<BulkItem> items, Range range, BulkOutcome[] outcomes)
{
    /// <summary>Positions of items that an earlier attempt may have written.</summary>
    private readonly HashSet<int> _uncertain = [];

    /// <summary>Items sent at a time, halved when the request was too large.</summary>
    private int _limit = int.MaxValue;

    /// <summary>Positions among all items.</summary>
    public List<int> Pending { get; private set; } = [.. Enumerable.Range(range.Start.Value, range.End.Value - range.Start.Value)];

    public bool IsDone => Pending.Count == 0;

    public string? LastProblem { get; private set; }

    /// <summary>Whether what is pending was last refused for want of room on the cluster's disks.</summary>
    public bool NoRoom { get; private set; }

    /// <summary>What is to be sent now.</summary>
    public IReadOnlyList<BulkItem> Next() => [.. Pending.Take(_limit).Select(position => items[position])];

    /// <summary>No answer came: some of what was sent may be written.</summary>
    public void MarkUncertain() => _uncertain.UnionWith(Pending.Take(_limit));

    /// <summary>Sends half as many at a time; an item that is too large by itself is refused.</summary>
    public void Split()
    {
        var sent = Math.Min(_limit, Pending.Count);
        if (sent == 1)
        {
            outcomes[Pending[0]] = new BulkOutcome(BulkResult.Refused, "It is larger than Elasticsearch takes in one request.");
            Pending.RemoveAt(0);
            return;
        }

        _limit = sent / 2;
        LastProblem = "the request was too large";
    }

    /// <param name="resent">Whether an earlier node may have taken them already.</param>
    /// <returns>Whether the cluster refused some for having too much to do.</returns>
    public bool Take(IReadOnlyCollection<ResponseItem> answers, bool resent)
    {
        if (resent)
        {
            MarkUncertain();
        }

        var left = new List<int>();
        var answered = 0;
        var busy = false;
        NoRoom = false;
        foreach (var item in answers)
        {
            var position = Pending[answered++];
            if (BulkAnswer.Read(item) is { } outcome)
            {
                outcomes[position] = outcome with { Uncertain = _uncertain.Contains(position) };
                continue;
            }

            LastProblem = $"status {item.Status}";
            var wantsRoom = BulkAnswer.IsForWantOfRoom(item);
            NoRoom |= wantsRoom;
            busy |= item.Status == 429 && !wantsRoom;
            left.Add(position);
            if (item.Status >= 500)
            {
                _uncertain.Add(position); // the node that was lost may have written it
            }
        }

        Pending = [.. left, .. Pending.Skip(answered)];
        return busy;
    }
}
