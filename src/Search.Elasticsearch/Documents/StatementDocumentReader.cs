using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Elasticsearch.Documents;

/// <summary>
/// Reads a statement from the bytes of its document, as they come: a page has twenty, and half of the time that a tree of each took
/// went into making the tree.
/// </summary>
internal static class StatementDocumentReader
{
    /// <summary>Longer than any mention that is written.</summary>
    private const int MaxMention = 64;

    private static readonly byte[] s_id = Name(Fields.Id);
    private static readonly byte[] s_sourceId = Name(Fields.SourceId);
    private static readonly byte[] s_title = Name(Fields.Title);
    private static readonly byte[] s_titlePrinted = Name(Fields.TitlePrinted);
    private static readonly byte[] s_headline = Name(Fields.Headline);
    private static readonly byte[] s_body = Name(Fields.Body);
    private static readonly byte[] s_bodyPrinted = Name(Fields.BodyPrinted);
    private static readonly byte[] s_issued = Name(Fields.Issued);
    private static readonly byte[] s_issuedPrecision = Name(Fields.IssuedPrecision);
    private static readonly byte[] s_captured = Name(Fields.Captured);
    private static readonly byte[] s_received = Name(Fields.Received);
    private static readonly byte[] s_textReceived = Name(Fields.TextReceived);
    private static readonly byte[] s_missing = Name(Fields.Missing);
    private static readonly byte[] s_versionCount = Name(Fields.VersionCount);
    private static readonly byte[] s_issuer = Name(Fields.Issuer);
    private static readonly byte[] s_issuerName = Name(Fields.IssuerName);
    private static readonly byte[] s_issuerOffice = Name(Fields.IssuerOffice);
    private static readonly byte[] s_issuerOrganisation = Name(Fields.IssuerOrganisation);
    private static readonly byte[] s_issuerCountry = Name(Fields.IssuerCountry);
    private static readonly byte[] s_issuerPrinted = Name(Fields.IssuerPrinted);
    private static readonly byte[] s_kind = Name(Fields.Kind);
    private static readonly byte[] s_source = Name(Fields.Source);
    private static readonly byte[] s_sourceUrl = Name(Fields.SourceUrl);
    private static readonly byte[] s_language = Name(Fields.Language);
    private static readonly byte[] s_mentions = Name(Fields.Mentions);

