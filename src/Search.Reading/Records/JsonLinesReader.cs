using System.Globalization;
using System.Runtime.CompilerServices;
using Search.Core.Statements;
using Search.Reading.Dates;
using Search.Reading.Drafts;
using Search.Reading.Files;
using Search.Reading.Issuers;
using Search.Reading.Text;

namespace Search.Reading.Records;

/// <summary>
/// One JSON object a line, in the schema id, title, date, issuer, source, language, text, url (and captured, when noted).
/// </summary>
internal static class JsonLinesReader
{
    /// <summary>A record is made for its date and is taken at its word; before this year, it is of another calendar.</summary>
    private const int FirstYear = 1500;

    public static async IAsyncEnumerable<UnreadRecord> ReadAsync(
        SourceFile file, ReadOptions options, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await foreach (var line in JsonLinesSplitter.SplitAsync(file.Content, ReadLimits.LineBytes, cancellationToken))
        {
            var location = string.Create(CultureInfo.InvariantCulture, $"{file.Name}:{line.Number}");
            if (line.Bytes is null)
            {
                yield return file.Refuse(location, ReadFaultKind.TooLarge, $"The line is longer than {ReadLimits.LineBytes >> 20} MB.");
            }
            else if (!IsBlank(line.Bytes))
            {
                var bytes = line.Bytes;
                var origin = RecordOrigin.Of(file, location, options);
                yield return origin.Unread(token => Read(bytes, origin, token), bytes.Length);
            }
        }
    }

    /// <summary>One object of the schema.</summary>
    public static ReadResult Read(byte[] bytes, RecordOrigin origin, CancellationToken cancellationToken)
    {
        var record = new JsonLineRecord();
        ReadOnlySpan<byte> line = bytes;
        if (line.StartsWith("\uFEFF"u8))
        {
            line = line[3..];
        }

        if (!JsonLineParser.TryParse(line, record, out var reason))
        {
            return origin.Fault(ReadFaultKind.Malformed, reason!);
        }

        return Understand(record, [], origin, cancellationToken);
    }

    /// <summary>The statement that the schema's values make, wherever they come from.</summary>
    public static ReadResult Understand(
        JsonLineRecord record, IReadOnlyList<string> explanation, RecordOrigin origin, CancellationToken cancellationToken)
    {
        if (record[JsonLineKey.Text] is { Length: > ReadLimits.TextCharacters } text)
        {
            return origin.Fault(DraftCompletion.TooLong(text.Length));
        }

        List<string> remarks = [];
        var captured = ReadCaptured(record[JsonLineKey.Captured]);
        var setting = DateSetting.Of(SiteCountry.FromAddress(record[JsonLineKey.Url]), record[JsonLineKey.Language], lastDay: null);
        var draft = new StatementDraft
        {
            Title = record[JsonLineKey.Title],
            Body = record[JsonLineKey.Text],
            Issued = ReadDate(record[JsonLineKey.Date], setting, remarks)
                ?? CountedFrom(captured, record[JsonLineKey.Text], setting, remarks),
            PrintedIssuer = origin.Options.IgnoreIssuerField ? null : record[JsonLineKey.Issuer],
            Source = record[JsonLineKey.Source] is { Length: > 0 } source ? source : origin.File.BareName,
            SourceId = record[JsonLineKey.Id],
            SourceUrl = record[JsonLineKey.Url],
            Language = record[JsonLineKey.Language],
            Captured = captured,
            Explanation = explanation,
        };
        if (remarks.Count > 0)
        {
            return origin.Fault(ReadFaultKind.Malformed, remarks[0]);
        }

        return DraftCompletion.Complete(draft, origin, cancellationToken);
    }

    /// <summary>
    /// A date that is there and cannot be read is a fault of the record: without it the statement would be filed as undated.
    /// </summary>
    private static IssueDate? ReadDate(string? text, DateSetting setting, List<string> remarks)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        // A time behind the date is the day's own.
        var day = text.Length > 10 && text[10] is 'T' or ' ' ? text.AsSpan(0, 10) : text.AsSpan();
        if (DateOnly.TryParseExact(day, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            && date.Year >= FirstYear)
        {
            return date;
        }

        var dates = new IssueDates();
        dates.AddDate(text, "the record");
        if (dates.Choose(setting).Date is { } read)
        {
            return read;
        }

        remarks.Add($"\"date\" is not of the form yyyy-mm-dd, or no day of issue: {text[..Math.Min(40, text.Length)]}");
        return null;
    }

    /// <summary>A record without a date: the day its dateline or lead names, counted back from that on which it was taken.</summary>
    private static IssueDate? CountedFrom(DateTimeOffset? captured, string? text, DateSetting setting, List<string> remarks)
    {
        if (captured is null || text is null || remarks.Count > 0)
        {
            return null;
        }

        var dates = new IssueDates();
        dates.Add(text[..Dateline.End(text)], "the dateline");
        dates.AddLead(text);
        dates.AddAnchor(DateOnly.FromDateTime(captured.Value.UtcDateTime), "the day on which it was taken");
        return dates.Choose(setting).Date;
    }

    private static DateTimeOffset? ReadCaptured(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var captured) ? captured : null;

    private static bool IsBlank(ReadOnlySpan<byte> line) => line.IndexOfAnyExcept(" \t\r"u8) < 0;
}
