namespace Search.Testing;

/// <summary>Whether a test may hold a program to a time: only where nothing else runs on the machine.</summary>
public static class MachineTimes
{
    public const string Variable = "SEARCH_TEST_TIMES";

    public static bool AreAsked { get; } = Environment.GetEnvironmentVariable(Variable) == "1";
}
