namespace Search.Core.Countries;

/// <summary>
/// A prefix tree over folded names, laid out in arrays so that a walk allocates nothing. Built once from the sorted
/// names; a node's edges lie side by side.
/// </summary>
internal sealed class NameTrie
{
    public const int Dead = -1;
    public const int NoValue = -1;

    private readonly int[] _roots = new int[char.MaxValue + 1];
    private readonly char[] _labels;
    private readonly int[] _targets;
    private readonly int[] _starts;
    private readonly int[] _ends;
    private readonly int[] _valueOf;

    /// <param name="names">Keys and values. Of equal keys the first counts.</param>
    public NameTrie(List<KeyValuePair<string, int>> names)
    {
        var sorted = names.ToArray();
        Array.Sort(
            sorted,
            static (a, b) => string.CompareOrdinal(a.Key, b.Key) is var order and not 0 ? order : a.Value.CompareTo(b.Value));
        var capacity = 1;
        for (var i = 0; i < sorted.Length; i++)
            capacity += sorted[i].Key.Length;

        _labels = new char[capacity];
        _targets = new int[capacity];
        _starts = new int[capacity];
        _ends = new int[capacity];
        _valueOf = new int[capacity];
        var nodes = 1;
        var edges = 0;
        Fill(sorted, 0, sorted.Length, 0, 0, ref nodes, ref edges);
        Array.Resize(ref _labels, edges);
        Array.Resize(ref _targets, edges);
        Array.Resize(ref _starts, nodes);
        Array.Resize(ref _ends, nodes);
        Array.Resize(ref _valueOf, nodes);
        Array.Fill(_roots, Dead);
        for (var edge = _starts[0]; edge < _ends[0]; edge++)
            _roots[_labels[edge]] = _targets[edge];
    }

    /// <summary>The node after a name's first character, or <see cref="Dead"/>.</summary>
    public int Root(char character) => _roots[character];

    /// <summary>The node one character on, or <see cref="Dead"/>.</summary>
    public int Next(int node, char character)
    {
        for (var edge = _starts[node]; edge < _ends[node]; edge++)
        {
            if (_labels[edge] == character)
                return _targets[edge];
        }

        return Dead;
    }

    /// <summary>The value of the name that ends at this node, or <see cref="NoValue"/>.</summary>
    public int ValueAt(int node) => _valueOf[node];

    private void Fill(KeyValuePair<string, int>[] sorted, int from, int to, int depth, int node, ref int nodes, ref int edges)
    {
        _valueOf[node] = NoValue;
        if (from < to && sorted[from].Key.Length == depth)
        {
            _valueOf[node] = sorted[from].Value;
            while (from < to && sorted[from].Key.Length == depth)
                from++;
        }

        var start = edges;
        for (var i = from; i < to; i++)
        {
            if (i == from || sorted[i].Key[depth] != sorted[i - 1].Key[depth])
            {
                _labels[edges] = sorted[i].Key[depth];
                _targets[edges++] = nodes++;
            }
        }

        _starts[node] = start;
        _ends[node] = edges;
        FillChildren(sorted, from, to, depth, start, ref nodes, ref edges);
    }

    private void FillChildren(
        KeyValuePair<string, int>[] sorted, int from, int to, int depth, int edge, ref int nodes, ref int edges)
    {
        while (from < to)
        {
            var next = from + 1;
            while (next < to && sorted[next].Key[depth] == sorted[from].Key[depth])
                next++;

            Fill(sorted, from, next, depth + 1, _targets[edge++], ref nodes, ref edges);
            from = next;
        }
    }
}
