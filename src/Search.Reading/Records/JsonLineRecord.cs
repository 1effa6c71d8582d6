namespace Search.Reading.Records;

/// <summary>The keys of the schema; all others are passed over.</summary>
internal enum JsonLineKey
{
    Unknown,
    Id,
    Title,
    Date,
    Issuer,
    Source,
    Language,
    Text,
    Url,
    Captured,
}

/// <summary>The values of one line as they stand in it; null where the line has none.</summary>
internal sealed class JsonLineRecord
{
    private readonly string?[] _values = new string?[(int)JsonLineKey.Captured + 1];

    public string? this[JsonLineKey key]
    {
        get => _values[(int)key];
        set => _values[(int)key] = value;
    }
}
