using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Search.Service.Requests;

/// <summary>Reads the parameters of what is counted over all statements that match.</summary>
public static class CountingCallReader
{
    /// <param name="parameters">Names and values as given; a repeated parameter is there several times.</param>
    /// <param name="today">What relative dates count from.</param>
    public static bool TryReadUses(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        DateOnly today,
        [NotNullWhen(true)] out UseCall? call,
        [NotNullWhen(false)] out RequestFault? fault)
    {
        var reader = new ParameterReader(parameters, SearchParameters.Uses);
        var returnedAfter = reader.Days(SearchParameters.ReturnedAfter);
        call = SearchCallReader.Read(reader, today, out var queryError) is { } search ? new UseCall(search, returnedAfter, 0) : null;
        if (call is not null && reader.Text(SearchParameters.Cursor) is { } cursor)
        {
            call = call with { Offset = ReadOffset(reader, cursor, SearchFingerprint.Of(call)) };
        }

        return SearchCallReader.Settle(reader, queryError, ref call, out fault);
    }

    private static int ReadOffset(ParameterReader reader, string cursor, string search) =>
        int.Parse(SearchCallReader.ReadCursor(reader, cursor, search)?.Generation ?? "0", CultureInfo.InvariantCulture);
}
