using System.Text;

namespace Search.Service.Comparing;

/// <summary>
/// Makes of word after word what people read: neighbouring changes of one kind are one; among changes at one place what was
/// deleted comes first; the mere space between two replaced words is replaced with them.
/// </summary>
internal sealed class ChangeJoiner
{
    private readonly List<Change> _changes = [];
    private readonly StringBuilder _equal = new();
    private readonly StringBuilder _deleted = new();
    private readonly StringBuilder _inserted = new();
    private readonly StringBuilder _gap = new();

    public void Add(Change change)
    {
        if (change.Kind != ChangeKind.Equal)
        {
            AddChanged(change);
        }
        else if (_deleted.Length > 0 && _inserted.Length > 0 && string.IsNullOrWhiteSpace(change.Text))
        {
            _gap.Append(change.Text);
        }
        else
        {
            FlushChanged();
            _equal.Append(change.Text);
        }
    }

    public IReadOnlyList<Change> Finish()
    {
        FlushChanged();
        Flush(ChangeKind.Equal, _equal);
        return _changes;
    }

    private void AddChanged(Change change)
    {
        if (_deleted.Length == 0 && _inserted.Length == 0)
        {
            Flush(ChangeKind.Equal, _equal);
        }

        _deleted.Append(_gap);
        _inserted.Append(_gap);
        _gap.Clear();
        (change.Kind == ChangeKind.Deleted ? _deleted : _inserted).Append(change.Text);
    }

    private void FlushChanged()
    {
        Flush(ChangeKind.Deleted, _deleted);
        Flush(ChangeKind.Inserted, _inserted);
        _equal.Append(_gap);
        _gap.Clear();
    }

    private void Flush(ChangeKind kind, StringBuilder text)
    {
        if (text.Length > 0)
        {
            _changes.Add(new Change(kind, text.ToString()));
            text.Clear();
        }
    }
}
