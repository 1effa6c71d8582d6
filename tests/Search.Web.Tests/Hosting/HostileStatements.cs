using Search.Core.Statements;
using Search.Testing;

namespace Search.Web.Tests.Hosting;

/// <summary>Made to break pages: markup in every field, other directions, and more of everything than a page has room for.</summary>
internal static class HostileStatements
{
    /// <summary>What every one of them has in its text.</summary>
    public const string Word = "quagmire";

    /// <summary>Script that tells that it ran.</summary>
    private const string Markup = "\"'><script>window.hit=1</script><img src=x onerror=\"window.hit=2\"><svg onload=window.hit=3>";

    /// <summary>Turns what follows around and is never closed; no character of a name.</summary>
    private const string Override = "\u202Etxet\u202D";

    /// <summary>Words that make a statement similar to the others, and not the same.</summary>
    private const string Rare = "zyxomma petiolatum quandary syzygial";

    private static readonly string s_long = string.Join(' ', Enumerable.Repeat("Verylongtitleofaministrywithoutaspace", 30));

    private static readonly string s_body = string.Join("\n\n", Enumerable.Range(1, 20).Select(number =>
        $"{Word} {Markup} {Override} <p>{number}</p> &lt;b&gt; ]]> --> {{{{7*7}}}} javascript:alert(1) {new string('x', 300)}"));

    private static readonly StatementBuilder s_markup = new("markup")
    {
        Title = $"{Markup} {Word} {Override}",
        Headline = $"{Markup} headline",
        Body = $"{s_body} {Rare}",
        Issued = new(2030, 2, 1),
        Captured = new(2030, 2, 2, 8, 0, 0, TimeSpan.Zero),
        Issuer = $"Ministry {Markup}",
        IssuerPrinted = $"The Ministry {Markup} {Override}",
        Source = $"Source {Markup}",
        SourceUrl = "javascript:window.hit=4",
    };

    public static IReadOnlyList<Statement> All { get; } =
    [
        s_markup.Build(),
        (s_markup with { SourceId = "markup-again", Issued = new(2030, 2, 9), Title = $"Again {Markup} {Word}" }).Build(),
        (s_markup with { SourceId = "markup-before", Issued = new(2029, 2, 9), Title = $"Before {Markup} {Word}" }).Build(),
        new StatementBuilder("kin")
        {
            Title = $"Kin {Markup}",
            Body = $"{Rare} stands in another text, about something else.",
            Issued = new(2030, 2, 5),
        }.Build(),
        new StatementBuilder("long")
        {
            Title = s_long,
            Body = $"{Word} {new string('w', 4000)}",
            Issued = new(2030, 2, 3),
            Issuer = s_long,
            Source = s_long,
        }.Build(),
        new StatementBuilder("arabic")
        {
            Title = $"بيان (رقم 7) عن {Word}.",
            Body = $"هذا نص {Word} طويل. (انتهى)",
            Issued = new(2030, 2, 4),
            Issuer = "وزارة الشؤون",
            Language = "ar",
        }.Build(),
        .. Enumerable.Range(1, 30).Select(number => new StatementBuilder($"hostile-{number}")
        {
            Title = $"Number {number} {Markup} {s_long[..200]} {Word}",
            Body = s_body[..2_000],
            Issued = new DateOnly(2029, 3, 1).AddDays(number * 7),
            Issuer = $"Office {number} {s_long[..150]}",
            Source = $"Source {number} {s_long[..150]}",
            Kind = StatementKind.Report,
            Countries = "JP NO FR KE DE IT ES PT",
        }.Build()),
    ];

    /// <summary>The first as its page was changed later.</summary>
    public static IReadOnlyList<Statement> Later { get; } =
    [
        (s_markup with { Body = $"{Markup} added. {s_body} {Rare}", Captured = new(2030, 2, 5, 8, 0, 0, TimeSpan.Zero) }).Build(),
    ];
}
