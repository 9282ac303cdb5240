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
            ("minutes", Person.Typed("600"))
        );
        Assert.Equal("", sent);
        slack.Views.TryRemove(form, out _);
        var card = await person.Card($"Kim {number}");
        var stream = OnCard(card).First().Press.Stream;
        var desk = bot.Services.GetRequiredService<InterviewDesk>();
        card = await Press(card, Presses.Verbs.Begin);
        while (way.Choose(await View(), OnCard(card).Select(c => c.Press)) is { } press)
        {
            Shows(card, await View());
            card = await Follow(card, press);
        }
        card = await Press(card, Presses.Verbs.ProposeFinish);
        card = await Press(card, Presses.Verbs.Finish);
        card = await Recommend(card);
        card = await Press(card, Presses.Verbs.Preview);
        await Press(card, Presses.Verbs.Submit);
        return (await View()).Interview;

        async Task<InterviewView> View() => (await desk.View(stream, CancellationToken.None))!;

        static string Words(JsonElement text) => text.GetProperty("text").GetString()!;

        // In the form: what it says first of all is the recommendation.
        async Task<Sent> Recommend(Sent on)
        {
            var opener = on.Elements.First(e => e.GetProperty("action_id").GetString() == "form");
            var before = slack.Views.Keys.ToHashSet();
            var opens = person.Acted(on, opener, ("value", opener.GetProperty("value").GetString()!), null);
            Assert.Equal((200, ""), await bot.Deliver("interactive", opens));
            var view = await Until.Found(
                () =>
                    slack.Views.Keys.FirstOrDefault(v =>
                        !before.Contains(v) && !v.StartsWith("VHOME", StringComparison.Ordinal)
                    ),
                () => "No form opened."
            );
            var inside = new Sent(
                "",
                "",
                LoopbackSlack.BotUser,
                "",
                slack.Views[view].GetProperty("blocks"),
                null,
                null
            );
            var select = inside.Elements.First(e => e.GetProperty("type").GetString() == "static_select");
            var option = Person.Options(select).First();
            await person.PressIn(view, Words(option.GetProperty("text")), Words(select.GetProperty("placeholder")));
            return await Changed(on);
        }

        Task<Sent> Press(Sent on, string verb) => Follow(on, OnCard(on).First(c => c.Press.Verb == verb).Press);

        async Task<Sent> Follow(Sent on, Press press)
        {
            var (_, element, option) = OnCard(on).First(c => c.Press == press);
            (string, string)? value = option is null ? ("value", element.GetProperty("value").GetString()!) : null;
            Assert.Equal((200, ""), await bot.Deliver("interactive", person.Acted(on, element, value, option)));
            return await Changed(on);
        }

        Task<Sent> Changed(Sent on) =>
            Until.Found(
                () =>
                    slack.Messages.LastOrDefault(m =>
                        m.Channel == person.Direct
                        && m.IsBot
                        && m.Blocks.GetRawText() != on.Blocks.GetRawText()
                        && string.CompareOrdinal(m.Ts, on.Ts) >= 0
                    ),
                () => $"Nothing followed on {on.Json}"
            );
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

    private static IEnumerable<(Press Press, JsonElement Element, JsonElement? Option)> OnCard(Sent card)
    {
        foreach (var element in card.Elements)
        {
            var type = element.GetProperty("type").GetString();
            if (type == "button")
            {
                if (PressCode.Read(element.GetProperty("value").GetString()) is { } press)
                    yield return (press, element, null);
                continue;
            }
            if (type != "static_select")
                continue;
            // A field names its press itself, and its options the value.
            var field = PressCode.Read(
                element.GetProperty("action_id").GetString()!.Split('|', 2).ElementAtOrDefault(1)
            );
            foreach (var option in Person.Options(element))
            {
                if ((field ?? PressCode.Read(option.GetProperty("value").GetString()![1..])) is { } press)
                    yield return (press, element, option);
            }
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
