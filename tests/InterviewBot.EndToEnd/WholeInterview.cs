using Deque.AxeCore.Playwright;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace InterviewBot.EndToEnd;

/// <summary>
/// The main job, as a newcomer does it: the real process, a real browser, a real file. By the shipped guide, and by the seed document as it
/// is where it stands beside the repository. SHOTS=folder keeps pictures.
/// </summary>
public sealed class WholeInterview(Chromium chromium)
{
    public static TheoryData<string, string, bool> Runs
    {
        get
        {
            var runs = new TheoryData<string, string, bool>
            {
                { Path.Combine(BotProcess.Root, "flows"), "backend-python.zh-CN", true },
                { Path.Combine(BotProcess.Root, "flows"), "backend-python.zh-CN", false },
            };
            var seeds = Path.Combine(BotProcess.Root, "..", "shared", "seeds");
            if (File.Exists(Path.Combine(seeds, "backend-interview-flow.zh.md")))
            {
                runs.Add(seeds, "backend-interview-flow.zh", true);
                runs.Add(seeds, "backend-interview-flow.zh", false);
            }
            return runs;
        }
    }

    [Theory]
    [MemberData(nameof(Runs))]
    public async Task From_the_first_card_to_the_summary_in_the_channel(string guides, string guide, bool deeper)
    {
        await using var bot = new BotProcess(guides);
        await bot.Start();
        var page = await chromium.NewPage(height: 900);
        var chat = new LocalChatPage(page);
        var ana = new Interviewing(chat);
        // The pictures are of our own guide.
        var shots = deeper && guide.StartsWith("backend-python", StringComparison.Ordinal);

        await chat.Open(bot.Pages);
        await chat.Start(guide, "Lin Wei", 240);
        await Expect(chat.Heading).ToContainTextAsync("Lin Wei");
        await Expect(chat.Hiring.Locator(".message")).ToHaveCountAsync(0);
        await Shot(page, "prepare", shots);

        await ana.Move(() => chat.Press("Begin"));
        await Expect(chat.Board).ToContainTextAsync("interviewing");
        await TakeNotes(chat);
        await chat.Choose("Rate", "3 good");
        await Expect(chat.Card).ToContainTextAsync("3 good");
        await ana.Next();

        await JumpToRedisAndBack(ana, () => Shot(page, "interview", shots));
        await PressALateButton(bot, ana);
        await RestartInTheMiddle(bot, ana);
        var picked = await PickFromThePool(ana, deeper);

        var said = await ana.WalkOn(deeper);
        Assert.Equal(said.Count, said.Distinct().Count());
        await FinishAndSend(page, ana, shots);

        await Expect(chat.Thread).ToContainTextAsync("calm and clear");
        await Expect(chat.Thread).ToContainTextAsync("a better line");
        await Expect(chat.Thread).ToContainTextAsync("3 good");
        await Expect(chat.Board).ToContainTextAsync("scorecards 1 of 1");
        await page.ReloadAsync();
        await Shot(page, "summary", shots);
        var channel = await chat.Hiring.InnerTextAsync();
        foreach (var kept in new[] { "to be deleted", "to be edited", "only for me" })
            Assert.DoesNotContain(kept, channel, StringComparison.Ordinal);

        await chat.Open(bot.Pages, "recruiter");
        await Expect(chat.Dm).ToContainTextAsync("Lin Wei");
        await Expect(chat.Dm).ToContainTextAsync("calm and clear");
        await Shot(page, "recruiter", shots);
        await HowItWentIsDrawn(page, chat, shots);
        await AllIsOnDisk(bot, guides, guide, picked);
    }

    private static async Task TakeNotes(LocalChatPage chat)
    {
        foreach (var line in new[] { "+ calm and clear", "to be edited", "to be deleted", "// only for me" })
        {
            await chat.Say(line);
            await chat.Line(line).First.WaitForAsync();
        }
        await chat.EditLine("to be edited", "a better line");
        await chat.DeleteLine("to be deleted");
        await Expect(chat.Card).ToContainTextAsync("3 notes");
    }

    private static async Task JumpToRedisAndBack(Interviewing ana, Func<Task> look)
    {
        var before = await ana.Says();
        await ana.Move(() => ana.Chat.Choose("Jump", "redis"));
        var redis = await ana.Says();
        Assert.NotEqual(before, redis);
        await look();
        await ana.Next();
        await ana.Move(() => ana.Chat.Choose("More", "Undo"));
        Assert.Equal(redis, await ana.Says());
        await ana.Move(() => ana.Chat.Choose("Skip", "Rest of this topic"));
        Assert.Equal(before, await ana.Says());
    }

