using System.Diagnostics;
using System.Net.Sockets;
using InterviewBot.Running;
using Xunit;

namespace InterviewBot.Tests;

/// <summary>Folders, files and libraries that are not as the bot would like them, on the program itself.</summary>
public sealed class StartingOnOddMachines : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("odd-");

    public StartingOnOddMachines() => _folder.CreateSubdirectory("flows");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("--urls", "https://127.0.0.1:0", "https://127.0.0.1:0: the bot speaks http only")]
    [InlineData("--urls", "ftp://127.0.0.1:4501", "ftp://127.0.0.1:4501 is no address to listen on")]
    [InlineData("--urls", "http://127.0.0.1:4501/base", "http://127.0.0.1:4501/base is no address to listen on")]
    [InlineData("--urls", "http://nosuch.example:4501", "http://nosuch.example:4501 names no address of this computer")]
    [InlineData("--urls", "http://127.0.0.1:4919x", "http://127.0.0.1:4919x names no address of this computer")]
    public async Task An_address_that_would_be_taken_for_another(string option, string value, string says) =>
        Says(says, await Start([option, value]));

    [Theory]
    [InlineData("libicuuc.so.*", "The library ICU is missing")]
    [InlineData("libssl.so.*", "The library OpenSSL is missing")]
    public async Task The_libraries_that_a_slim_image_lacks(string library, string says)
    {
        // In a mount namespace of its own the files are hidden from this process only.
        var hide =
            $"for f in /usr/lib/{library} /usr/lib/*/{library}; do [ ! -e $f ] || mount --bind /dev/null $f; done; exec \"$@\"";
        await using var bot = Run([], [], ["unshare", "--map-root-user", "--mount", "sh", "-c", hide, "sh"]);
        Says(says, (await bot.Exit(TimeSpan.FromSeconds(60)), bot.Output));
    }

    [Fact]
    public async Task A_machine_without_time_zones() =>
        Says("The time zones are missing", await Start([], ("TZDIR", _folder.FullName)));

    [Fact]
    public async Task A_data_file_of_no_bytes_is_not_taken_for_a_new_store()
    {
        var file = Path.Combine(_folder.FullName, "interviews.db");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        Says($"The store {file} is empty (0 bytes)", await Start([]));
    }

    [Fact]
    public async Task Keys_that_cannot_be_read()
    {
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "keys"), "", TestContext.Current.CancellationToken);
        Says($"The folder {Path.Combine(_folder.FullName, "keys")}", await Start([]));
    }

    [Fact]
    public async Task The_working_folder_is_not_watched_for_settings()
    {
        foreach (var n in Enumerable.Range(0, 40))
            _folder.CreateSubdirectory($"sub{n}");
        await using var bot = Run([]);
        await Started(bot);
        var watched = Directory
            .EnumerateFiles($"/proc/{bot.Id}/fdinfo")
            .Sum(static info =>
                File.ReadLines(info).Count(static l => l.StartsWith("inotify", StringComparison.Ordinal))
            );
        Assert.InRange(watched, 0, 5);
    }

    [Fact]
    public async Task The_data_is_readable_by_its_user_alone_also_what_was_there_before()
    {
        var data = Path.Combine(_folder.FullName, "a=b", "data");
        await using (var bot = Run(["--data", data]))
        {
            await Started(bot);
            Assert.Equal("700", await Mode(data));
            Assert.Equal("700", await Mode(Path.Combine(data, "keys")));
            foreach (var file in Directory.EnumerateFiles(data))
                Assert.Equal("600", await Mode(file));
            Assert.Contains(Path.Combine(data, "interviews.db"), Directory.EnumerateFiles(data));
            await bot.Stop();
        }
        var store = Path.Combine(data, "interviews.db");
        await Tell("chmod", "644", store);
        await using (var bot = Run(["--data", data]))
        {
            await Started(bot);
            Assert.Equal("600", await Mode(store));
        }
    }

    [Fact]
    public async Task A_socket_left_behind_by_a_killed_process_is_no_hindrance_but_a_living_one_is()
    {
        var path = Path.Combine(_folder.FullName, "bot.sock");
        await using (var killed = Run(["--urls", $"http://unix:{path}"]))
        {
            await Started(killed);
            await killed.Kill();
        }
        Assert.True(File.Exists(path));

        await using var bot = Run(["--urls", $"http://unix:{path}"]);
        await Started(bot);
        var other = _folder.CreateSubdirectory("other").FullName;
        Says(
            $"http://unix:{path} is in use by another program",
            await Start(["--urls", $"http://unix:{path}", "--data", other])
        );
    }

    [Fact]
    public async Task A_lock_that_the_framework_was_told_to_leave_out_holds_all_the_same()
    {
        (string, string) off = ("DOTNET_SYSTEM_IO_DISABLEFILELOCKING", "1");
        await using var bot = Run(["--data", _folder.FullName], off);
        await Started(bot);
        Says("is in use by another process", await Start(["--data", _folder.FullName], off));
    }

    [Fact]
    public async Task The_log_is_json_when_asked_for_and_has_its_date_otherwise()
    {
        await using (var bot = Run([], ("Slack__BotTokn", "x"), ("Logging__Console__FormatterName", "json")))
        {
            await Started(bot);
            await bot.Stop();
            Assert.Contains("\"Message\":\"Slack:BotTokn is no key of this bot", bot.Output, StringComparison.Ordinal);
        }
        await using (var bot = Run([], ("Slack__BotTokn", "x")))
        {
            await Started(bot);
            await bot.Stop();
            Assert.Matches(@"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d warn: .*Slack:BotTokn is no key of this bot", bot.Output);
        }
    }

    [Fact]
    public async Task A_terminal_that_is_closed_stops_it_as_any_other_signal_does()
    {
        await using var bot = Run([]);
        await Started(bot);
        Assert.Equal(0, await bot.HangUp());
    }

    private static void Says(string sentence, (int Exit, string Text) said)
    {
        Assert.Contains(sentence, said.Text, StringComparison.Ordinal);
        Assert.Equal(1, said.Exit);
        Assert.Single(said.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task<(int Exit, string Text)> Start(string[] arguments, params (string Key, string Value)[] settings)
    {
        await using var bot = Run(arguments, settings);
        return (await bot.Exit(TimeSpan.FromSeconds(60)), bot.Output);
    }

    private ProgramProcess Run(string[] arguments, params (string Key, string Value)[] settings) =>
        Run(arguments, settings, null);

    private ProgramProcess Run(string[] arguments, (string Key, string Value)[] settings, string[]? through)
    {
        var environment = settings.ToDictionary(s => s.Key, s => s.Value);
        environment["urls"] = "http://127.0.0.1:0";
        string[] data = arguments.Contains("--data") ? [] : ["--data", _folder.FullName];
        return ProgramProcess.Start([.. arguments, .. data], environment, through: through, folder: _folder.FullName);
    }

    private static Task Started(ProgramProcess bot) => bot.Says("Ctrl-C stops it.", TimeSpan.FromSeconds(60));

    private static Task<string> Mode(string path) => Tell("stat", "-c", "%a", path);

    private static async Task<string> Tell(string command, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(command, arguments) { RedirectStandardOutput = true })!;
        return (await process.StandardOutput.ReadToEndAsync()).Trim();
    }
}
