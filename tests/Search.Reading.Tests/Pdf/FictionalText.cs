namespace Search.Reading.Tests.Pdf;

/// <summary>Sentences of which no two are alike, so that one that is lost, doubled or moved shows.</summary>
internal static class FictionalText
{
    private static readonly string[] s_who =
        ["The keepers of the northern cape", "The council of lamps", "Our harbour masters", "The envoys of Ruritania",
            "Both chandlers' guilds",
            "The inspectors of wicks", "All pilots of the outer sound"];

    private static readonly string[] s_verbs =
        ["have asked", "will petition", "again urged", "formally reminded", "cannot release", "have thanked", "openly opposed",
            "still consult", "must compensate", "congratulated", "have surveyed"];

    private static readonly string[] s_whom =
        ["the provincial administration", "every neighbouring settlement", "the assembly of shipwrights", "their counterparts in Freedonia",
            "the commissioners for navigation"];

    private static readonly string[] s_why =
        ["for twelve barrels of lamp oil", "about the extraordinary circumstances", "with considerable determination",
            "because the winter is approaching", "on the understanding that nothing is postponed", "after long deliberations",
            "in spite of the recommendation", "over the price of cordage", "without further explanation", "by letter and by messenger",
            "before the anniversary of the lighthouse", "near the old customs house", "under the treaty of the two bays"];

    public static string Sentence(int number) =>
        $"{s_who[number % 7]} {s_verbs[number % 11]} {s_whom[number % 5]} {s_why[number % 13]}.";

    public static string Paragraph(int number, int sentences = 4) =>
        string.Join(' ', Enumerable.Range(number * 10, sentences).Select(Sentence));

    public static string[] Paragraphs(int count, int sentences = 4) =>
        [.. Enumerable.Range(1, count).Select(number => Paragraph(number, sentences))];
}
