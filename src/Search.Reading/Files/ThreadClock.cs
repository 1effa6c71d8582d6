using System.Runtime.InteropServices;
using System.Runtime.Versioning;

namespace Search.Reading.Files;

/// <summary>
/// The processor time of the calling thread. A wall clock counts the time of other programs too, and the clock of the process that of
/// the pages which are read beside this one.
/// </summary>
internal static class ThreadClock
{
    private const int OfThreadOnLinux = 3;
    private const int OfThreadOnApple = 16;

    /// <summary>Only differences within one thread mean anything; zero on systems that do not tell.</summary>
    public static TimeSpan Now =>
        OperatingSystem.IsWindows() ? OnWindows()
        : OperatingSystem.IsLinux() || OperatingSystem.IsAndroid() ? OnUnix(OfThreadOnLinux)
        : OperatingSystem.IsMacOS() ? OnUnix(OfThreadOnApple)
        : TimeSpan.Zero;

    private static TimeSpan OnUnix(int clock) =>
        GetTime(clock, out var time) == 0
            ? new TimeSpan((time.Seconds * TimeSpan.TicksPerSecond) + (time.Nanoseconds / TimeSpan.NanosecondsPerTick))
            : TimeSpan.Zero;

    [SupportedOSPlatform("windows")]
    private static TimeSpan OnWindows() =>
        GetThreadTimes(GetCurrentThread(), out _, out _, out var kernel, out var user) ? new TimeSpan(kernel + user) : TimeSpan.Zero;

    [DllImport("libc", EntryPoint = "clock_gettime", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int GetTime(int clock, out UnixTime time);

    [DllImport("kernel32", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    private static extern nint GetCurrentThread();

    [DllImport("kernel32", ExactSpelling = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
    [return: MarshalAs(UnmanagedType.Bool)]
    private static extern bool GetThreadTimes(nint thread, out long creation, out long exit, out long kernel, out long user);

    [StructLayout(LayoutKind.Sequential)]
    private readonly struct UnixTime
    {
        /// <summary>As wide as the machine's words, on every system that .NET runs on.</summary>
        public readonly nint Seconds;
        public readonly nint Nanoseconds;
    }
}
