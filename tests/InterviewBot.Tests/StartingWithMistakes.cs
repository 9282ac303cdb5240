using System.Net;
using System.Net.Sockets;
using InterviewBot.Running;
using Xunit;

namespace InterviewBot.Tests;

/// <summary>What an operator can mend is told in one sentence without a stack, by the program itself (the published one where there is one).</summary>
public sealed class StartingWithMistakes : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("start-");

    // Without it the log has a line more.
    public StartingWithMistakes() => _folder.CreateSubdirectory("flows");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("Store__Provider=Oracle", "'Oracle' at 'Store:Provider'")]
    [InlineData("Store__Provider=PostgreSql", "Store:Provider PostgreSql is not part of this release")]
    [InlineData("Web__Enabled=maybe", "'maybe' at 'Web:Enabled'")]
    [InlineData("Web__Enabled=false", "nobody could talk to the bot")]
    [InlineData("Teams__Anonymous=perhaps", "'perhaps' at 'Teams:Anonymous'")]
    [InlineData("Slack__BotToken=xoxb-1", "Slack needs Slack:AppToken")]
    [InlineData("urls=nonsense", "nonsense is no address to listen on")]
    [InlineData("urls=http://127.0.0.1:99999", "http://127.0.0.1:99999 is no address to listen on")]
    public async Task A_key_with_a_wrong_value(string setting, string says) => Says(says, await Start([], [setting]));

    [Theory]
    [InlineData("", "Store:ConnectionString is empty")]
    [InlineData("Host=db;Password=secret", "neither a path nor a connection string of SQLite")]
    public async Task A_store_that_is_none(string connection, string says)
    {
        var said = await Start([], [$"Store__ConnectionString={connection}"], hasData: false);
        Says(says, said);
        Assert.DoesNotContain("secret", said.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_taken()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        Says($"{url} is in use by another program", await Start(["--urls", url], []));
    }

    [Fact]
    public async Task A_data_folder_that_is_a_file()
    {
        var file = Path.Combine(_folder.FullName, "file");
        await File.WriteAllTextAsync(file, "", TestContext.Current.CancellationToken);
        Says($"The folder {file} cannot be made", await Start(["--data", file], []));
    }

    [Fact]
    public async Task A_data_file_that_is_none()
    {
        var file = Path.Combine(_folder.FullName, "interviews.db");
        await File.WriteAllTextAsync(file, new string('?', 5000), TestContext.Current.CancellationToken);
        Says($"The store {file} is damaged or is no store", await Start([], []));
    }

    [Fact]
    public async Task A_file_of_settings_that_is_no_json()
    {
        var file = Path.Combine(_folder.FullName, "appsettings.json");
        await File.WriteAllTextAsync(file, "{\n  Slack\n", TestContext.Current.CancellationToken);
        Says($"'{file}'. It is no JSON: see line 2.", await Start([], []));
    }

    private static void Says(string sentence, Said said)
    {
        Assert.Equal(1, said.Exit);
        Assert.Contains(sentence, said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("xception", said.Text, StringComparison.Ordinal);
        Assert.Single(said.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task<Said> Start(string[] arguments, string[] settings, bool hasData = true)
    {
        string[] data = hasData && !arguments.Contains("--data") ? ["--data", _folder.FullName] : [];
        var environment = new Dictionary<string, string> { ["urls"] = "http://127.0.0.1:0" };
        foreach (var setting in settings)
        {
            var equals = setting.IndexOf('=', StringComparison.Ordinal);
            environment[setting[..equals]] = setting[(equals + 1)..];
        }
        await using var bot = ProgramProcess.Start([.. arguments, .. data], environment, folder: _folder.FullName);
        var exit = await bot.Exit(TimeSpan.FromSeconds(60));
        return new Said(exit, bot.Output);
    }

    private sealed record Said(int Exit, string Text);
}
