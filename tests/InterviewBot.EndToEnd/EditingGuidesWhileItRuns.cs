using Xunit;

namespace InterviewBot.EndToEnd;

/// <summary>A guide author at work beside a running bot.</summary>
public sealed class EditingGuidesWhileItRuns
{
    private const string Good =
        "# One\n## 1. A\n```flow\nst=>start\nop=>operation: Ask\ne=>end\nst->op->e\n```\n## 2. Their questions\n";

    [Fact]
    public async Task An_edit_is_live_and_a_broken_one_is_told_by_page_log_and_health()
    {
        var folder = Directory.CreateTempSubdirectory("guides-");
        try
        {
            var file = Path.Combine(folder.FullName, "g.md");
            await File.WriteAllTextAsync(file, Good, TestContext.Current.CancellationToken);
            await using var bot = new BotProcess(folder.FullName);
            await bot.Start();
            using var http = new HttpClient { BaseAddress = bot.Address };
            Assert.Equal("ready", await Get(http, "/health/ready"));
            await http.GetStringAsync(bot.Pages, TestContext.Current.CancellationToken);
            Assert.Contains("One", await Get(http, "/guides/g"), StringComparison.Ordinal);

            await File.WriteAllTextAsync(
                file,
                Good.Replace("# One", "# Another", StringComparison.Ordinal),
                TestContext.Current.CancellationToken
            );
            Assert.Contains("Another", await Get(http, "/"), StringComparison.Ordinal);

            await File.WriteAllTextAsync(
                file,
                "# Broken\n## 1. A\n```flow\nst->e\n```\n",
                TestContext.Current.CancellationToken
            );
            Assert.Equal("ready\ng.md: broken edit, its last good version is used", await Get(http, "/health/ready"));
            Assert.Contains("undefined-source", await Get(http, "/guides/g"), StringComparison.Ordinal);
            Assert.Contains("Another", await Get(http, "/"), StringComparison.Ordinal);
            // Its own stream of output may lag behind its answers.
            for (var i = 0; i < 600 && !bot.Output.Contains("last good version stays", StringComparison.Ordinal); i++)
                await Task.Delay(
                    TimeSpan.FromMilliseconds(50),
                    TimeProvider.System,
                    TestContext.Current.CancellationToken
                );
            Assert.Contains("g.md was changed, but cannot be used so", bot.Output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static Task<string> Get(HttpClient http, string path) =>
        http.GetStringAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
}
