using System.Globalization;
using Search.Archive.Highlighting;
using Search.Queries;

namespace Search.Web.Pages.Problems;

/// <summary>What of a query its error names, in whole characters as readers see them.</summary>
public static class FaultyPart
{
    /// <summary>
    /// Half of a pair, or a letter without its accent, could not be underlined; a place between two characters is seen by the one
    /// behind it, and at the end by the last.
    /// </summary>
    public static Mark Of(QueryError error)
    {
        var starts = StringInfo.ParseCombiningCharacters(error.Text);
        if (starts.Length == 0)
        {
            return new Mark(0, 0);
        }

        var start = starts.Last(place => place <= Math.Clamp(error.Start, 0, error.Text.Length - 1));
        var end = starts.FirstOrDefault(place => place >= error.Start + error.Length && place > start, error.Text.Length);
        return new Mark(start, end - start);
    }
}
