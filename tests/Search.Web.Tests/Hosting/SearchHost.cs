using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Search.Archive;
using Search.Archive.Storing;
using Search.Core.Statements;
using Search.Testing;

namespace Search.Web.Tests.Hosting;

/// <summary>The web host as it is shipped, over an embedded archive of its own with a few fictional statements.</summary>
public sealed class SearchHost : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly WebApplicationFactory<Program> _factory;

    public SearchHost()
        : this(null)
    {
    }

    /// <param name="engine">Instead of the embedded one.</param>
    /// <param name="settings">Configuration beside the defaults of tests.</param>
    internal SearchHost(ISearchEngine? engine, params (string Key, string Value)[] settings)
    {
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseEnvironment("Production");
            host.UseSetting("Search:Sqlite:Path", _folder.File("archive.db"));
            host.UseSetting("Search:Samples", "false");
            host.UseSetting("Search:RateLimit:Enabled", "false");
            foreach (var (key, value) in settings)
            {
                host.UseSetting(key, value);
            }

            // Hundreds of hosts that start and stop would hide the one test that failed.
            host.ConfigureLogging(logging => logging.ClearProviders());
            host.ConfigureTestServices(services => Replace(services, engine, settings));
        });
    }

    /// <summary>What is imported, one after the other.</summary>
    internal IReadOnlyList<IReadOnlyList<Statement>> Batches { get; init; } = [FictionalStatements.All, [FictionalStatements.Amended]];

    public IServiceProvider Services => _factory.Services;

    public HttpClient Client() => _factory.CreateClient(new WebApplicationFactoryClientOptions { AllowAutoRedirect = false });

    /// <summary>Serves over a real socket on a free port, for browsers; where to find it.</summary>
    public Uri Serve()
    {
        _factory.UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _factory.StartServer();
        return new Uri(Services.GetRequiredService<IServer>().Features.GetRequiredFeature<IServerAddressesFeature>().Addresses.First());
    }

    public async ValueTask InitializeAsync()
    {
        var engine = Services.GetRequiredService<ISearchEngine>();
        await using var writer = await engine.OpenWriterAsync(WritePurpose.Update, CancellationToken.None);
        foreach (var batch in Batches)
        {
            await writer.ImportAsync(batch, CancellationToken.None);
        }

        await writer.CompleteAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await _factory.DisposeAsync();
        _folder.Dispose();
    }

    private static void Replace(IServiceCollection services, ISearchEngine? engine, (string Key, string Value)[] settings)
    {
        if (engine is not null)
        {
            services.AddSingleton(engine);
        }
        else if (settings.All(setting => setting.Key != "Search:Engine"))
        {
            // No answer of the embedded archive runs out of time because the machine is busy.
            services.AddSingleton<TimeProvider>(TestClock.AtNoon());
        }
    }
}
