using System.Net;
using InterviewBot.Teams.Tests.Kit;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>A private answer has no key by which a second copy would be known.</summary>
public sealed class AnAnswerOnce : IAsyncLifetime
{
    private BotHost _bot = null!;
    private Ana _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotHost.Start();
        _ana = new Ana(_bot);
        _bot.Platform.Conversations[Ana.Chat] = true;
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    private IEnumerable<string?> Said => _bot.Platform.In(Ana.Chat).Select(m => m.Text);

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(504)]
    public async Task Stored_and_then_answered_with_a_fault_it_is_not_said_again(int status)
    {
        _bot.Platform.FaultsAfter.Enqueue(status);
        await Asks();
        Assert.Equal(1, Said.Count(t => t!.Contains("next", StringComparison.Ordinal)));
        // Nobody knows whether it arrived, and that is said.
        Assert.Contains("may not have reached you", Said.Last());
    }

    [Fact]
    public async Task The_connection_was_never_made_so_it_is_sent_again()
    {
        _bot.Breaks.Enqueue(new HttpRequestException(HttpRequestError.ConnectionError));
        var asking = Asks();
        await Until.True(() =>
        {
            _bot.Clock.Advance(TimeSpan.FromSeconds(1));
            return asking.IsCompleted;
        });
        await asking;
        Assert.Contains("next", Assert.Single(Said));
    }

    [Fact]
    public async Task No_answer_in_seven_seconds_is_told_and_not_repeated()
    {
        _bot.Breaks.Enqueue(new TaskCanceledException());
        await Asks();
        Assert.Contains("may not have reached you", Assert.Single(Said));
    }

    private async Task Asks()
    {
        var help = _ana.Activity("message");
        help["text"] = "help";
        Assert.Equal(HttpStatusCode.Accepted, (await _bot.Send(help)).Status);
        await _bot.Settle();
    }
}
