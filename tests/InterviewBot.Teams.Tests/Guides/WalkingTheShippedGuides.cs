using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;
using InterviewBot.Teams.Cards;
using InterviewBot.Teams.Tests.Kit;
using InterviewBot.Walking;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace InterviewBot.Teams.Tests.Guides;

/// <summary>
/// Whole interviews by each guide that comes with the bot, by pressing in Teams: every topic, both ways of every fork, to the summary. SHOTS=folder
/// keeps the cards that show how they went.
/// </summary>
public sealed class WalkingTheShippedGuides
{
    private const int MostInterviews = 6;

    private static string Root => Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", ".."));

    public static TheoryData<string> Names { get; } = new(EveryWay.Shipped(Root).Select(g => g.Name));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Each_topic_and_both_ways_of_each_fork_to_the_summary(string name)
    {
        var guide = EveryWay.Shipped(Root).Single(g => g.Name == name);
        var text = await File.ReadAllTextAsync(Path.Combine(Root, "flows", name + ".md"));
        await using var bot = await BotHost.Start(
            new Dictionary<string, string?> { ["Teams:Recruiters:0"] = "rita-object" },
            shelf: new Shelf([new ShelvedGuide(new GuideText(guide.Hash, guide.Name, text), guide)])
        );
        bot.Platform.Installed.Add("29:rita");
        var ana = new Ana(bot) { Locale = guide.Language == "en" ? "en-US" : "zh-CN" };
        var way = new EveryWay(guide);
        for (var n = 1; way.Missing.Count > 0; n++)
        {
            Assert.True(n <= MostInterviews, $"{MostInterviews} interviews left out {string.Join(", ", way.Missing)}");
            var interview = await Interview(bot, ana, guide, way, n);
            way.Learn(interview.Progress);
            Summed(bot, n);
        }
        Assert.Empty(bot.Platform.Wrong);
        Assert.Empty(bot.Platform.Astray);
    }

    private static async Task<Interview> Interview(BotHost bot, Ana ana, Guide guide, EveryWay way, int number)
    {
        await ana.Mentions($"start {guide.Name} for Kim {number}");
        var stream = OnCard(ana.Card).First().Press.Stream;
        var desk = bot.Services.GetRequiredService<InterviewDesk>();
        await Follow(
            OnCard(ana.Card).Where(c => c.Press.Verb == Presses.Verbs.Minutes).MaxBy(c => Minutes(c.Press)).Press
        );
        foreach (var topic in (await View()).Topics.Where(t => !t.Planned))
            await Follow(
                OnCard(ana.Card)
                    .First(c => c.Press is { Verb: Presses.Verbs.Plan } p && p.Argument == "+" + topic.Key)
                    .Press
            );
        await Press(Presses.Verbs.Begin);
        while (way.Choose(await View(), OnCard(ana.Card).Select(c => c.Press)) is { } press)
        {
            Shows(ana.Card, await View(), bot.Clock.GetUtcNow());
            await Follow(press);
        }
        foreach (
            var verb in (string[])
                [
                    Presses.Verbs.ProposeFinish,
                    Presses.Verbs.Finish,
                    Presses.Verbs.Recommend,
                    Presses.Verbs.Preview,
                    Presses.Verbs.Submit,
                ]
        )
            await Press(verb);
        return (await View()).Interview;

        async Task<InterviewView> View() => (await desk.View(stream, CancellationToken.None))!;

        Task Press(string verb) => Follow(OnCard(ana.Card).First(c => c.Press.Verb == verb).Press);

        async Task Follow(Press press)
        {
            var action = OnCard(ana.Card).First(c => c.Press == press).Action;
            var data = (JsonObject)action["data"]!.DeepClone();
            var (_, body) = await bot.Send(ana.Invoke((string)action["verb"]!, data, ana.Card.Id));
            Assert.Empty(CardRules.Problems((JsonObject)body!["value"]!));
            await bot.Settle();
        }
    }

    private static int Minutes(Press press) =>
        int.Parse(press.Argument!, System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>The card in Teams says the very question that is to be asked now.</summary>
    private static void Shows(Held card, InterviewView view, DateTimeOffset now)
    {
        var say = EveryWay.Largest(view, now);
        Assert.Contains(CardRules.Texts(card.Card!), text => text == Plain.Of(say, 4_000));
    }

    /// <summary>Board, summary, and how it went as table and pictures; the same for the recruiter.</summary>
    private static void Summed(BotHost bot, int number)
    {
        var hiring = bot.Platform.In(TeamsPlatform.Hiring).Skip(3 * (number - 1)).ToList();
        Assert.Equal(3, hiring.Count);
        Assert.All(hiring[1..], m => Assert.Equal(hiring[0].Id, m.Parent));
        var rita = bot.Platform.In("a:rita").Skip(2 * (number - 1)).ToList();
        Assert.Equal(2, rita.Count);
        foreach (var course in (Held[])[hiring[2], rita[1]])
        {
            Assert.Contains(CardRules.All(course.Card), e => (string?)e["type"] == "Table");
            Assert.Contains(CardRules.All(course.Card), e => (string?)e["type"] == "Image");
            Assert.DoesNotContain($"Kim {number}", course.All, StringComparison.Ordinal);
        }
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
            File.WriteAllText(
                Path.Combine(folder, $"course-{bot.Shelf.Guides[0].Guide.Name}-{number}.json"),
                hiring[2].Card!.ToJsonString(AdaptiveCard.Json)
            );
    }

    private static IEnumerable<(Press Press, JsonObject Action)> OnCard(Held card) =>
        CardRules
            .All(card.Card)
            .Where(a => (string?)a["type"] == "Action.Execute")
            .Select(a => (PressCode.Read(JsonSerializer.SerializeToElement(a["data"]))!.Press, a));

    private static string Here([CallerFilePath] string here = "") => here;
}
