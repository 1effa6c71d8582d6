using Search.Archive.Highlighting;
using Search.Service.Responses;

namespace Search.Web.Tests.Citing;

/// <summary>Statements as they are answered, of which only some parts matter.</summary>
internal static class StatementResponses
{
    public static StatementResponse With(string title, string printed, string? url = null) => Of("A body.", []) with
    {
        Title = title,
        Url = url,
        Issuer = new IssuerResponse(printed, null, null, null, printed),
    };

    public static StatementResponse Of(string body, IReadOnlyList<Mark> marks) => new(
        "ab12", null, "A title", [], null, body, marks, null, null, null, null, null, null, "statement", "Harbour Gazette", null, null, [],
        0, new NavResponse(null, null, [], 0, Partial: false));
}
