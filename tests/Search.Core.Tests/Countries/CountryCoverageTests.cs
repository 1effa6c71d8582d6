using System.Text.Json;
using Search.Testing;

namespace Search.Core.Tests.Countries;

/// <summary>
/// Every name that a list of 250 countries gives must be found in a sentence, and no other country. What is not, and why,
/// is said here.
/// </summary>
public sealed class CountryCoverageTests(ITestOutputHelper output)
{
    /// <summary>Code and name → what is found instead.</summary>
    private static readonly Dictionary<(string Code, string Name), string> s_exceptions = new()
    {
        // A demonym that several share counts for the sovereign state.
        [("AS", "Samoan")] = "WS",
        [("BQ", "Dutch")] = "NL",
        [("BQ", "Néerlandais")] = "NL",
        [("IO", "Indian")] = "IN",
        [("MP", "American")] = "US",
        [("MP", "Américan")] = "US",
        [("SJ", "Norwegian")] = "NO",
        [("TF", "French")] = "FR",
        [("TF", "Français")] = "FR",

        // Neither is sovereign over the other: the rest of the text decides, the first stands where it does not.
        [("CG", "Congo")] = "CD",
        [("CG", "Congolese")] = "CD",
        [("CG", "Congolais")] = "CD",
        [("DM", "Dominican")] = "DO",
        [("JE", "Channel Islander")] = "GG",
        [("SX", "Saint-Martin")] = "MF",
        [("SX", "Saint-Martinois")] = "MF",
        [("VG", "Virgin Islands")] = "VI",
        [("VG", "Virgin Islander")] = "VI",

        // Personal names far more often than countries; "île Maurice" and, in a French text, "Maurice" are found.
        [("MU", "Maurice")] = "",
        [("MU", "Moris")] = "",
        [("FJ", "Viti")] = "",
        [("KM", "Komori")] = "",
    };

    [Fact]
    public void Find_EveryNameOfEveryCountry_ThatCountryAlone()
    {
        using var document = JsonDocument.Parse(File.ReadAllText(SharedData.Require("data/gazetteers/mledoze_countries.json")));
        var wrong = new List<string>();
        var checkedNames = 0;
        foreach (var country in document.RootElement.EnumerateArray())
        {
            var code = country.GetProperty("cca2").GetString()!;
            foreach (var name in NamesOf(country).Distinct())
            {
                checkedNames++;
                var found = Mentions.CodesIn($"On Monday a delegation ({name}) arrived.");
                if (found != s_exceptions.GetValueOrDefault((code, name), code))
                    wrong.Add($"{code} {name}: '{found}'");
            }
        }

        output.WriteLine($"{checkedNames} names, {s_exceptions.Count} exceptions");
        Assert.Empty(wrong);
        Assert.True(checkedNames > 1200);
    }

    private static IEnumerable<string> NamesOf(JsonElement country)
    {
        var name = country.GetProperty("name");
        yield return name.GetProperty("common").GetString()!;
        yield return name.GetProperty("official").GetString()!;
        foreach (var native in Values(name.GetProperty("native")))
        {
            yield return native.GetProperty("common").GetString()!.Trim();
            yield return native.GetProperty("official").GetString()!.Trim();
        }

        foreach (var demonyms in Values(country.GetProperty("demonyms")))
        {
            foreach (var demonym in demonyms.GetProperty("m").GetString()!.Split([", ", " et "], StringSplitOptions.RemoveEmptyEntries))
                yield return char.ToUpperInvariant(demonym[0]) + demonym[1..];
        }
    }

    /// <summary>Some lists are empty arrays in place of objects.</summary>
    private static IEnumerable<JsonElement> Values(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Select(property => property.Value) : [];
}
