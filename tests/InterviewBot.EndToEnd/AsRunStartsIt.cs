using Xunit;
using static Microsoft.Playwright.Assertions;

namespace InterviewBot.EndToEnd;

/// <summary>
/// <c>./test</c> tries the program that is installed. The one that <c>./run</c> starts is compiled while it runs, from the same source: that it
/// comes up with all of its parts is seen here.
/// </summary>
public sealed class AsRunStartsIt(Chromium chromium)
{
    [Fact]
    public async Task An_interview_begins_and_is_there_after_a_restart()
    {
        await using var bot = new BotProcess(Path.Combine(BotProcess.Root, "flows"), asRun: true);
        await bot.Start();
        var chat = new LocalChatPage(await chromium.NewPage(height: 900));
        await chat.Open(bot.Pages);
        await chat.Start("backend-python.en", "Lin Wei", 60);
        await chat.Press("Begin");
        await Expect(chat.Heading).ToContainTextAsync("tell me a bit about yourself");
        Assert.Equal(0, await bot.Stop());
        await bot.Start();
        await chat.Open(bot.Pages);
        await Expect(chat.Heading).ToContainTextAsync("tell me a bit about yourself");
        await Expect(chat.Board).ToContainTextAsync("interviewing");
    }
}
