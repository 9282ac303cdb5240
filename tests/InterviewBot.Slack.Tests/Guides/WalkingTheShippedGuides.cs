using System.Text.Json;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;
using InterviewBot.Slack.Cards;
using InterviewBot.Slack.Showing;
using InterviewBot.Slack.Tests.Loopback;
using InterviewBot.Walking;
using Microsoft.Extensions.DependencyInjection;

namespace InterviewBot.Slack.Tests.Guides;

/// <summary>
/// Whole interviews by each guide that comes with the bot, by pressing in Slack: every topic, both ways of every fork, to the summary. SHOTS=folder
/// keeps the pictures.
/// </summary>
public sealed class WalkingTheShippedGuides
{
    private const int MostInterviews = 6;

    public static TheoryData<string> Names { get; } = new(EveryWay.Shipped(Approved.Root).Select(g => g.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_topic_and_both_ways_of_each_fork_to_the_summary(string name)
    {
        await using var slack = await LoopbackSlack.Start();
        await using var bot = await Bot.Start(
            slack,
            Bot.NewFolder(),
            services: s =>
            {
                s.AddSingleton<IGuideShelf, ShippedShelf>();
                // The second between two messages is seen to elsewhere.
                s.AddSingleton(p => ActivatorUtilities.CreateInstance<SlackChannel>(p, new GrantingClock()));
            }
        );
        var guide = bot.Services.GetRequiredService<IGuideShelf>().Guides.Single(g => g.Guide.Name == name).Guide;
        var person = new Person(slack, bot.Deliver, guide.Language == "en" ? "U1" : "U2");
        var way = new EveryWay(guide);
        for (var n = 1; way.Missing.Count > 0; n++)
        {
            Assert.True(n <= MostInterviews, $"{MostInterviews} interviews left out {string.Join(", ", way.Missing)}");
            var interview = await Interview(slack, bot, person, guide, way, n);
            way.Learn(interview.Progress);
            await Summed(slack, interview);
        }
        Assert.DoesNotContain(slack.Calls, c => c.Error is "invalid_blocks" or "msg_too_long");
        var keys = slack.Messages.Select(m => m.Key).OfType<string>().ToList();
        Assert.Equal(keys.Distinct(), keys);
    }

    private static async Task<Interview> Interview(
        LoopbackSlack slack,
        Bot bot,
        Person person,
        Guide guide,
        EveryWay way,
        int number
    )
    {
        await person.Command("");
        var form = await person.Opened(guide.Title);
        var sent = await person.Submit(
            form,
            ("guide", Person.Chosen("v" + guide.Name)),
            ("candidate", Person.Typed($"Kim {number}")),
            ("minutes", Person.Typed("480"))
        );
        Assert.Equal("", sent);
        slack.Views.TryRemove(form, out _);
        var walker = new CardWalker(slack, bot.Deliver, person);
        await walker.From($"Kim {number}");
        var stream = walker.Presses.First().Stream;
        var desk = bot.Services.GetRequiredService<InterviewDesk>();
        await walker.Press(Presses.Verbs.Begin);
        while (way.Choose(await View(), walker.Presses) is { } press)
        {
            Shows(walker.Card, await View());
            await walker.Press(press);
        }
        await walker.Press(Presses.Verbs.ProposeFinish);
        await walker.Press(Presses.Verbs.Finish);
        await walker.Recommend();
        await walker.Press(Presses.Verbs.Preview);
        await walker.Press(Presses.Verbs.Submit);
        return (await View()).Interview;

        async Task<InterviewView> View() => (await desk.View(stream, CancellationToken.None))!;
    }

    /// <summary>The card in Slack says the very question that is to be asked now.</summary>
    private static void Shows(Sent card, InterviewView view)
    {
        var say = EveryWay.Largest(view, TimeProvider.System.GetUtcNow());
        Assert.Contains(JsonSerializer.Serialize(say, Approved.Compact)[1..^1], card.Json, StringComparison.Ordinal);
    }

    /// <summary>Summary, table and picture, in the board's thread and below the recruiter's message.</summary>
    private static async Task Summed(LoopbackSlack slack, Interview interview)
    {
        var loop = interview.Loop.ToString();
        string Key(string surface) => $"{loop}:{surface}:1";
        foreach (
            var surface in (string[])
                [
                    "board",
                    Surfaces.Summary(interview.Id),
                    Surfaces.Table(interview.Id),
                    Surfaces.Recruiter(0),
                    Surfaces.Table(interview.Id, 0),
                ]
        )
            await Until.True(() => slack.Messages.Any(m => m.Key == Key(surface)), $"No {surface}");
        foreach (var picture in (string[])[Surfaces.Picture(interview.Id), Surfaces.Picture(interview.Id, 0)])
        {
            var name = $"interview-{Key(picture).Replace(':', '-')}.png";
            var file = await Until.Found(
                () => slack.Files.All.Values.FirstOrDefault(f => f.Name == name && f.Title is not null),
                () => $"No {picture}"
            );
            if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
                await File.WriteAllBytesAsync(
                    Path.Combine(folder, $"{interview.GuideTitle}-{interview.Candidate}.png"),
                    file.Bytes!
                );
        }
    }

    private sealed class ShippedShelf : IGuideShelf
    {
        private static readonly IReadOnlyList<ShelvedGuide> All =
        [
            .. EveryWay
                .Shipped(Approved.Root)
                .Select(g => new ShelvedGuide(
                    new GuideText(
                        g.Hash,
                        g.Name,
                        File.ReadAllText(Path.Combine(Approved.Root, "flows", g.Name + ".md"))
                    ),
                    g
                )),
        ];

        public IReadOnlyList<ShelvedGuide> Guides => All;
    }
}
