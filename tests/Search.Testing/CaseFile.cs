using Xunit;

namespace Search.Testing;

/// <summary>
/// Rows <c>input ⇶ expected</c> of a file in the folder Cases beside the tests; empty lines and lines that begin with
/// <c>##</c> are comments. Cells are written as <see cref="CaseText"/> says.
/// </summary>
public static class CaseFile
{
    public static TheoryData<string, string> Read(string name)
    {
        var rows = new TheoryData<string, string>();
        foreach (var line in File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Cases", name)))
        {
            if (line.Length == 0 || line.StartsWith("##", StringComparison.Ordinal))
            {
                continue;
            }

            var arrow = line.IndexOf('⇶', StringComparison.Ordinal);
            Assert.True(arrow > 0, $"No arrow in: {line}");
            rows.Add(line[..arrow].TrimEnd(' '), line[(arrow + 1)..].Trim(' '));
        }

        return rows;
    }
}
