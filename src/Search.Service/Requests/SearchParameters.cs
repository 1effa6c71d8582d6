using System.Globalization;
using Search.Archive.Lines;
using Search.Archive.Searching;
using Search.Core.Statements;

namespace Search.Service.Requests;

/// <summary>The parameters of a search. Their names are fixed: other people's scripts use them.</summary>
public static class SearchParameters
{
    private const string FacetRules =
        "Repeat it for any one of several; a minus before a value excludes it; none selects statements without one.";

    public static Parameter Query { get; } = new("q", "The query, in the query language of the README. Empty for every statement.")
    {
        Example = "\"strongly condemn\" country:JP",
    };

    public static Parameter Match { get; } = new(
        "match", "Whether all words are required, or any of them counts and more of them rank higher.")
    {
        Choices = ["all", "any"],
        Default = "all",
    };

    public static Parameter Issuer { get; } = new("issuer", $"Canonical name of an issuer. {FacetRules}") { Repeats = true };

    public static Parameter Country { get; } = new("country", $"ISO 3166 alpha-2 code of a country that the statement names. {FacetRules}")
    {
        Repeats = true,
        Example = "JP",
    };

    public static Parameter CountryMatch { get; } = new(
        "countryMatch", "Whether a statement must name any one of several countries asked for, or all of them.")
    {
        Choices = ["any", "all"],
        Default = "any",
    };

    public static Parameter Source { get; } = new("source", $"Who published the statement. {FacetRules}") { Repeats = true };

    public static Parameter Kind { get; } = new("kind", $"Kind of statement: {string.Join(", ", StatementKinds.Values)}. {FacetRules}")
    {
        Repeats = true,
        Example = "press-statement",
    };

    public static Parameter Language { get; } = new("language", $"BCP 47 tag of the statement's language. {FacetRules}")
    {
        Repeats = true,
        Example = "en",
    };

    public static Parameter From { get; } = new(
        "from", "First day, inclusive (yyyy-MM-dd). Undated statements are left out; a month or year is in when a day of it is.")
    {
        Form = ParameterForm.Date,
        Example = "2024-09-01",
    };

    public static Parameter To { get; } = new(
        "to", "Last day, inclusive (yyyy-MM-dd). Undated statements are left out; a month or year is in when a day of it is.")
    {
        Form = ParameterForm.Date,
        Example = "2024-09-30",
    };

    public static Parameter CountryKinds { get; } = new(
        "countryKinds",
        "Which mentions make a statement one that names a country: name, abbreviation, demonym, inside-name, capital, part. "
        + "Repeat it for several; without it all but capital.")
    {
        Repeats = true,
        Example = "name",
    };

    public static Parameter Changed { get; } = new(
        "changed", "true: only statements whose text was changed after the archive first got it; false: only the others.")
    {
        Choices = ["true", "false"],
    };

    public static Parameter Missing { get; } = new(
        "missing", "true: only statements that a later whole list of their source lacks; false: only the others.")
    {
        Choices = ["true", "false"],
    };

    public static Parameter CapturedFrom { get; } = new("capturedFrom", "First day of capture, inclusive, UTC (yyyy-MM-dd).")
    {
        Form = ParameterForm.Date,
    };

    public static Parameter CapturedTo { get; } = new("capturedTo", "Last day of capture, inclusive, UTC (yyyy-MM-dd).")
    {
        Form = ParameterForm.Date,
    };

    public static Parameter AsOf { get; } = new(
        "asOf",
        "Only statements that the archive had at the end of this day, UTC (yyyy-MM-dd). A text that it got later is told by textReceived.")
    {
        Form = ParameterForm.Date,
    };

    public static Parameter Sort { get; } = new(
        "sort", "The order of hits: relevance (the default with a query), newest (the default without), oldest.")
    {
        Choices = ["relevance", "newest", "oldest"],
    };

    public static Parameter Size { get; } = new("size", "Hits on a page.")
    {
        Form = ParameterForm.WholeNumber,
        Minimum = 1,
        Maximum = SearchRequest.MaxSize,
        Default = "20",
    };

    public static Parameter Cursor { get; } = new(
        "cursor", "Where the page before ended: its next, unchanged, with the other parameters as they were.");

    public static Parameter Siblings { get; } = new(
        "siblings", "Whether to say at each hit how many other statements are the same text in near-identical words.")
    {
        Choices = ["true", "false"],
        Default = "false",
    };

    public static Parameter Collapse { get; } = new(
        "collapse",
        "siblings: hits that are the same text in near-identical words are shown once, the first of them, with the number beside it. "
        + "All counts stay those of statements.")
    {
        Choices = ["siblings"],
    };

    public static Parameter Prefix { get; } = new("prefix", "Only values that begin so; case and accents do not count.");

    public static Parameter ReturnedAfter { get; } = new(
        "returnedAfter", "Days of silence after which a use counts as a return, such as 90 or 90d.")
    {
        Minimum = 1,
        Maximum = 100_000,
        Default = "90",
    };

    public static Parameter Queries { get; } = Query with
    {
        Description = "A query, in the query language of the README. Repeat it for up to five side by side; without it, every statement.",
        Repeats = true,
    };

