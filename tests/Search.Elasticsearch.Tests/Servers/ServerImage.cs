using System.Net.Http.Headers;
using System.Text;

namespace Search.Elasticsearch.Tests.Servers;

/// <summary>The image of the server that tests start.</summary>
internal static class ServerImage
{
    public const string Name = "docker.elastic.co/elasticsearch/elasticsearch:9.4.3";

    public const string User = "elastic";

    /// <summary>What the image starts; to be repeated where something is put before it, since its command is then dropped.</summary>
    public static IReadOnlyList<string> Entrypoint { get; } = ["/usr/local/bin/docker-entrypoint.sh", "eswrapper"];

    /// <remarks>
    /// Compiled once: a server that lives for minutes spends more on compiling its hottest code a second time than it gains
    /// (docs/decisions/0118-debug-builds-are-optimized.md).
    /// </remarks>
    /// <param name="password">That of the user elastic; null for a server without security.</param>
    public static IReadOnlyDictionary<string, string> Environment(string? password) => new Dictionary<string, string>
    {
        ["discovery.type"] = "single-node",
        ["ES_JAVA_OPTS"] = "-Xms1g -Xmx1g -XX:TieredStopAtLevel=1",
        ["xpack.security.enabled"] = password is null ? "false" : "true",
        ["xpack.security.http.ssl.enabled"] = "false",
        ["ELASTIC_PASSWORD"] = password ?? string.Empty,
    }.Where(variable => variable.Value.Length > 0).ToDictionary();

    public static AuthenticationHeaderValue? Credentials(string? password) =>
        password is null ? null : new("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{User}:{password}")));
}
