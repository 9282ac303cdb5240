using System.Collections.Concurrent;
using System.Net;
using InterviewBot.Conversation.Cards;
using Xunit;

namespace InterviewBot.EndToEnd;

/// <summary>kill -9 at random moments under load: what was acknowledged is there, the pump goes on, the card shows the right question, nothing stands twice.</summary>
public sealed class KilledAtAnyMoment
{
    private const int Kills = 20;

    // A ring, so that Next never comes to an end.
    private const string Ring = """
        # Ring

        ## 1. Round and round (required)

        ```flow
        st=>start: Start
        a=>operation: first?
        b=>operation: second?
        c=>operation: third?
        st->a->b->c->a
        ```
        """;

    private readonly ConcurrentDictionary<string, bool> _acked = new();
    private readonly ConcurrentBag<string> _typed = [];

    [Fact]
    public async Task Nothing_acknowledged_is_lost_and_nothing_is_shown_twice()
    {
        var guides = Directory.CreateTempSubdirectory("interviewbot-guides-").FullName;
        await File.WriteAllTextAsync(Path.Combine(guides, "ring.md"), Ring);
        await using var bot = new BotProcess(guides);
        await bot.Start();
        await Begin(bot);

        var random = new Random(20261123);
        for (var kill = 0; kill < Kills; kill++)
        {
            using var stop = new CancellationTokenSource();
            var load = Load(bot, stop.Token);
            // At any moment of real work: a process that has not compiled its way to the first answer yet has nothing to lose.
            var before = _acked.Count;
            await Interviewing.Until(() => Task.FromResult(_acked.Count > before), "a first answer");
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(0, 400)), TimeProvider.System);
            await bot.Kill();
            await stop.CancelAsync();
            await load;
            using (var dead = new StoredData(bot.File))
            {
                var causes = dead.Causes();
                Assert.All(
                    _acked.Keys,
                    delivery => Assert.Contains(causes, c => c.Contains(delivery, StringComparison.Ordinal))
                );
            }
            await bot.Start();
        }

        using var data = new StoredData(bot.File);
        await Idle(data);
        Assert.True(_acked.Count > Kills, $"Only {_acked.Count} clicks were acknowledged: there was no load.");
        var interview = data.Interview(Assert.Single(data.Streams("started")));
        var cards = data.Cards("dm-interviewer");
        Assert.Equal(cards.Count, cards.Select(c => c.PostKey).Distinct().Count());
        var card = Assert.IsType<Drawing.Shown>(Assert.Single(cards, c => c.Drawing is Drawing.Shown).Drawing).Card;
        Assert.Equal(Turn.Of(interview), card.Turn);
        Assert.Contains(card.Parts.OfType<SayLine>(), say => say.Text == interview.Spot.Words);
        // Every line that was answered for stands once, in the chat and among the notes.
        var lines = data.Lines("dm-interviewer");
        Assert.All(_typed, typed => Assert.Single(lines, line => line == typed));
        Assert.Superset(_typed.ToHashSet(), interview.LivingNotes.Select(n => n.Text).ToHashSet());
        Assert.Equal(interview.LivingNotes.Count(), interview.LivingNotes.Select(n => n.Text).Distinct().Count());
        Directory.Delete(guides, recursive: true);
    }

    private static async Task Begin(BotProcess bot)
    {
        using var ana = new LocalChatClient(bot.Pages);
        await ana.Open();
        Assert.True(
            await ana.Start("ring", "Lin", ana.NewDelivery("start")) is HttpStatusCode.OK or HttpStatusCode.NoContent
        );
        Assert.True(await ana.Say("begin", ana.NewDelivery("begin")) is HttpStatusCode.OK or HttpStatusCode.NoContent);
    }

    private async Task Load(BotProcess bot, CancellationToken stop)
    {
        using var data = new StoredData(bot.File);
        await Task.WhenAll(
            Enumerable.Range(0, 4).Select(n => n == 0 ? Pressing(bot, data, stop) : Typing(bot, n, stop))
        );
    }

    private async Task Pressing(BotProcess bot, StoredData data, CancellationToken stop)
    {
        using var ana = new LocalChatClient(bot.Pages);
        try
        {
            await ana.Open();
            var stream = data.Streams("started")[0];
            var step = data.Interview(stream).Step;
            while (!stop.IsCancellationRequested)
            {
                var card = data.Cards("dm-interviewer").LastOrDefault(c => c.Drawing is Drawing.Shown).Id;
                var delivery = ana.NewDelivery("next");
                var press = new Press(new Interviews.Identity.StreamId(stream), Presses.Verbs.Next, step);
                if (await ana.Press(card, press, delivery) == HttpStatusCode.NoContent)
                {
                    _acked[delivery] = true;
                    step++;
                }
            }
        }
        catch (Exception why) when (why is HttpRequestException or TaskCanceledException)
        {
            // killed
        }
    }

    private async Task Typing(BotProcess bot, int person, CancellationToken stop)
    {
        using var ana = new LocalChatClient(bot.Pages);
        try
        {
            await ana.Open();
            // Few enough that all of them are notes: one interview takes 2,000.
            for (var line = 0; line < 25 && !stop.IsCancellationRequested; line++)
            {
                var text = ana.NewDelivery($"note by {person}");
                if (await ana.Say(text, text) is HttpStatusCode.OK or HttpStatusCode.NoContent)
                    _typed.Add(text);
            }
        }
        catch (Exception why) when (why is HttpRequestException or TaskCanceledException)
        {
            // killed
        }
    }

    private static async Task Idle(StoredData data)
    {
        for (var i = 0; i < 600 && data.OutboxDue() > 0; i++)
            await Task.Delay(TimeSpan.FromMilliseconds(50), TimeProvider.System);
        Assert.Equal(0, data.OutboxDue());
    }
}
