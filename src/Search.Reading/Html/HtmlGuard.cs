using Search.Reading.Files;

namespace Search.Reading.Html;

/// <summary>Refuses, before anything is parsed, pages that are built to cost: parsing is linear only in what it keeps.</summary>
internal static class HtmlGuard
{
    public static ReadFault? Check(string source)
    {
        var tags = source.AsSpan().Count('<');
        return tags > ReadLimits.Elements
            ? new ReadFault(ReadFaultKind.TooLarge, $"The page has {tags} tags; the limit is {ReadLimits.Elements}.")
            : null;
    }
}
