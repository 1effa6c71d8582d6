using System.CommandLine;
using Search.Indexer.Hosting;
using Search.Reading;
using Search.Reading.Files;
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

    public static Option<string[]> Columns() => new("--columns")
    {
        Description = "Which columns of tables are which fields, where their names do not say it. The fields are id, title, date, "
            + "issuer, source, language, text, url and captured.",
        HelpName = "FIELD=COLUMN,...",
    };

    /// <exception cref="UsageException">They are not of the form field=column, or the schema has no such field.</exception>
    public static TableColumns ColumnsOf(ParseResult arguments, Option<string[]> option)
    {
        if (!TableColumns.TryParse(arguments.GetValue(option) ?? [], out var columns, out var error))
        {
            throw new UsageException($"--columns: {error}");
        }

        var unknown = columns.Pairs.Select(pair => pair.Field).FirstOrDefault(field => !StatementFields.IsField(field));
        return unknown is null
            ? columns
            : throw new UsageException($"--columns: there is no field {unknown}; the fields are {StatementFields.Names}.");
    }

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
