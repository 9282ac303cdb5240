using InterviewBot.Delivery.Receiving;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Seams;
using InterviewBot.Teams.Tests.Kit;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>A finger that presses twice means one thing.</summary>
public sealed class PressedTwice : IAsyncLifetime
{
    private const string Guide = """
        # Backend

        ## 1 Redis (required)

        ```flow
        st=>start: Start
        a=>operation: What does Redis keep?
        b=>operation: What is lost?
        e=>end
        st->a->b->e
        ```

        ### a What does Redis keep?

        **Say**:

        - What stays when the box reboots?
        - The machine restarts. What is gone?
        """;

    private BotHost _bot = null!;
    private Ana _ana = null!;

    public async ValueTask InitializeAsync()
    {
        var guide = GuideReader.Read("backend", Guide).Guide!;
        _bot = await BotHost.Start(
            shelf: new Shelf([new ShelvedGuide(new GuideText(guide.Hash, guide.Name, Guide), guide)])
        );
        _ana = new Ana(_bot);
        await _ana.Types("start backend for Lin");
        await _ana.Presses("Begin");
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Fact]
    public async Task A_move_is_made_once_and_nobody_is_reproached()
    {
        var card = _ana.Card;
        await _ana.Presses(card, "Next");
        var first = _ana.Card.All;
        var answer = await _ana.Presses(card, "Next");
        Assert.Equal(first, _ana.Card.All);
        Assert.DoesNotContain(CardRules.Texts(answer), t => t.Contains("moved on", StringComparison.Ordinal));
        // A minute later it is a press on an old card, and that is said.
        _bot.Clock.Advance(TimeSpan.FromMinutes(1));
        answer = await _ana.Presses(card, "Next");
        Assert.Equal(first, _ana.Card.All);
        Assert.Contains(CardRules.Texts(answer), t => t.Contains("moved on", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Simpler_words_stay_simpler()
    {
        var card = _ana.Card;
        await _ana.Presses(card, "Simpler words");
        var simpler = _ana.Card.All;
        Assert.NotEqual(card.All, simpler);
        await _ana.Presses(card, "Simpler words");
        Assert.Equal(simpler, _ana.Card.All);
        // Once they were read, the same button brings the first ones back.
        _bot.Clock.Advance(TimeSpan.FromSeconds(5));
        await _ana.Presses("Simpler words");
        Assert.Equal(card.All, _ana.Card.All);
    }
}
