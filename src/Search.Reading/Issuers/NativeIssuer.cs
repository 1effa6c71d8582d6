using Search.Core.Countries;
using Search.Core.Statements;

namespace Search.Reading.Issuers;

/// <summary>Finds bodies and offices that a title or lead names in another language than English, by the tables' forms.</summary>
internal static class NativeIssuer
{
    private const int LeadCharacters = 400;

    public static Issuer? Find(string title, string lead, IssuerContext context)
    {
        var end = lead.IndexOf('\n', StringComparison.Ordinal);
        var first = lead[..Math.Min(end < 0 ? lead.Length : end, LeadCharacters)];
        return In(title, context) ?? (context.Body is null ? In(first, context) : null);
    }

    private static Issuer? In(string text, IssuerContext context)
    {
        var key = NameKey.Of(text);
        var body = OrganisationTable.FindIn(key);
        if (body is null && context.Body is null)
        {
            return null;
        }

        var office = OfficeTable.FindIn(key) is { } match && (match.Start == 0 || match.Value.EndsWith("okesperson", StringComparison.Ordinal)) ? match : null;
        if (body is null && office is null)
        {
            return null;
        }

        // The site's country is surer than one that the text is about.
        var country = body?.Value.Country ?? context.Country ?? SourceTable.CountryOf(context.Source) ?? PlaceTable.FindNative(text);

        // A ministry's page names its own government, and presidents it met: the site speaks.
        var own = context.Body is null ? null : IssuerResolver.Resolve(context.Body, context).Organisation;
        var organisation = own ?? (OrganisationTable.Find(body!.Value.Name, country) ?? body.Value).Name;
        var printed = Printed(text, office is null ? -1 : office.Start, office?.Length ?? 0, body?.Start ?? -1, body?.Length ?? 0);
        string?[] parts = [office?.Value, organisation, country is null ? null : CountryNames.NameOf(country)];
        return new Issuer(string.Join(", ", parts.OfType<string>()), office?.Value, organisation, country, printed);
    }

    /// <summary>From the first to the last word of office and body; folding may have moved the places by a sign or two, so whole words are taken.</summary>
    private static string Printed(string text, int office, int officeLength, int body, int bodyLength)
    {
        var start = office < 0 ? body : body < 0 ? office : Math.Min(office, body);
        var end = Math.Max(office < 0 ? 0 : office + officeLength, body < 0 ? 0 : body + bodyLength);
        start = Math.Clamp(start, 0, text.Length);
        end = Math.Clamp(end, start, text.Length);
        while (start > 0 && char.IsLetter(text[start - 1]) && text[start - 1] < 0x2E80)
        {
            start--;
        }

        while (end < text.Length && char.IsLetter(text[end]) && text[end] < 0x2E80)
        {
            end++;
        }

        return text[start..end];
    }
}
