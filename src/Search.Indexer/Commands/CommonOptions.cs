using System.CommandLine;
using Search.Service.Composition;

namespace Search.Indexer.Commands;

/// <summary>The options that every command has. Each call makes new ones: a symbol belongs to one tree.</summary>
internal static class CommonOptions
{
    public const string EngineName = "--engine";

    public const string JsonName = "--json";

    public static Option<string?> Engine() => EngineNamed(
        EngineName, "The engine that holds the archive; the same as --Search:Engine.", recursive: true);

    public static Option<bool> Json() => new(JsonName)
    {
        Description = "Answer with one JSON object, or JSON Lines, on standard output.",
        Recursive = true,
    };

    public static Option<bool> FollowLinks() => new("--follow-links")
    {
        Description = "Also read what links in a folder lead to outside of it.",
    };

    public static Option<string?> EngineNamed(string name, string description, bool recursive = false)
    {
        var option = new Option<string?>(name)
        {
            Description = description,
            HelpName = string.Join('|', EngineNames.All),
            Recursive = recursive,
        };
        option.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<string?>() is { } value && !EngineNames.IsKnown(value))
            {
                result.AddError($"{name} is \"{value}\"; it must be one of: {string.Join(", ", EngineNames.All)}.");
            }
        });
        return option;
    }
}
