using System.Globalization;
using Search.Core.Countries;

namespace Search.Core.Statements;

/// <summary>SHA-256 hashes that tell whether two readings of a statement are the same.</summary>
public static class StatementHash
{
    /// <summary>Over title, headline and body: when it differs, a later capture is a new version.</summary>
    public static byte[] OfText(Statement statement)
    {
        using var text = new HashedText();
        AppendText(text, statement);
        return text.Hash();
    }

    /// <summary>
    /// Over everything but the time of capture: two captures that read the same are one. Archives are compared by it.
    /// </summary>
    public static byte[] OfContent(Statement statement) => Of(statement).Content;

    /// <summary>Both; the text is gone through once, as the content's hash covers the text's hash in its place.</summary>
    public static (byte[] Content, byte[] Text) Of(Statement statement)
    {
        using var content = new HashedText();
        AppendText(content, statement);
        var text = content.Hash();
        content.Append(Convert.ToHexStringLower(text));
        content.Append(statement.Id.Value);
        content.Append(statement.SourceId);
        content.Append(statement.Issued?.ToString());
        content.Append(statement.Issuer?.Name);
        content.Append(statement.Issuer?.Office);
        content.Append(statement.Issuer?.Organisation);
        content.Append(statement.Issuer?.Country);
        content.Append(statement.Issuer?.Printed);
        content.Append(statement.Kind.ToValue());
        content.Append(statement.Source);
        content.Append(statement.SourceUrl);
        content.Append(statement.Language);
        Span<char> line = stackalloc char[128];
        foreach (var mention in statement.Countries)
        {
            line.TryWrite(
                CultureInfo.InvariantCulture,
                $"{mention.Code} {Name(mention.Field)} {mention.Start} {mention.Length} {Name(mention.Kind)}",
                out var length);
            content.Append(line[..length]);
        }

        return (content.Hash(), text);
    }

    private static void AppendText(HashedText text, Statement statement)
    {
        text.Append(statement.Title);
        text.Append(statement.Headline);
        text.Append(statement.Body);
    }

    private static string Name(MentionField field) => Enum.GetName(field)!;

    private static string Name(MentionKind kind) => Enum.GetName(kind)!;
}
