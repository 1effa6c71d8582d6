namespace Search.Queries;

/// <param name="Syntax">How it is written.</param>
/// <param name="Meaning">What it finds, in one sentence.</param>
/// <param name="Example">A query that uses it.</param>
public sealed record QueryReferenceRow(string Syntax, string Meaning, string Example);

/// <summary>The query language in the order in which it is taught; the one source of README and help page.</summary>
public static class QueryReference
{
    public static IReadOnlyList<QueryReferenceRow> Rows { get; } =
    [
        new("words",
            "Statements with all of these words, in any form (test, tests, testing) and any order. AND between them changes nothing.",
            "nuclear test site"),
        new("\"words\"", "The exact phrase: these words in this form, one after the other. Case and accents do not count.",
            "\"strongly condemn\""),
        new("-word", "Without the word, phrase or group. NOT means the same.", "sanctions -\"oil embargo\""),
        new("OR", "Either of two, also written |. Words beside each other bind more tightly than OR.", "missile OR rocket"),
        new("( )", "What belongs together.", "(missile OR rocket) launch"),
        new("word*", "Words that begin so; at least three letters. Also the last word of a phrase.", "denuclear*"),
        new("\"a * b\"", "A star in a phrase stands for exactly one word.", "\"strongly * the\""),
        new("\"a (b|c) d\"", "Alternatives in a phrase, each of one word or several.", "\"strongly (condemn|regret) the\""),
        new("\"a b\"~5", "The words in any order, with at most 5 other words, in total, between the first and the last.",
            "\"peace talks\"~5"),
        new("a NEAR/5 b", "The same for words in any form and for phrases.", "ceasefire NEAR/5 \"prisoner exchange\""),
        new("a BEFORE/5 b", "The same, in the order written.", "condemn BEFORE/5 launch"),
        new("=word", "Just as written: case and accents count. Also before a phrase.", "=\"Joint Statement\""),
        new("title:", "In the title only. Like every field it takes a word, a quoted text or a group in parentheses.",
            "title:(summit OR talks)"),
        new("issuer:", "Issued by somebody whose name, canonical or printed, has these words.", "issuer:\"Ministry of Foreign Affairs\""),
        new("country:", "Naming this country under any name. Takes a name or an ISO code.", "country:(JP OR \"South Korea\")"),
        new("source:", "Published by a source whose name has these words.", "source:KCNA"),
        new("kind:", "Of this kind: other, press-statement, statement, answer, commentary, joint-statement, speech, message, report.",
            "kind:commentary"),
        new("language:", "In this language, by its tag.", "language:en"),
        new("id:", "The statement with this id, its own or its source's.", "id:0123456789abcdef"),
        new("date:", "Of this day, month or year, or of a range, both ends included.", "date:2024-09-01..2024-09-30"),
        new("after:", "Since this day, which is included; of a month or year, its first. -30d, -2w, -6m and -1y count back from today.",
            "after:-30d"),
        new("before:", "Before this day, which is not included.", "after:2024 before:2025"),
        new("field:none", "Without a value: date:none, country:none, issuer:none, kind:none, source:none, language:none.", "date:none"),
        new("\\word", "Text that would be something else: OR, NOT, a field.", "\\NOT"),
    ];
}
