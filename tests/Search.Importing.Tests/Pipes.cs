using System.Text;
using System.Text.Json;
using Search.Importing.Files;

namespace Search.Importing.Tests;

/// <summary>Input that lies in memory.</summary>
internal static class Pipes
{
    public static InputFiles Of(params InputFile[] files) => new(files, []);

    public static InputFile File(string name, string content)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        return new InputFile(name, bytes.Length, () => new MemoryStream(bytes));
    }

    public static string Lines(int from, int to, int padding = 0) =>
        string.Concat(Enumerable.Range(from, to - from + 1).Select(number => Line(number, padding)));

    private static string Line(int number, int padding) => JsonSerializer.Serialize(new
    {
        id = $"{number}",
        title = $"Press statement {number}",
        text = $"The harbour is open. {new string('x', padding)}",
        source = "Harbour Gazette",
        language = "en",
        date = "2031-03-04",
    }) + "\n";
}
