using Search.Core.Statements;
using Search.Testing;

namespace Search.Service.Tests.Neighbours;

/// <summary>Statements that nobody made, and the same ones as another source might print them.</summary>
internal sealed class MadePairs(int seed)
{
    private const string Ordinary =
        "the of and to in that for with on by it was be has not this from at which or an will its who their all more any other when "
        + "people peace country strait harbour water lamp winter measure act answer word council season fishing net storm coast";

    private readonly string[] _words = Ordinary.Split(' ');
    private readonly Random _random = new(seed);
    private int _names;

    /// <summary>Of paragraphs with sentences of ordinary words and a name or two.</summary>
    public Statement Statement(int number) => new StatementBuilder($"s{number}")
    {
        Title = $"Statement {number}",
        Body = string.Join("\n\n", Enumerable.Range(0, 3 + _random.Next(5)).Select(_ => Paragraph())),
        Source = "Harbour Gazette",
    }.Build();

    /// <summary>Every fifth word is another, but names are the same: what they say is.</summary>
    public Statement Reworded(Statement statement) => Other(statement, Reword(statement.Body));

    /// <summary>The first part alone, as a summary prints it.</summary>
    public static Statement Shortened(Statement statement)
    {
        var paragraphs = statement.Body.Split("\n\n");
        return Other(statement, string.Join("\n\n", paragraphs.Take((paragraphs.Length + 1) / 2)));
    }

    public Statement WithoutAParagraph(Statement statement)
    {
        var paragraphs = statement.Body.Split("\n\n").ToList();
        paragraphs.RemoveAt(_random.Next(paragraphs.Count));
        return Other(statement, string.Join("\n\n", paragraphs));
    }

    /// <summary>A letter more in each name, and words in capitals.</summary>
    public Statement OtherSpelling(Statement statement) => Other(
        statement,
        string.Join(' ', statement.Body.Split(' ').Select(word =>
            char.IsUpper(word[0]) && word.Contains("mar", StringComparison.Ordinal) ? word.Replace("mar", "maar", StringComparison.Ordinal)
            : _random.Next(20) == 0 ? word.ToLowerInvariant() : word)));

    /// <summary>
    /// A communiqué as the office's own site has it: another title, a day later, with a place and date of the office's own in place
    /// of the agency's, and a line of its own below.
    /// </summary>
    public static Statement OnTheSiteOfTheOffice(Statement statement) => Other(
        statement,
        $"Kelvar City, 18 May 2030\n\n{statement.Body[(statement.Body.IndexOf("-- ", StringComparison.Ordinal) + 3)..]}\n\n"
        + "Press section of the office.");

    /// <summary>The same as the agency has it.</summary>
    public static Statement OfTheAgency(Statement statement) => new StatementBuilder(statement.SourceId)
    {
        Title = $"Kelmar office on number {statement.SourceId}",
        Body = $"Harbourtown, May 17 (HG) -- {statement.Body}",
        Source = "Harbour Gazette",
        Issued = new(2030, 5, 17),
    }.Build();

    /// <summary>The same form with other names.</summary>
    public Statement FilledInOtherwise(Statement statement) => Other(
        statement, string.Join(' ', statement.Body.Split(' ').Select(word => IsName(word) ? Name() : word)));

    private static Statement Other(Statement statement, string body) => new StatementBuilder(statement.SourceId)
    {
        Title = $"{statement.Title} elsewhere",
        Body = body,
        Source = "Evening Buoy",
        Issued = new(2030, 5, 18),
    }.Build();

    private static bool IsName(string word) => word.StartsWith("Kel", StringComparison.Ordinal);

    private static bool IsOrdinary(string word) => word.Length > 0 && word.TrimEnd('.').All(char.IsLower);

    private string Reword(string body)
    {
        var words = body.Split(' ');
        int[] ordinary = [.. Enumerable.Range(0, words.Length).Where(index => IsOrdinary(words[index]))];
        foreach (var index in ordinary.OrderBy(_ => _random.Next()).Take(words.Length / 5))
        {
            words[index] = $"other{Letter()}{Letter()}{(words[index].EndsWith('.') ? "." : string.Empty)}";
        }

        return string.Join(' ', words);
    }

    private char Letter() => (char)('a' + _random.Next(26));

    private string Paragraph() => string.Join(' ', Enumerable.Range(0, 3 + _random.Next(3)).Select(_ => Sentence()));

    private string Sentence()
    {
        var words = Enumerable.Range(0, 10 + _random.Next(12)).Select(_ => _words[_random.Next(_words.Length)]).ToList();
        words[3] = Name();
        words[0] = $"{char.ToUpperInvariant(words[0][0])}{words[0][1..]}";
        return string.Join(' ', words) + ".";
    }

    private string Name() => $"Kel{(char)('a' + (_names % 26))}mar{(char)('a' + (_names++ / 26 % 26))}{(char)('a' + _random.Next(26))}o";
}
