namespace Search.Core.Statements;

/// <summary>How exactly a date is known; each is coarser than the one before.</summary>
public enum DatePrecision
{
    Day,
    Month,
    Year,
}
