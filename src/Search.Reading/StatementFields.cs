using Search.Reading.Records;

namespace Search.Reading;

/// <summary>The fields that a record may have, by name.</summary>
public static class StatementFields
{
    /// <summary>Their own names, separated by commas.</summary>
    public static string Names => FieldNames.Known;

    /// <summary>Whether a field is called so; case and marks do not count.</summary>
    public static bool IsField(string name) => FieldNames.Find(name) != JsonLineKey.Unknown;
}
