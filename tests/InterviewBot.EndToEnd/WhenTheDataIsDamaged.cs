using System.Net;
using Xunit;

namespace InterviewBot.EndToEnd;

/// <summary>The worst that can happen to a request: it is answered all the same, and without a word of what happened.</summary>
public sealed class WhenTheDataIsDamaged
{
    [Fact]
    public async Task A_request_that_fails_is_answered_without_the_reason()
    {
        await using var bot = new BotProcess(Path.Combine(BotProcess.Root, "flows"));
        await bot.Start();
        foreach (var file in (string[])[bot.File, bot.File + "-wal"])
        {
            await using var data = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
            var damage = new byte[Math.Max(65_536, data.Length)];
            Array.Fill(damage, (byte)0xFF);
            await data.WriteAsync(damage, TestContext.Current.CancellationToken);
        }
        using var http = new HttpClient { BaseAddress = bot.Address };
        using var answer = await http.GetAsync(bot.Pages, TestContext.Current.CancellationToken);
        var body = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Contains("Something went wrong.", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Sqlite", body, StringComparison.OrdinalIgnoreCase);
    }
}
