using Search.Web.Api;
using Search.Web.Assets;

namespace Search.Web.Pages.Layout;

/// <summary>What every page begins with, whatever it shows; <c>SitePage</c> goes on within the same head.</summary>
internal static class PageHead
{
    public static string Html { get; } = $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <meta name="color-scheme" content="light dark">
          <link rel="icon" href="{AssetEndpoints.PathOf("icon.svg")}" type="image/svg+xml">
          <link rel="stylesheet" href="{AssetEndpoints.PathOf("site.css")}">
          <script src="{AssetEndpoints.PathOf("site.js")}" defer></script>
          <link rel="search" type="{OpenSearchEndpoints.MediaType}" href="{OpenSearchEndpoints.Path}" title="Search">

        """;
}
