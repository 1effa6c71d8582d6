using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Search.Archive.Fingerprints;
using Search.Archive.Searching;
using Search.Archive.Storing;
using Search.Core.Analysis;
using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Elasticsearch.Documents;

/// <summary>A statement as Elasticsearch keeps it: whole, so that it can be read back, with what is derived for searching.</summary>
internal static class StatementDocument
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    /// <summary>Most statements are far shorter; a buffer that grew for a longer one is not kept.</summary>
    private const int MaxKeptBytes = 1 << 20;

    // The text goes to Elasticsearch and never into a page as it is: letters need no escapes, which would triple some languages.
    private static readonly JsonWriterOptions s_options = new()
    {
        SkipValidation = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? t_buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? t_json;

    [ThreadStatic]
    private static TextAnalyzer? t_analyzer;

    /// <param name="history">The statement with its earlier captures.</param>
    /// <param name="sample">Whether it is one of the samples that come with the product.</param>
    public static byte[] Write(StatementHistory history, bool sample)
    {
        var (statement, versions) = history;
        var buffer = t_buffer ??= new ArrayBufferWriter<byte>(64 * 1024);
        var json = t_json ??= new Utf8JsonWriter(buffer, s_options);
        buffer.ResetWrittenCount();
        json.Reset(buffer);
        json.WriteStartObject();
        WriteStatement(json, statement, WriteAnalyzed);
        WriteDerived(json, statement);
        WriteTrace(json, statement.Trace);
        json.WriteBoolean(Fields.Sample, sample);
        json.WriteNumber(Fields.VersionCount, versions.Count);
        if (versions.Count > 0)
        {
            WriteVersions(json, versions);
        }

        json.WriteEndObject();
        json.Flush();
        var document = buffer.WrittenSpan.ToArray();
        t_buffer = buffer.Capacity <= MaxKeptBytes ? buffer : null;
        return document;
    }

    /// <inheritdoc cref="StatementDocumentReader.Read"/>
    public static Statement Read(JsonElement document)
    {
        var json = new Utf8JsonReader(JsonMarshal.GetRawUtf8Value(document));
        json.Read();
        return StatementDocumentReader.Read(ref json);
    }

    private static void WriteTrace(Utf8JsonWriter json, ArchiveTrace? trace)
    {
        WriteText(json, Fields.Received, Time(trace?.Received));
        WriteText(json, Fields.TextReceived, Time(trace?.TextReceived));
        WriteText(json, Fields.Missing, Time(trace?.Missing));
    }

    private static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture);

    /// <summary>A statement that is shown whole, from a document with its content hash.</summary>
    /// <exception cref="ArchiveDamagedException">It differs from its content hash.</exception>
    public static Statement ReadSound(JsonElement document) =>
        ContentCheck.Sound(Read(document), document.GetProperty(Fields.ContentHash).GetBytesFromBase64());

    /// <summary>The statement with its earlier captures as they are in the archive, whether that is what was written or not.</summary>
    public static StatementHistory ReadHistory(JsonElement document) => new(Read(document), ReadVersions(document, Read));

    /// <summary>The same to be shown whole. Versions written before captures had hashes are taken as they are.</summary>
    /// <exception cref="ArchiveDamagedException">One differs from its content hash.</exception>
    public static StatementHistory ReadSoundHistory(JsonElement document) => new(
        ReadSound(document),
        ReadVersions(document, version => version.TryGetProperty(Fields.ContentHash, out _) ? ReadSound(version) : Read(version)));

    private static IReadOnlyList<Statement> ReadVersions(JsonElement document, Func<JsonElement, Statement> read) =>
        document.TryGetProperty(Fields.Versions, out var versions) ? [.. versions.EnumerateArray().Select(read)] : [];

    public static string ContentHash(Statement statement) => Convert.ToBase64String(StatementHash.OfContent(statement));

    public static string TextHash(Statement statement) => Convert.ToBase64String(StatementHash.OfText(statement));

    private static void WriteStatement(Utf8JsonWriter json, Statement statement, Action<Utf8JsonWriter, string, string, string> writeText)
    {
        json.WriteString(Fields.Id, statement.Id.Value);
        WriteText(json, Fields.SourceId, statement.SourceId);
        writeText(json, Fields.Title, Fields.TitlePrinted, statement.Title);
        WriteText(json, Fields.Headline, statement.Headline);
        writeText(json, Fields.Body, Fields.BodyPrinted, statement.Body);
        WriteText(json, Fields.Issued, statement.Issued?.First.ToString(DayFormat, CultureInfo.InvariantCulture));
        WriteText(json, Fields.IssuedPrecision, statement.Issued is { } date ? DatePrecisions.Write(date.Precision) : null);
        WriteText(json, Fields.Captured, statement.Captured?.ToString("O", CultureInfo.InvariantCulture));
        WriteIssuer(json, statement.Issuer);
        json.WriteString(Fields.Kind, statement.Kind.ToValue());
        json.WriteString(Fields.Source, statement.Source);
        WriteText(json, Fields.SourceUrl, statement.SourceUrl);
        WriteText(json, Fields.Language, statement.Language);
        WriteList(json, Fields.Mentions, statement.Countries.Select(WriteMention));
    }

    /// <summary>The text as it is analyzed, and as printed too where that differs.</summary>
    private static void WriteAnalyzed(Utf8JsonWriter json, string name, string printedName, string printed)
    {
        var analyzed = CharacterFilters.Apply(printed);
        json.WriteString(name, analyzed);
        if (!ReferenceEquals(analyzed, printed))
        {
            json.WriteString(printedName, printed);
        }
    }

    private static void WriteDerived(Utf8JsonWriter json, Statement statement)
    {
        json.WriteBoolean(Fields.Stemmed, LanguageRules.IsStemmed(statement.Language));
        WriteText(json, Fields.IssuedMonth, statement.Issued is { } issued ? IssuedMonths.Write(issued) : null);
        WriteText(
            json, Fields.CapturedDay, CaptureFilter.DayOf(statement.Captured)?.ToString(DayFormat, CultureInfo.InvariantCulture));
        WriteList(
            json,
            Fields.Countries,
            FacetValues.Of(statement, FacetName.Country, MentionKinds.Default).DefaultIfEmpty(FacetFields.NoCountry));
        WriteList(json, Fields.CountryMasks, CountryMasks.Of(statement.Countries));
        WriteList(json, Fields.CountryKinds, CountryMasks.KindsOf(statement.Countries));
        json.WriteString(Fields.Prints, PrintTerms.Of(StatementPrints.Of(statement, t_analyzer ??= new TextAnalyzer())));
        var (contentHash, textHash) = StatementHash.Of(statement);
        json.WriteBase64String(Fields.ContentHash, contentHash);
        json.WriteBase64String(Fields.TextHash, textHash);
    }

    private static void WriteVersions(Utf8JsonWriter json, IReadOnlyList<Statement> versions)
    {
        json.WriteStartArray(Fields.Versions);
        foreach (var version in versions)
        {
            json.WriteStartObject();
            WriteStatement(json, version, static (json, name, _, text) => json.WriteString(name, text));
            json.WriteBase64String(Fields.ContentHash, StatementHash.OfContent(version));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIssuer(Utf8JsonWriter json, Issuer? issuer)
    {
        if (issuer is null)
        {
            return;
        }

        json.WriteStartObject(Fields.Issuer);
        json.WriteString(Last(Fields.IssuerName), issuer.Name);
        WriteText(json, Last(Fields.IssuerOffice), issuer.Office);
        WriteText(json, Last(Fields.IssuerOrganisation), issuer.Organisation);
        WriteText(json, Last(Fields.IssuerCountry), issuer.Country);
        json.WriteString(Last(Fields.IssuerPrinted), issuer.Printed);
        json.WriteString(Last(Fields.IssuerPath), IssuerGroups.PathOf(issuer));
        json.WriteEndObject();
    }

    private static string WriteMention(CountryMention mention) => string.Create(
        CultureInfo.InvariantCulture, $"{mention.Code} {(int)mention.Field} {mention.Start} {mention.Length} {(int)mention.Kind}");

    internal static string Last(string path) => path[(path.LastIndexOf('.') + 1)..];

    private static void WriteText(Utf8JsonWriter json, string name, string? value)
    {
        if (value is not null)
        {
            json.WriteString(name, value);
        }
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }
}
