using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace InterviewBot.Hosting;

/// <summary>
/// Libraries of the system that the framework loads late and ends the process without: a slim image may lack them. Looked for by file name
/// first, and said in bytes, as texts need them already.
/// </summary>
internal static class Prerequisites
{
    /// <summary>False when something is missing and was told on standard error.</summary>
    public static bool AreThere()
    {
        if (!OperatingSystem.IsLinux())
            return true;
        if (Missing() is not { } sentence)
            return true;
        // The console asks for its encoding, and so for a culture, even of bytes.
        using var error = new FileStream(new SafeFileHandle(2, ownsHandle: false), FileAccess.Write, bufferSize: 0);
        error.Write(Encoding.UTF8.GetBytes(sentence + "\n"));
        return false;
    }

    private static string? Missing() =>
        LoadIcu() == 0
            ? "The library ICU is missing, which compares and folds texts: install libicu (Debian: libicu72, Alpine: icu-libs and icu-data-full)."
        : !NativeLibrary.TryLoad("libssl.so.3", out _) && !NativeLibrary.TryLoad("libssl.so.1.1", out _)
            ? "The library OpenSSL is missing: install libssl3 (Alpine: openssl)."
        : !TimeZoneInfo.TryFindSystemTimeZoneById("Asia/Shanghai", out _)
            ? "The time zones are missing, so every time shown would be wrong: install tzdata, or set TZDIR to where they are."
        : null;

    // What the framework itself calls first; it looks for every version that it can use. 0: none.
    [DllImport("libSystem.Globalization.Native", EntryPoint = "GlobalizationNative_LoadICU")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static extern int LoadIcu();
}
