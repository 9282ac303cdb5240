using System.Net;
using Xunit;

namespace InterviewBot.EndToEnd;

/// <summary>Nothing is acknowledged that was not stored; the same act counts once when there is room again.</summary>
public sealed class WhenTheDiskIsFull
{
    [Fact]
    public async Task Nothing_is_taken_until_there_is_room_and_readiness_says_so()
    {
        await using var bot = new BotProcess(Path.Combine(BotProcess.Root, "flows"));
        await bot.Start();
        using var ann = new LocalChatClient(bot.Pages);
        await ann.Open();
        Assert.Equal(HttpStatusCode.NoContent, await ann.Start("backend-python.en", "Lin Wei", "start-0001"));
        Assert.Equal(HttpStatusCode.NoContent, await ann.Say("room enough", "note-0001"));

        await bot.LimitFiles(4096);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, await ann.Say("no room", "note-0002"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "the store cannot write"), await Ready(bot));

        await bot.LimitFiles(null);
        Assert.Equal((HttpStatusCode.OK, "ready"), await Ready(bot));
        Assert.Equal(HttpStatusCode.NoContent, await ann.Say("no room", "note-0002"));
        using var stored = new StoredData(bot.File);
        Assert.Equal(["room enough", "no room"], stored.Lines("dm-interviewer"));
        Assert.Equal(0, await bot.Stop());
    }

    private static async Task<(HttpStatusCode, string)> Ready(BotProcess bot)
    {
        using var http = new HttpClient { BaseAddress = bot.Address };
        using var answer = await http.GetAsync(
            new Uri("/health/ready", UriKind.Relative),
            TestContext.Current.CancellationToken
        );
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
