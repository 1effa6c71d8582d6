using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Service.Neighbours;

/// <summary>Of hits in their order those that are no sibling of one before.</summary>
/// <param name="shown">What pages before have shown; what is shown now is added.</param>
internal sealed class CollapsedHits(ShownMarks shown)
{
    private readonly List<SearchHit> _hits = [];
    private readonly Dictionary<StatementId, int> _counts = [];

    public IReadOnlyList<SearchHit> Hits => _hits;

    public IReadOnlyDictionary<StatementId, int> Counts => _counts;

    public ShownMarks Shown => shown;

    public int Hidden { get; private set; }

    public void Add(IReadOnlyList<SearchHit> hits, IReadOnlyList<FoundSiblings> siblings)
    {
        foreach (var (hit, found) in hits.Zip(siblings))
        {
            Add(hit, found.Siblings);
        }
    }

    private void Add(SearchHit hit, IReadOnlyList<FoundSibling> siblings)
    {
        if (siblings.Any(sibling => shown.Contains(sibling.Statement.Id)))
        {
            Hidden++;
            return;
        }

        _hits.Add(hit);
        _counts.Add(hit.Statement.Id, siblings.Count);
        if (siblings.Count > 0)
        {
            shown.Add(hit.Statement.Id);
        }
    }
}
