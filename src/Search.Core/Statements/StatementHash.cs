using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Search.Core.Statements;

/// <summary>SHA-256 hashes that tell whether two readings of a statement are the same.</summary>
public static class StatementHash
{
    /// <summary>Over title, headline and body: when it differs, a later capture is a new version.</summary>
    public static byte[] OfText(Statement statement)
    {
        var text = new StringBuilder();
        AppendText(text, statement);
        return Hash(text);
    }

    /// <summary>
    /// Over everything but the time of capture: two captures that read the same are one. Archives are compared by it.
    /// </summary>
    public static byte[] OfContent(Statement statement)
    {
        var text = new StringBuilder();
        Append(text, statement.Id.Value);
        Append(text, statement.SourceId);
        AppendText(text, statement);
        Append(text, statement.Issued?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Append(text, statement.Issuer?.Name);
        Append(text, statement.Issuer?.Office);
        Append(text, statement.Issuer?.Organisation);
        Append(text, statement.Issuer?.Country);
        Append(text, statement.Issuer?.Printed);
        Append(text, statement.Kind.ToValue());
        Append(text, statement.Source);
        Append(text, statement.SourceUrl);
        Append(text, statement.Language);
        foreach (var mention in statement.Countries)
        {
            Append(text, string.Create(
                CultureInfo.InvariantCulture, $"{mention.Code} {mention.Field} {mention.Start} {mention.Length} {mention.Kind}"));
        }

        return Hash(text);
    }

    private static void AppendText(StringBuilder text, Statement statement)
    {
        Append(text, statement.Title);
        Append(text, statement.Headline);
        Append(text, statement.Body);
    }

    /// <summary>The length in front keeps neighbouring values apart; a missing value is not an empty one.</summary>
    private static void Append(StringBuilder text, string? value) =>
        text.Append(CultureInfo.InvariantCulture, $"{value?.Length ?? -1}:").Append(value).Append('\n');

    private static byte[] Hash(StringBuilder text) => SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
}
