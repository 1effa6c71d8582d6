using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Search.Archive.Searching;
using Search.Service.Composition;

namespace Search.Web.Hosting;

/// <summary>
/// What keeps the host from starting until somebody changes the configuration or the archive: told in a sentence on standard error.
/// All else that goes wrong at start is a fault of the program and ends it with its stack trace.
/// </summary>
internal static class StartFault
{
    /// <summary>The same as the command line's: arguments or configuration cannot be used.</summary>
    public const int ExitCode = 2;

    private const string Urls = "urls";

    /// <summary>The sentence; null for anything else.</summary>
    public static string? Describe(Exception exception) => exception switch
    {
        ConfigurationException or OptionsValidationException or ArchiveFormatException or ArchiveNameClashException => exception.Message,
        InvalidDataException { InnerException: { } inner } => $"{exception.Message} {inner.Message}",
        SocketException or IOException { InnerException: AddressInUseException } => $"{Urls}: {exception.Message}",
        _ => null,
    };

    /// <summary>What the site is to listen on; Kestrel's own message does not name the key.</summary>
    /// <exception cref="ConfigurationException">One of the addresses is none.</exception>
    public static void CheckUrls(IConfiguration configuration)
    {
        foreach (var url in configuration[Urls]?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [])
        {
            try
            {
                BindingAddress.Parse(url);
            }
            catch (FormatException exception)
            {
                throw new ConfigurationException($"{Urls} has \"{url}\"; it must be an address such as http://localhost:5000.", exception);
            }
        }
    }
}
