namespace Search.Reading.Text;

/// <summary>The first paragraphs of a body, where a statement says who issued it and what it is called.</summary>
internal static class LeadParagraphs
{
    private const int Most = 1200;

    public static string Of(string body)
    {
        if (body.Length <= Most)
        {
            return body;
        }

        var end = body.LastIndexOf('\n', Most);
        return body[..(end > 100 ? end : Most)];
    }
}
