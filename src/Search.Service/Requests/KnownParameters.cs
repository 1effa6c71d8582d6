namespace Search.Service.Requests;

/// <summary>Picks out of what was given what somebody takes.</summary>
public static class KnownParameters
{
    /// <summary>Those that have a value, in the order given, under their documented names; case does not count.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(
        IEnumerable<KeyValuePair<string, string?>> given, IReadOnlyList<Parameter> known) =>
        from pair in given
        where !string.IsNullOrWhiteSpace(pair.Value)
        from parameter in known
        where parameter.Name.Equals(pair.Key, StringComparison.OrdinalIgnoreCase)
        select KeyValuePair.Create(parameter.Name, pair.Value);
}
