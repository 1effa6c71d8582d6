using System.Globalization;
using Search.Core.Analysis;
using Search.Core.Countries;
using Search.Core.Statements;
using Search.Reading.Files;
using Search.Reading.Text;

namespace Search.Reading.Drafts;

/// <summary>Makes the statement of a draft: text normalised, issuer resolved, kind, language and countries told.</summary>
internal static class DraftCompletion
{
    public static ReadResult Complete(StatementDraft draft, RecordOrigin origin, CancellationToken cancellationToken)
    {
        var title = TextNormalizer.Normalize(WhiteSpace.Collapse(draft.Title ?? string.Empty));
        var body = TextNormalizer.Normalize(WhiteSpace.Paragraphs(draft.Body ?? string.Empty));
        IReadOnlyList<string> explanation = origin.Options.Explain ? draft.Explanation : [];
        if (Check(title, body, draft.PrintedIssuer) is { } fault)
        {
            return origin.Fault(fault) with { Explanation = explanation };
        }

        cancellationToken.ThrowIfCancellationRequested();

        if (title.Length == 0)
        {
            title = WhiteSpace.FirstWords(body, 15);
        }

        var language = draft.Language is { Length: > 0 } given ? LanguageTagSpelling.Clean(given) : LanguageDetector.Detect(title, body);
        var lead = LeadParagraphs.Of(body);
        var statement = new Statement
        {
            Id = StatementId.Create(draft.Source, draft.SourceId, draft.SourceUrl, draft.Issued, title),
            SourceId = draft.SourceId,
            Title = title,
            Headline = Headlines.Find(title, lead),
            Body = body,
            Issued = draft.Issued,
            Captured = draft.Captured,
            Issuer = IssuerFinder.Find(draft, title, lead),
            Kind = KindClassifier.Tell(title, draft.Kicker, lead),
            Source = draft.Source,
            SourceUrl = draft.SourceUrl,
            Language = language,
            Countries = CountryMatcher.Default.Find(title, body),
        };
        return new ReadResult(origin.Location, origin.Position, statement, null) { Explanation = explanation };
    }

    /// <summary>For text that was bytes: null when it can be stored, or is refused as too long anyway.</summary>
    public static ReadFault? Garbled(string title, string body) =>
        body.Length <= ReadLimits.TextCharacters && GarbledText.Reason(title, body) is { } reason
            ? new ReadFault(ReadFaultKind.Malformed, reason)
            : null;

    public static ReadFault TooLong(int length) => TooLong("text", length, ReadLimits.TextCharacters);

    private static ReadFault TooLong(string what, int length, int limit) => new(
        ReadFaultKind.TooLarge,
        string.Create(CultureInfo.InvariantCulture, $"The {what} has {length} characters; the limit is {limit}."));

    private static ReadFault? Check(string title, string body, string? issuer) =>
        title.Length == 0 && body.Length == 0 ? new ReadFault(ReadFaultKind.Malformed, "Neither title nor text.")
        : body.Length == 0 ? new ReadFault(ReadFaultKind.Shell, "A title without a text.")
        : body.Length > ReadLimits.TextCharacters ? TooLong(body.Length)
        : title.Length > ReadLimits.TitleCharacters ? TooLong("title", title.Length, ReadLimits.TitleCharacters)
        : issuer?.Length > ReadLimits.IssuerCharacters ? TooLong("issuer", issuer.Length, ReadLimits.IssuerCharacters)
        : null;
}