    public static Parameter Interval { get; } = new(
        "interval", "How long the buckets are; weeks begin on Monday. Without it the shortest that keeps a readable number of them.")
    {
        Choices = ["day", "week", "month", "year"],
    };

    public static Parameter Format { get; } = new(
        "format", "json or csv; without it the header Accept decides, and then json. CSV is UTF-8 for spreadsheets.")
    {
        Choices = ["json", "csv"],
    };

    public static Parameter Rows { get; } = Size with { Description = "Issuers on a page.", Default = "10" };

    /// <summary>What is marked in a statement.</summary>
    public static IReadOnlyList<Parameter> Marking { get; } = [Query, Match];

    /// <summary>What is being typed.</summary>
    public static IReadOnlyList<Parameter> Suggesting { get; } = [Query];

    /// <summary>What narrows by how and when the archive got statements.</summary>
    public static IReadOnlyList<Parameter> Captures { get; } = [Changed, Missing, CapturedFrom, CapturedTo, AsOf];

    /// <summary>What narrows a search, wherever one is narrowed.</summary>
    public static IReadOnlyList<Parameter> Narrowing { get; } =
        [Query, Match, Issuer, Country, CountryMatch, Source, Kind, Language, From, To, CountryKinds, .. Captures];

    public static IReadOnlyList<Parameter> Search { get; } = [.. Narrowing, Sort, Siblings, Collapse, Size, Cursor];

    public static IReadOnlyList<Parameter> Uses { get; } = [.. Narrowing, ReturnedAfter, Rows, Cursor];

    public static Parameter By { get; } = new("by", "What the coverage is told by: source or issuer.")
    {
        Choices = ["source", "issuer"],
        Default = "source",
    };

    public static Parameter Holdings { get; } = Size with { Description = "Sources or issuers on a page.", Default = "20" };

    public static IReadOnlyList<Parameter> Coverage { get; } =
        [By, .. Narrowing.Where(parameter => parameter != Query && parameter != Match), Holdings, Cursor];

    public static Parameter Fillers { get; } = Size with { Description = "Words on a page." };

    public static IReadOnlyList<Parameter> Phrases { get; } =
    [
        .. Narrowing.Select(parameter => parameter != Query ? parameter : Query with
        {
            Description = "A query with one phrase that leaves a word open: a free word, else alternatives, else a last word with a star.",
            Example = "\"strongly * the\"",
        }),
        Fillers,
        Cursor,
    ];

    public static Parameter LineOrder { get; } = new(
        "sort",
        "The order of lines: day (by statement, the oldest first) or newest; left or right, by the words on that side, the nearest "
        + $"first, over the newest {StatementLines.MostStatements:N0} statements.")
    {
        Choices = ["day", "newest", "left", "right"],
        Default = "day",
    };

    public static Parameter LinesShown { get; } = Size with { Description = "Lines on a page.", Default = "100" };

    public static IReadOnlyList<Parameter> Lines { get; } = [.. Narrowing, LineOrder, LinesShown, Cursor];

    public static Parameter ExportFormat { get; } = new(
        "format", "jsonl (JSON Lines) or csv; without it the header Accept decides, and then jsonl. CSV is UTF-8 for spreadsheets.")
    {
        Choices = ["jsonl", "csv"],
    };

    public static Parameter Fields { get; } = new("fields", "What to write beside the usual: body, the whole text.") { Choices = ["body"] };

    public static Parameter ExportSort { get; } = new("sort", "The order of hits.")
    {
        Choices = ["newest", "oldest"],
        Default = "newest",
    };

    public static Parameter FeedReturns { get; } = ReturnedAfter with
    {
        Description = "Only statements that say it again after so many days of silence, such as 90 or 90d; without it, every statement.",
        Default = null,
        Example = "90d",
    };

    public static Parameter Entries { get; } = Size with { Description = "Entries of the feed.", Default = "50" };

    public static IReadOnlyList<Parameter> Feed { get; } = [.. Narrowing, FeedReturns, Entries];

    public static IReadOnlyList<Parameter> Export { get; } = [.. Narrowing, ExportSort, ExportFormat, Fields];

    public static Parameter Since { get; } = new("since", "Whether to say what the same search finds now.")
    {
        Choices = ["true", "false"],
        Default = "true",
    };

    /// <summary>How a frozen result is read.</summary>
    public static IReadOnlyList<Parameter> Frozen { get; } = [Since];

    /// <summary>What narrows several queries at once.</summary>
    private static IEnumerable<Parameter> NarrowingMany { get; } = [Queries, .. Narrowing.Where(parameter => parameter != Query)];

    public static IReadOnlyList<Parameter> Trends { get; } = [.. NarrowingMany, Interval, Format];

    public static IReadOnlyList<Parameter> Comparison { get; } =
    [
        .. NarrowingMany.Select(parameter => parameter != Issuer ? parameter : Issuer with
        {
            Description = "An issuer to compare, by canonical name or group (KP/); up to twenty, or none for statements without one. "
                + "Without it, the ten with the most uses. A minus before a value leaves it out.",
        }),
    ];

    public static IReadOnlyList<Parameter> Facet { get; } = [Prefix, .. Narrowing, Size, Cursor];

    /// <summary>A day as parameters bear it; null for what is none.</summary>
    public static DateOnly? ReadDay(string? value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
