using System.Diagnostics;
using System.Text;
using Xunit;

namespace InterviewBot.Tests;

/// <summary>The built executable, since standard input and the encoding of the output belong to the process.</summary>
public sealed class CliProcess
{
    [Theory]
    [InlineData("flow", "-")]
    [InlineData("flow")]
    public async Task Chinese_goes_in_and_out_whatever_the_locale(params string[] args)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "interviewbot"), args)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = new UTF8Encoding(false),
            Environment = { ["LC_ALL"] = "C", ["LANG"] = "C" },
        };
        using var process = Process.Start(start)!;
        await process.StandardInput.WriteAsync("st=>start: 开始\ne=>end: 结束\nst->e\n");
        process.StandardInput.Close();
        var output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(0, process.ExitCode);
        Assert.Contains("\"text\": \"开始\"", output, StringComparison.Ordinal);
    }
}
