using Xunit;

namespace Search.Testing;

/// <summary>The table of <c>Cases/analysis.txt</c>, which every analyzer has to pass.</summary>
public static class AnalysisCases
{
    private const string Resource = "Search.Testing.Cases.analysis.txt";

    /// <summary>Text, exact tokens, stems, verbatim tokens; tokens are separated by spaces.</summary>
    public static TheoryData<string, string, string, string> All()
    {
        using var stream = typeof(AnalysisCases).Assembly.GetManifestResourceStream(Resource)!;
        using var reader = new StreamReader(stream);
        var cases = new TheoryData<string, string, string, string>();
        while (reader.ReadLine() is { } line)
        {
            if (line.Length > 0 && line[0] != '#')
            {
                var parts = line.Split('⇶');
                var levels = parts[1].Split('|', StringSplitOptions.TrimEntries);
                var stems = levels.Length > 1 ? levels[1] : levels[0];
                cases.Add(parts[0].TrimEnd(' ').Replace('⏎', '\n'), levels[0], stems, levels.Length > 2 ? levels[2] : stems);
            }
        }

        return cases;
    }
}
