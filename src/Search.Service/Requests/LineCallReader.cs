using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Search.Archive.Lines;
using Search.Archive.Searching;

namespace Search.Service.Requests;

/// <summary>Lines in context asked for.</summary>
/// <param name="Search">The query and its filters; its size is the number of lines.</param>
/// <param name="Place">Where the page before ended, by day; null for the first page.</param>
/// <param name="Offset">Lines that were shown before, by words.</param>
public sealed record LineCall(SearchCall Search, LineSort Sort, LinePlace? Place, int Offset)
{
    public bool IsByWords => Sort is LineSort.Left or LineSort.Right;
}

/// <summary>Reads the parameters of lines in context.</summary>
public static class LineCallReader
{
    /// <summary>The statement's id and the number of its lines stand before the engine's own keys.</summary>
    private const int PlaceKeys = 2;

    /// <param name="parameters">Names and values as given; a repeated parameter is there several times.</param>
    /// <param name="today">What relative dates count from.</param>
    public static bool TryRead(
        IEnumerable<KeyValuePair<string, string?>> parameters,
        DateOnly today,
        [NotNullWhen(true)] out LineCall? call,
        [NotNullWhen(false)] out RequestFault? fault)
    {
        var reader = new ParameterReader(parameters, SearchParameters.Lines);
        var (sort, size) = (reader.Choice(SearchParameters.LineOrder), reader.Integer(SearchParameters.LinesShown));
        call = SearchCallReader.Read(reader, today, out var queryError, ordersHits: false) is { } search
            ? Read(reader, search with { Request = search.Request with { Size = size } }, sort)
            : null;
        return SearchCallReader.Settle(reader, queryError, ref call, out fault);
    }

    /// <summary>How <see cref="ReadPlace"/> reads it.</summary>
    internal static string WritePlace(LinePlace place, LineCall call) => CursorText.Write(
        new SearchCursor(
            place.Page?.Generation ?? string.Empty,
            [
                place.Statement,
                place.Lines.ToString(CultureInfo.InvariantCulture),
                .. place.Page is null ? [] : place.Page.Keys.Prepend(string.Empty),
            ]),
        SearchFingerprint.Of(call));

    private static LineCall? Read(ParameterReader reader, SearchCall search, string? sort)
    {
        if (!StatementLines.HasWords(search.Request.Query))
        {
            reader.Fail(SearchParameters.Query.Name, "asks for no words, and lines are of words; add a word or a phrase.");
            return null;
        }

        var call = new LineCall(search, sort is null ? LineSort.Day : Enum.Parse<LineSort>(sort, ignoreCase: true), null, 0);
        return reader.Text(SearchParameters.Cursor) is not { } cursor ? call
            : call.IsByWords ? call with { Offset = SearchCallReader.ReadOffset(reader, cursor, SearchFingerprint.Of(call)) }
            : call with { Place = ReadPlace(reader, cursor, call) };
    }

    private static LinePlace? ReadPlace(ParameterReader reader, string text, LineCall call)
    {
        if (SearchCallReader.ReadCursor(reader, text, SearchFingerprint.Of(call)) is not { } cursor)
        {
            return null;
        }

        var keys = cursor.Keys.Skip(PlaceKeys).ToList();
        return new LinePlace(
            keys.Count == 0 ? null : new SearchCursor(cursor.Generation, [.. keys.Skip(1)]),
            cursor.Keys[0],
            int.Parse(cursor.Keys[1], CultureInfo.InvariantCulture));
    }
}
