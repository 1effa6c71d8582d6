using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Search.Web.Api;
using Search.Web.Feeds;

namespace Search.Web.Hosting;

/// <summary>
/// Brotli and gzip for everything that is text. No answer holds a secret beside what was asked, so that nothing can be learnt from its
/// length, over TLS neither.
/// </summary>
internal static class Compression
{
    public static void Configure(ResponseCompressionOptions options)
    {
        options.EnableForHttps = true;
        options.MimeTypes =
        [
            .. ResponseCompressionDefaults.MimeTypes,
            "application/problem+json",
            OpenSearchEndpoints.MediaType,
            "image/svg+xml",
            AtomText.MediaType,
            CsvNegotiation.MediaType,
            ExportEndpoints.JsonLines,
        ];
    }

    public static void Configure(BrotliCompressionProviderOptions options) => options.Level = CompressionLevel.Optimal;

    public static void Configure(GzipCompressionProviderOptions options) => options.Level = CompressionLevel.Optimal;
}
