using System.Runtime.InteropServices;

namespace Search.Importing.Files;

/// <summary>
/// What has a name in a folder and is neither file nor folder: pipes, sockets and devices. To open one may wait for ever, and to
/// read one may never end; .NET does not tell them from files, so the system's own call is asked.
/// </summary>
internal static partial class SpecialFile
{
    private const int CurrentDirectory = -100;
    private const uint TypeWanted = 1;
    private const int TypeMask = 0xF000;

    /// <exception cref="NotAFileException">It is none that can be read.</exception>
    public static void Refuse(string path)
    {
        if (Describe(path) is { } what)
        {
            throw new NotAFileException(what);
        }
    }

    /// <summary>What it is, in words; null for a file, a folder, nothing at all, or where the system cannot be asked.</summary>
    public static string? Describe(string path) => (Mode(path) & TypeMask) switch
    {
        0x1000 => "a named pipe",
        0x2000 or 0x6000 => "a device",
        0xC000 => "a socket",
        _ => null,
    };

    /// <summary>The type and permissions of what a path leads to, links followed; 0 where nobody can say.</summary>
    private static int Mode(string path)
    {
        try
        {
            return OperatingSystem.IsLinux() ? ModeOnLinux(path) : OperatingSystem.IsMacOS() ? ModeOnMac(path) : 0;
        }
        catch (Exception exception) when (exception is EntryPointNotFoundException or DllNotFoundException)
        {
            return 0;
        }
    }

    /// <summary>statx is the one call whose structure is the same on every processor: 256 bytes, the mode at 28.</summary>
    private static int ModeOnLinux(string path)
    {
        var status = new byte[256];
        return StatX(CurrentDirectory, path, 0, TypeWanted, status) == 0 ? BitConverter.ToUInt16(status, 28) : 0;
    }

    /// <summary>144 bytes, the mode at 4, after the device's number.</summary>
    private static int ModeOnMac(string path)
    {
        var status = new byte[256];
        var result = RuntimeInformation.ProcessArchitecture == Architecture.X64 ? StatOfIntelMac(path, status) : Stat(path, status);
        return result == 0 ? BitConverter.ToUInt16(status, 4) : 0;
    }

    [LibraryImport("libc", EntryPoint = "statx", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatX(int directory, string path, int flags, uint wanted, [Out] byte[] status);

    [LibraryImport("libc", EntryPoint = "stat", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Stat(string path, [Out] byte[] status);

    [LibraryImport("libc", EntryPoint = "stat$INODE64", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int StatOfIntelMac(string path, [Out] byte[] status);
}

/// <summary>A name in a folder that stands for no file.</summary>
/// <param name="what">What it is: <c>a named pipe</c>.</param>
internal sealed class NotAFileException(string what) : IOException($"It is {what}; only files are read.");
