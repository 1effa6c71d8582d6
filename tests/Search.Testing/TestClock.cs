using Microsoft.Extensions.Time.Testing;

namespace Search.Testing;

/// <summary>The clock of tests, which goes on when it is told to; timers fire on the thread that tells it.</summary>
public static class TestClock
{
    /// <summary>Noon of a day on which the fictional statements have their place before and after today.</summary>
    public static FakeTimeProvider AtNoon() => new(new DateTimeOffset(2030, 6, 1, 12, 0, 0, TimeSpan.Zero));
}
