using System.ComponentModel.DataAnnotations;

namespace Search.Service.Admission;

/// <summary>How many searches one process asks of its engine at once; bound from <c>Search:Admission</c>.</summary>
public sealed record AdmissionOptions
{
    /// <summary>Searches under way at once; 0 for two a processor. They spend their time computing or waiting for a disk.</summary>
    [Range(0, 10_000)]
    public int Running { get; init; }

    /// <summary>Costly searches under way at once, beside the others; 0 for one of two processors.</summary>
    [Range(0, 10_000)]
    public int Costly { get; init; }

    /// <summary>Searches that may wait in each lane; one more is turned away. 0 for eight times what may be under way in it.</summary>
    [Range(0, 100_000)]
    public int Queue { get; init; }

    /// <summary>How long a search waits at most before it is turned away; taken from its own time.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(2);
}
