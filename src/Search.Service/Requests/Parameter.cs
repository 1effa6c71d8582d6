namespace Search.Service.Requests;

/// <summary>How a parameter's text is read.</summary>
public enum ParameterForm
{
    Text,
    WholeNumber,

    /// <summary>yyyy-MM-dd and nothing else.</summary>
    Date,
}

/// <summary>
/// A parameter as callers see it: what reads it, what documents it in openapi.json and what checks its name are all made
/// from this one description.
/// </summary>
public sealed record Parameter(string Name, string Description)
{
    public ParameterForm Form { get; init; } = ParameterForm.Text;

    /// <summary>May be given several times.</summary>
    public bool Repeats { get; init; }

    /// <summary>The only values taken; empty for no such limit.</summary>
    public IReadOnlyList<string> Choices { get; init; } = [];

    public int? Minimum { get; init; }

    public int? Maximum { get; init; }

    public string? Default { get; init; }

    public string? Example { get; init; }
}