    // A second window that hears nothing any more keeps an old card.
    private async Task PressALateButton(BotProcess bot, Interviewing ana)
    {
        var other = await chromium.NewPage();
        await other.RouteAsync("**/interviewer/live*", route => route.AbortAsync());
        var stale = new LocalChatPage(other);
        await stale.Open(bot.Pages);
        await ana.Next();
        var (turn, says) = (await ana.Turn(), await ana.Says());
        await stale.Press("Next");
        await Expect(stale.PrivateLine).ToContainTextAsync("old card");
        Assert.Equal((turn, says), (await ana.Turn(), await ana.Says()));
        await other.CloseAsync();
    }

    private static async Task RestartInTheMiddle(BotProcess bot, Interviewing ana)
    {
        var says = await ana.Says();
        Assert.Equal(0, await bot.Stop());
        await bot.Start();
        Assert.Equal(says, await ana.Says());
        // The page was not loaded again: it finds the new process by itself.
        await ana.Next();
    }

    private static async Task<string> PickFromThePool(Interviewing ana, bool deeper)
    {
        while (!await ana.Offers("leave-pool"))
        {
            if (await ana.Offers("fork"))
                await ana.Move(() => (deeper ? ana.Verb("fork").First : ana.Verb("fork").Last).ClickAsync());
            else
                await ana.Next();
        }
        await ana.Chat.Press("Pick");
        var option = ana.Verb("pick").Nth(1);
        await ana.Move(() => option.ClickAsync());
        var picked = await ana.Says();
        await ana.Next();
        Assert.True(await ana.Offers("leave-pool"));
        return picked;
    }

    private static async Task FinishAndSend(IPage page, Interviewing ana, bool shots)
    {
        await ana.Chat.Press("Finish");
        await Expect(ana.Chat.Heading).ToContainTextAsync("End the interview with Lin Wei?");
        await Shot(page, "finish", shots);
        await ana.Verb("finish").First.ClickAsync();
        await Expect(ana.Chat.Heading).ToContainTextAsync("Scorecard");
        Assert.Equal(0, await ana.Chat.Hiring.Locator(".thread .message").CountAsync());
        await ana.Chat.Card.GetByLabel("yes", new() { Exact = true }).CheckAsync();
        await ana.Chat.Card.GetByLabel("Comment").FillAsync("Would work with her.");
        await ana.Chat.Card.GetByLabel("Comment").BlurAsync();
        await Shot(page, "scorecard", shots);
        await ana.Chat.Press("Preview");
        await Expect(ana.Chat.Card).ToContainTextAsync("Would work with her.");
        await Shot(page, "preview", shots);
        await ana.Chat.Press("Send scorecard");
        await Expect(ana.Chat.Thread).ToContainTextAsync("Would work with her.");
    }

    /// <summary>The last scorecard is in: everybody may see the flows, coloured, signed and as a table.</summary>
    private static async Task HowItWentIsDrawn(IPage page, LocalChatPage chat, bool shots)
    {
        await chat.Hiring.GetByRole(AriaRole.Link, new() { Name = "How the interview went" }).ClickAsync();
        await Expect(page.Locator("svg.chart").First).ToBeVisibleAsync();
        await Expect(page.Locator("svg.chart .note").First).ToBeVisibleAsync();
        await Expect(page.Locator("td").Filter(new() { HasText = "asked" }).First).ToBeVisibleAsync();
        await Shot(page, "report", shots);
        var result = await page.RunAxe();
        Assert.True(
            result.Violations.Length == 0,
            string.Join("\n", result.Violations.Select(v => $"{v.Id} {v.Help}: {v.Nodes[0].Html}"))
        );
    }

    private static async Task AllIsOnDisk(BotProcess bot, string guides, string name, string picked)
    {
        Assert.Equal(0, await bot.Stop());
        using var data = new StoredData(bot.File);
        var interview = data.Interview(Assert.Single(data.Streams("started")));
        Assert.Equal((Phase.Submitted, "Lin Wei"), (interview.Phase, interview.Candidate));
        var guide = GuideReader.Read(name, await File.ReadAllTextAsync(Path.Combine(guides, name + ".md"))).Guide!;
        var topics = InterviewViews.Of(interview, guide).Topics;
        Assert.All(topics, t => Assert.True(t.IsDone, $"{t.Title} was not walked to its end."));
        Assert.All(
            topics.Where(t => !t.IsPool && !t.Title.Contains("redis", StringComparison.OrdinalIgnoreCase)),
            t => Assert.Equal(0, t.OpenQuestions)
        );
        Assert.NotEmpty(picked);
        Assert.Equal(3, interview.LivingNotes.Count());
    }

    private static async Task Shot(IPage page, string name, bool wanted)
    {
        if (wanted && Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
        {
            await page.Mouse.MoveAsync(640, 5);
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
        }
    }
}
