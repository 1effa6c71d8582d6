using Search.Archive.Searching;
using Search.Queries;

namespace Search.Service.Requests;

/// <summary>A search that was asked for, understood: what was typed, what it means, and the page wanted of it.</summary>
public sealed record SearchCall
{
    /// <summary>The query as typed.</summary>
    public required string Text { get; init; }

    public required QueryNode Query { get; init; }

    /// <summary>What the query was understood with, for those who need the meaning of parts of it.</summary>
    public required MeaningOptions Meaning { get; init; }

    public required SearchRequest Request { get; init; }

    public SiblingsAsked Siblings { get; init; }
}

/// <summary>What a search asks about the same text elsewhere.</summary>
public enum SiblingsAsked
{
    None,

    /// <summary>How many each hit has.</summary>
    Counted,

    /// <summary>Only the first of hits that are siblings, with how many it has.</summary>
    Collapsed,
}

/// <summary>One facet's values asked for under a search.</summary>
public sealed record FacetCall(SearchCall Search, FacetRequest Request);
