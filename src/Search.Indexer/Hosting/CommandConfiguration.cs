using Microsoft.Extensions.Configuration;
using Search.Service.Composition;

namespace Search.Indexer.Hosting;

/// <summary>The configuration of one call: appsettings.json beside the program, then environment, then arguments.</summary>
internal static class CommandConfiguration
{
    private const string Prefix = "--" + SearchOptions.Section + ":";

    /// <summary>
    /// Takes <c>--Search:Key=value</c> and <c>--Search:Key value</c> out of the arguments (the parser of commands knows
    /// nothing of them), up to <c>--</c>, after which everything is text.
    /// </summary>
    /// <exception cref="ConfigurationException">A key without a value, or one that nobody reads.</exception>
    public static (IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string?> Settings) Split(IReadOnlyList<string> arguments)
    {
        var rest = new List<string>();
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var index = 0; index < arguments.Count; index++)
        {
            var argument = arguments[index];
            if (argument == "--")
            {
                rest.AddRange(arguments.Skip(index));
                break;
            }

            if (!argument.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase))
            {
                rest.Add(argument);
            }
            else if (argument.IndexOf('=') is >= 0 and var equals)
            {
                settings[argument[2..equals]] = argument[(equals + 1)..];
            }
            else if (index + 1 < arguments.Count)
            {
                settings[argument[2..]] = arguments[++index];
            }
            else
            {
                throw new ConfigurationException($"{argument} has no value; write {argument}=value.");
            }
        }

        return settings.Keys.FirstOrDefault(key => !ConfigurationKeys.IsKnown(key)) is { } unknown
            ? throw new ConfigurationException($"There is no setting {unknown}. There are: {string.Join(", ", ConfigurationKeys.All)}.")
            : (rest, settings);
    }

    /// <exception cref="ConfigurationException">The settings file is no JSON.</exception>
    public static IConfiguration Build(CommandEnvironment environment, IEnumerable<KeyValuePair<string, string?>> settings)
    {
        var builder = new ConfigurationBuilder()
            .SetBasePath(environment.SettingsFolder)
            .AddJsonFile("appsettings.json", optional: true, reloadOnChange: false)
            .AddInMemoryCollection(environment.Variables.Select(variable =>
                KeyValuePair.Create(variable.Key.Replace("__", ":", StringComparison.Ordinal), variable.Value)))
            .AddInMemoryCollection(settings);
        try
        {
            return builder.Build();
        }
        catch (InvalidDataException exception)
        {
            throw new ConfigurationException($"{exception.Message} {exception.InnerException?.Message}".TrimEnd(), exception);
        }
    }
}
