using Search.Core.Countries;
using Search.Core.Statements;
using Search.Testing;

namespace Search.Web.Tests.Hosting;

/// <summary>Statements of countries' offices that do not exist.</summary>
internal static class FictionalStatements
{
    private static readonly StatementBuilder s_first = new("first")
    {
        Title = "Statement on the blockade of the harbour",
        Body = "We strongly condemn the blockade of the harbour by Japan & others.\n\n"
            + "The <b>harbour</b> stays open. Ships of Kenya may pass.",
        Issued = new(2030, 1, 5),
        Captured = new(2030, 1, 6, 8, 0, 0, TimeSpan.Zero),
        Issuer = "Ministry of Tides",
        IssuerPrinted = "The Ministry of Tides of Merrow",
        Source = "Harbour Gazette",
        SourceUrl = "https://gazette.example/1",
    };

    public static IReadOnlyList<Statement> All { get; } =
    [
        Named(s_first.Build()),
        new StatementBuilder("second")
        {
            Title = "Déclaration sur la pêche",
            Body = "Nous condamnons fermement la pêche nocturne.",
            Issued = new(2030, 2, 5),
            Issuer = "Porte-parole, Ministère des Marées, France",
            IssuerOrganisation = "Ministère des Marées",
            IssuerCountry = "FR",
            Language = "fr",
            Kind = StatementKind.PressStatement,
            Countries = "FR",
        }.Build(),
        .. Enumerable.Range(1, 30).Select(number => new StatementBuilder($"fish-{number}")
        {
            Title = $"Daily report on fish, number {number}",
            Body = $"Fish were counted: {number} of them, near the harbour wall.",
            Issued = new DateOnly(2030, 3, 1).AddDays(number),
            Issuer = number % 3 == 0 ? null : $"Office of Fish {number % 12}",
            Kind = StatementKind.Report,
            Countries = number % 2 == 0 ? "JP" : "NO",
        }.Build()),
        new StatementBuilder("undated")
        {
            Title = "A statement without a date",
            Body = "Nobody knows when this was said.",
            Issued = null,
            Language = null,
        }.Build(),
    ];

    /// <summary>A later capture of the first.</summary>
    public static Statement Amended { get; } = Named((s_first with
    {
        Body = s_first.Body.Replace("strongly condemn", "strongly and jointly condemn", StringComparison.Ordinal),
        Captured = new(2030, 1, 7, 8, 0, 0, TimeSpan.Zero),
    }).Build());

    private static Statement Named(Statement statement) => statement with
    {
        Countries = CountryMatcher.Default.Find(statement.Title, statement.Body),
    };
}
