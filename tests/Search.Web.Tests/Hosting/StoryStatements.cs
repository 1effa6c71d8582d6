using Search.Core.Statements;
using Search.Testing;

namespace Search.Web.Tests.Hosting;

/// <summary>
/// Statements with a history, of offices that do not exist: a passage that was said before, is said again elsewhere, and was changed
/// afterwards; and a source that ends before the others.
/// </summary>
internal static class StoryStatements
{
    /// <summary>What a reader looks for.</summary>
    public const string Phrase = "closing of the strait";

    public const string Title = "On the lamps of the northern strait";

    private const string Said = "We strongly condemn the closing of the strait by anybody who has no lamp to show there.";

    /// <summary>Long enough that two marks never stand on one screen.</summary>
    private static readonly string s_between = string.Join("\n\n", Enumerable.Range(1, 8).Select(number =>
        $"The {number}. watch went out at dusk, counted {number * 3} sails between the two towers, and wrote in its book that the water "
        + "was calm, that the birds were many, and that nothing else was to be seen from there until the light of the morning came."));

    private static readonly StatementBuilder s_speech = new("speech")
    {
        Title = Title,
        Body = $"The board met in the old tower on Monday.\n\n{Said} It has met for nine winters.\n\n{s_between}\n\n"
            + "Whoever speaks of the closing of the strait again will hear of us.\n\n"
            + "The next meeting is in spring, and its doors are open.",
        Issued = new(2030, 3, 4),
        Captured = new(2030, 3, 5, 8, 0, 0, TimeSpan.Zero),
        Issuer = "Board of Lamps",
        IssuerPrinted = "The Board of Lamps of Merrow",
        Source = "Harbour Gazette",
        SourceUrl = "https://gazette.example/lamps",
    };

    public static IReadOnlyList<Statement> First { get; } =
    [
        s_speech.Build(),
        new StatementBuilder("origin")
        {
            Title = "First word on the strait",
            Body = $"Nobody has asked us yet. {Said} We shall say so as often as it takes.",
            Issued = new(2029, 1, 9),
            Issuer = "Office of Sails",
            Source = "Tide Wire",
        }.Build(),
        (s_speech with
        {
            SourceId = "echo",
            Title = "The board on the lamps",
            Body = s_speech.Body.Replace("on Monday", "on a Monday", StringComparison.Ordinal),
            Issued = new(2030, 4, 1),
            Issuer = "Press Office of the Board",
            IssuerPrinted = "Press Office of the Board",
            SourceUrl = "https://gazette.example/echo",
        }).Build(),
        .. Enumerable.Range(1, 40).Select(number => new StatementBuilder($"wire-{number}")
        {
            Title = $"Bulletin {number} of the lighthouse",
            Body = $"The lighthouse burned {number} barrels. Ships passed, and the keepers were content with what they saw.",
            Issued = new DateOnly(2028, 5, 1).AddDays(number * 5),
            Issuer = $"Lighthouse number {number}",
            Kind = StatementKind.Report,
            Source = "Tide Wire",
            Countries = number % 2 == 0 ? "JP" : "NO",
        }.Build()),
    ];

    /// <summary>The speech as its page was changed later.</summary>
    public static IReadOnlyList<Statement> Later { get; } =
    [
        (s_speech with
        {
            Body = s_speech.Body.Replace("nine winters", "ten long winters", StringComparison.Ordinal),
            Captured = new(2030, 3, 8, 8, 0, 0, TimeSpan.Zero),
        }).Build(),
    ];
}
