using System.Text.Json.Nodes;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Teams.Tests.Kit;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>Teams cannot be read back: what was typed meanwhile is asked for, once, with the times.</summary>
public sealed class BeingAway : IAsyncLifetime
{
    private BotHost _bot = null!;
    private Ana _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotHost.Start();
        _ana = new Ana(_bot);
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task The_next_card_says_so_and_the_one_after_does_not()
    {
        await _ana.Types("start backend for Lin");
        await _ana.Presses("Begin");
        var (from, until) = await Away(TimeSpan.FromMinutes(7));
        var line = Sentences.Away(from, until, "Europe/Berlin", "en");
        Assert.DoesNotContain(line, _ana.Card.All);

        var answer = await _ana.Presses("Next");
        // In the answer to the press and on the message that everybody sees, as one follows the other.
        Assert.Contains(line, CardRules.Texts(answer));
        Assert.Contains(line, _ana.Card.All);
        await _ana.Presses("3 good");
        Assert.DoesNotContain(line, _ana.Card.All);
    }

    [Fact]
    public async Task It_survives_another_restart_until_it_was_told_and_is_told_once()
    {
        await _ana.Types("start backend for Lin");
        await _ana.Presses("Begin");
        var (from, _) = await Away(TimeSpan.FromMinutes(7));
        // Nothing was shown in between: one line for both.
        var (_, until) = await Away(TimeSpan.FromMinutes(2));
        await _ana.Presses("Next");
        var line = Sentences.Away(from, until, "Europe/Berlin", "en");
        Assert.Contains(line, _ana.Card.All);
        await Away(TimeSpan.FromSeconds(10));
        await _ana.Types("a note");
        Assert.DoesNotContain("I was away", _ana.Card.All);
    }

    [Fact]
    public async Task A_short_restart_is_not_worth_a_word()
    {
        await _ana.Types("start backend for Lin");
        await _ana.Presses("Begin");
        await Away(TimeSpan.FromSeconds(20));
        await _ana.Presses("Next");
        Assert.DoesNotContain("I was away", _ana.Card.All);
    }

    [Fact]
    public async Task Nobody_without_an_interview_is_told()
    {
        await _ana.Types("help");
        await Away(TimeSpan.FromMinutes(7));
        await _ana.Types("start backend for Lin");
        Assert.DoesNotContain("I was away", _ana.Card.All);
    }

    private async Task<(DateTimeOffset From, DateTimeOffset Until)> Away(TimeSpan time)
    {
        var from = _bot.Clock.GetUtcNow();
        await _bot.Restart(time);
        return (from, _bot.Clock.GetUtcNow());
    }
}
