using System.Text;
using Search.Core.Statements;

namespace Search.Testing.Generation;

/// <summary>
/// Statements that nobody made, the same ones on every run: few words in many orders, so that phrases, near misses and
/// ties are frequent, with the spellings that analyzers trip over.
/// </summary>
public static class FictionalCorpus
{
    private static readonly string[] s_subjects =
    [
        "the Ministry of Tides", "the Harbour Board", "our U.S. partners", "the US envoy", "the D.P.R.K. delegation", "Admiral O'Neill",
        "Kim Sea-mun", "the keepers’ union", "the Board of Lights",
        "the Office of Sails", "fishermen of the north coast", "Doña Élodie Núñez",
    ];

    private static readonly string[] s_verbs =
    [
        "strongly condemns", "condemned", "strongly regrets", "regretted",
        "welcomes", "has welcomed", "rejects", "strongly rejects", "will watch",
        "calls for", "called for", "does not recognise", "was told of", "told us of",
    ];

    private static readonly string[] s_objects =
    [
        "the closing of the strait", "joint naval drills", "a nuclear-powered lightship", "the harbour lights", "the light of the harbour",
        "any unilateral act", "the unilateral acts", "to be or not to be",
        "the forces’confrontational moves", "military exercises near the strait",
        "a strait of peace", "salt, sand and shell", "the café at the quay", "nuclear lamps", "peace and the peaceful use of lamps",
    ];

    private static readonly string[] s_places =
    [
        "in the strait", "near the north coast", "at the harbour", "off the US coast",
        "in the peaceful bay", "again and again", "without us", "on 3 May",
    ];

    private static readonly string[] s_spanish =
    [
        "El gobierno condena las maniobras navales en el estrecho",
        "La general paz del mar no es negociable", "Las luces del puerto son nuestras",
        "Los pescadores de la costa piden paz", "El café del muelle está cerrado",
    ];

    private static readonly string?[] s_issuers =
        [
            null, "Ministry of Tides", "Harbour Board", "Board of Lights",
            "Office of Sails", "Spokesperson, Ministry of Tides", "Lighthouse Institute",
        ];

    private static readonly string[] s_sources = ["Harbour Gazette", "Evening Buoy", "Morning Anchor"];

    private static readonly string[] s_countries = ["JP", "US", "KP", "kr", "FR", "cn", "GB", "us"];

    /// <summary>The first so many statements.</summary>
    public static IReadOnlyList<Statement> Statements(int count)
    {
        var random = new Random(20300517);
        return [.. Enumerable.Range(0, count).Select(number => Statement(number, random))];
    }

    /// <summary>Nearly always a day.</summary>
    private static IssueDate Date(Random random) => IssueDate.Around(
        new DateOnly(2028, 1, 1).AddDays(random.Next(900)),
        random.Next(15) switch { 0 => DatePrecision.Year, 1 => DatePrecision.Month, _ => DatePrecision.Day });

    private static Statement Statement(int number, Random random)
    {
        var spanish = random.Next(8) == 0;
        return new StatementBuilder($"f-{number:0000}")
        {
            Title = Capital(spanish
                ? Pick(random, s_spanish)
                : $"{Pick(random, s_subjects)} {Pick(random, s_verbs)} {Pick(random, s_objects)}"),
            Body = Body(random, spanish),
            Issued = random.Next(12) == 0 ? null : Date(random),
            Issuer = Pick(random, s_issuers),
            IssuerPrinted = random.Next(3) == 0 ? "A spokesman of the Harbour" : null,
            Kind = (StatementKind)random.Next(9),
            Source = Pick(random, s_sources),
            Language = spanish ? "es" : Pick(random, new[] { "en", "en", "en-GB", null }),
            Countries = string.Join(' ', Enumerable.Range(0, random.Next(4)).Select(_ => Pick(random, s_countries))),
        }.Build();
    }

    private static string Body(Random random, bool spanish)
    {
        var text = new StringBuilder();
        var sentences = 1 + random.Next(12);
        for (var index = 0; index < sentences; index++)
        {
            text.Append(text.Length == 0 ? string.Empty : random.Next(4) == 0 ? "\n\n" : " ");
            text.Append(Capital(spanish ? Pick(random, s_spanish) : Sentence(random))).Append('.');
        }

        return text.ToString();
    }

    private static string Sentence(Random random)
    {
        var sentence = $"{Pick(random, s_subjects)} {Pick(random, s_verbs)} {Pick(random, s_objects)}";
        sentence += random.Next(2) == 0 ? $" {Pick(random, s_places)}" : string.Empty;
        sentence += random.Next(3) == 0 ? $", and {Pick(random, s_verbs)} {Pick(random, s_objects)}" : string.Empty;
        return random.Next(15) == 0 ? sentence.ToUpperInvariant() : sentence;
    }

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];

    private static T Pick<T>(Random random, T[] values) => values[random.Next(values.Length)];
}