    /// <param name="json">At the beginning of the document; afterwards at its end.</param>
    /// <exception cref="InvalidDataException">It has no id that is one.</exception>
    /// <exception cref="FormatException">A time, a number or a mention is none.</exception>
    public static Statement Read(ref Utf8JsonReader json)
    {
        string? id = null, sourceId = null, title = null, titlePrinted = null, headline = null, body = null, bodyPrinted = null;
        string? precision = null, kind = null, source = null, sourceUrl = null, language = null;
        DateOnly? issued = null;
        DateTimeOffset? captured = null, received = null, textReceived = null, missing = null;
        var versionCount = 0;
        Issuer? issuer = null;
        IReadOnlyList<CountryMention> mentions = [];
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref json, s_body)) { body = Text(ref json); }
            else if (Is(ref json, s_title)) { title = Text(ref json); }
            else if (Is(ref json, s_id)) { id = Text(ref json); }
            else if (Is(ref json, s_sourceId)) { sourceId = Text(ref json); }
            else if (Is(ref json, s_issued)) { issued = Time(ref json) is { } day ? DateOnly.FromDateTime(day.DateTime) : null; }
            else if (Is(ref json, s_issuer)) { issuer = ReadIssuer(ref json); }
            else if (Is(ref json, s_kind)) { kind = Text(ref json); }
            else if (Is(ref json, s_source)) { source = Text(ref json); }
            else if (Is(ref json, s_sourceUrl)) { sourceUrl = Text(ref json); }
            else if (Is(ref json, s_language)) { language = Text(ref json); }
            else if (Is(ref json, s_mentions)) { mentions = ReadMentions(ref json); }
            else if (Is(ref json, s_received)) { received = Time(ref json); }
            else if (Is(ref json, s_textReceived)) { textReceived = Time(ref json); }
            else if (Is(ref json, s_versionCount)) { versionCount = json.Read() ? json.GetInt32() : 0; }
            else if (Is(ref json, s_titlePrinted)) { titlePrinted = Text(ref json); }
            else if (Is(ref json, s_bodyPrinted)) { bodyPrinted = Text(ref json); }
            else if (Is(ref json, s_headline)) { headline = Text(ref json); }
            else if (Is(ref json, s_issuedPrecision)) { precision = Text(ref json); }
            else if (Is(ref json, s_captured)) { captured = Time(ref json); }
            else if (Is(ref json, s_missing)) { missing = Time(ref json); }
            else { json.Skip(); }
        }

        return new Statement
        {
            Id = StatementId.TryParse(id, out var known)
                ? known
                : throw new InvalidDataException("The archive holds a statement with an id that is none."),
            SourceId = sourceId,
            Title = titlePrinted ?? title ?? string.Empty,
            Headline = headline,
            Body = bodyPrinted ?? body ?? string.Empty,
            Issued = issued is { } first ? IssueDate.Around(first, DatePrecisions.Read(precision)) : null,
            Captured = captured,
            Issuer = issuer,
            Kind = StatementKinds.TryParse(kind ?? string.Empty, out var parsed) ? parsed : StatementKind.Other,
            Source = source ?? string.Empty,
            SourceUrl = sourceUrl,
            Language = language,

            // None for earlier captures, and in an index of an earlier mapping.
            Trace = received is { } since ? new ArchiveTrace(since, textReceived ?? since, versionCount, missing) : null,
            Countries = mentions,
        };
    }

    private static Issuer? ReadIssuer(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.StartObject)
        {
            json.Skip();
            return null;
        }

        string? name = null, office = null, organisation = null, country = null, printed = null;
        while (json.Read() && json.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref json, s_issuerName)) { name = Text(ref json); }
            else if (Is(ref json, s_issuerOffice)) { office = Text(ref json); }
            else if (Is(ref json, s_issuerOrganisation)) { organisation = Text(ref json); }
            else if (Is(ref json, s_issuerCountry)) { country = Text(ref json); }
            else if (Is(ref json, s_issuerPrinted)) { printed = Text(ref json); }
            else { json.Skip(); }
        }

        return new Issuer(name ?? string.Empty, office, organisation, country, printed ?? string.Empty);
    }

    private static List<CountryMention> ReadMentions(ref Utf8JsonReader json)
    {
        var mentions = new List<CountryMention>();
        json.Read();
        Span<byte> text = stackalloc byte[MaxMention];
        while (json.Read() && json.TokenType == JsonTokenType.String)
        {
            mentions.Add(Mention(text[..json.CopyString(text)]));
        }

        return mentions;
    }

    /// <summary>Five words: the country's code, field, place, length and kind.</summary>
    private static CountryMention Mention(ReadOnlySpan<byte> text)
    {
        var space = text.IndexOf((byte)' ');
        var code = Encoding.UTF8.GetString(text[..Math.Max(space, 0)]);
        var rest = text[(space + 1)..];
        var (field, start, length, kind) = (Number(ref rest), Number(ref rest), Number(ref rest), Number(ref rest));
        return new CountryMention(code, (MentionField)field, start, length, (MentionKind)kind);
    }

    private static int Number(ref ReadOnlySpan<byte> text)
    {
        if (!Utf8Parser.TryParse(text, out int number, out var read))
        {
            throw new FormatException("The archive holds a mention of a country that is none.");
        }

        text = text[Math.Min(read + 1, text.Length)..];
        return number;
    }

    private static bool Is(ref Utf8JsonReader json, byte[] name) => json.ValueTextEquals(name);

    /// <summary>Null for anything that is no text.</summary>
    private static string? Text(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType == JsonTokenType.String)
        {
            return json.GetString();
        }

        json.Skip();
        return null;
    }

    /// <summary>A day or an instant; null for anything that is no text.</summary>
    private static DateTimeOffset? Time(ref Utf8JsonReader json)
    {
        json.Read();
        if (json.TokenType != JsonTokenType.String)
        {
            json.Skip();
            return null;
        }

        // A day alone would be one of the machine's own zone.
        return json.TryGetDateTime(out var time) && time.Kind == DateTimeKind.Unspecified
            ? new DateTimeOffset(time, TimeSpan.Zero)
            : json.GetDateTimeOffset();
    }

    private static byte[] Name(string path) => Encoding.UTF8.GetBytes(StatementDocument.Last(path));
}
