namespace Search.Service.Requests;

/// <summary>The uses of a query asked for.</summary>
/// <param name="Search">The query and its filters; its size is the number of issuers.</param>
/// <param name="ReturnedAfter">Days of silence after which a use is a return.</param>
/// <param name="Offset">Issuers that were shown before.</param>
public sealed record UseCall(SearchCall Search, int ReturnedAfter, int Offset);
