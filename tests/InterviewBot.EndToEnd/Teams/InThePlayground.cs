using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace InterviewBot.EndToEnd.Teams;

/// <summary>The real process before Microsoft's own client: once by clicks in a browser, the rest over its HTTP interface. SHOTS=folder keeps pictures.</summary>
public sealed class InThePlayground(Chromium chromium)
{
    private const string Guide = """
        # Backend

        ## 1 Opening (required)

        ```flow
        st=>start: Start
        a=>operation: Tell me about your newest project
        e=>end
        st->a->e
        ```

        ## 2 Redis (required)

        ```flow
        st=>start: Start
        a=>operation: What does Redis keep?
        c=>condition: Knows snapshots?
        b=>operation: What is lost between two?
        e=>end
        st->a->c
        c(yes)->b->e
        c(no)->e
        ```

        ## 3 Their questions (required)

        ```flow
        st=>start: Start
        a=>operation: What would you ask us?
        e=>end
        st->a->e
        ```
        """;

    private readonly int _port = Playground.FreePort();

    private Dictionary<string, string> Anonymous =>
        new() { ["Teams__Anonymous"] = "true", ["Teams__PlaygroundUrl"] = $"http://localhost:{_port}/_connector" };

    [Fact]
    public async Task By_clicks_from_the_greeting_to_the_sent_scorecard()
    {
        await using var guides = new GuideFolderOf(Guide);
        await using var bot = new BotProcess(guides.Path, settings: Anonymous);
        await bot.Start();
        await using var playground = await Playground.Start(bot.Address, _port);
        var page = await chromium.NewPage(width: 1280, height: 900);
        var broken = new List<string>();
        page.PageError += (_, error) => broken.Add(error);
        // Its page asks for fonts and animations elsewhere; nothing leaves this machine here.
        await page.RouteAsync(url => !new Uri(url).IsLoopback, route => route.AbortAsync());
        var chat = new PlaygroundPage(page);
        await page.GotoAsync(playground.Address.ToString());

        await Expect(chat.Card).ToContainTextAsync("I sit beside you in interviews");
        await page.GetByLabel("Candidate (may stay empty)").Last.FillAsync("Lin Wei");
        await chat.Press("Start", "Begin");
        await Expect(chat.Card).ToContainTextAsync("Lin Wei");
        await Shot(page, "teams-prepare");

        await chat.Press("Begin", "Tell me about your newest project");
        await chat.Say("+ calm and clear");
        await Expect(chat.Card).ToContainTextAsync("calm and clear");
        await chat.Open("Rate", "3 good");
        await Shot(page, "teams-prompt");
        await chat.Press("3 good", "· 3 good");
        await chat.Press("Next", "What does Redis keep?");
        await chat.Press("Next", "Knows snapshots?");
        await chat.Press(new Regex("^Yes"), "What is lost between two?");
        await chat.Say("knows the gap");
        await Expect(chat.Card).ToContainTextAsync("knows the gap");
        await chat.Press("Next", "What would you ask us?");
        await chat.Open("More", "Finish");
        await chat.Press("Finish", "Nothing is posted until you send your scorecard");
        await Shot(page, "teams-finish");
        await chat.Press(new Regex("^End"), "Scorecard: Lin Wei");
        await chat.Open(new Regex("^Recommendation"), "strong no");
        await chat.Press("yes", "Recommendation: yes");
        await chat.Open(new Regex("^Comment"), "Save");
        await chat.Card.GetByRole(AriaRole.Textbox).Last.FillAsync("Solid, would work with.");
        await chat.Press("Save", "Solid, would work with.");
        await Shot(page, "teams-scorecard");
        await chat.Press("Preview", "Send scorecard");
        await chat.Press("Send scorecard", "Your scorecard is in");
        await Shot(page, "teams-sent");
        Assert.Empty(broken);
    }

    [Fact]
    public async Task By_hand_with_a_channel_a_restart_and_an_old_card()
    {
        await using var guides = new GuideFolderOf(Guide);
        await using var bot = new BotProcess(guides.Path, settings: Anonymous);
        await bot.Start();
        await using var playground = await Playground.Start(bot.Address, _port);
        await using var messages = await PlaygroundMessages.Of(playground);
        var ana = new InTheHand(playground, messages);
        await playground.Install();
        await messages.Card(playground.Chat, "I sit beside you");

        // Said in a channel, with a mention: this channel gets the board, and nothing before Begin.
        await playground.Say(Playground.Channel, "start backend for Lin Wei", mentions: true);
        var (_, prepare) = await messages.Card(playground.Chat, "Lin Wei");
        Assert.Contains("#Announcements", PlaygroundMessages.Text(prepare));
        Assert.Empty(messages.In(Playground.Channel));
        await ana.Press("Lin Wei", "Begin", then: "newest project");
        await messages.Card(Playground.Channel, "Lin Wei");

        await playground.Say("+ clear [x](https://evil.example) **words**");
        await messages.Card(playground.Chat, "clear [x](https://evil.example) **words**");
        var (old, card) = await messages.Card(playground.Chat, "newest project");
        var next = InTheHand.Actions(card).First(a => (string?)a["verb"] == "next");
        await ana.Press("newest project", "Next", then: "What does Redis keep?");

        // The finger was late: the truth comes back and nothing moves.
        var late = await playground.Press(old, next);
        Assert.Contains("What does Redis keep?", PlaygroundMessages.Text(late["value"]));

        await bot.Kill();
        await bot.Start();
        await ana.Press("What does Redis keep?", "Next", then: "Knows snapshots?");
        await ana.Press("Knows snapshots?", "No", then: "What would you ask us?");
        await playground.Say("finish");
        await ana.Press("Nothing is posted until", "End: enough seen", then: "Scorecard: Lin Wei");
        await ana.Press("Scorecard: Lin Wei", "strong yes", then: "Recommendation: strong yes");
        await ana.Press("Scorecard: Lin Wei", "Save", then: "Good at it.", typed: "Good at it.");
        await ana.Press("Scorecard: Lin Wei", "Preview", then: "Send scorecard");
        await ana.Press("Send scorecard", "Send scorecard", then: "Lin Wei");
        await messages.Card(Playground.Channel, "Good at it.");
        // The bot stands behind its card: one in the chat all along, beside the greeting and the answer to "finish".
        Assert.Equal(
            2,
            messages
                .In(playground.Chat)
                .Count(m =>
                    PlaygroundMessages.CardOf(m.Message) is { } shown
                    && !PlaygroundMessages.Text(shown).Contains("did: finish", StringComparison.Ordinal)
                )
        );
    }

    [Theory]
    [InlineData("Hello", "I sit beside you")]
    [InlineData("start", "candidate not named yet")]
    public async Task A_first_word_gets_a_card(string word, string card)
    {
        await using var guides = new GuideFolderOf(Guide);
        await using var bot = new BotProcess(guides.Path, settings: Anonymous);
        await bot.Start();
        await using var playground = await Playground.Start(bot.Address, _port);
        await using var messages = await PlaygroundMessages.Of(playground);
        await playground.Say(word);
        await messages.Card(playground.Chat, card);
        await playground.Say("help");
        await messages.Said(playground.Chat, "jump");
        // In a group somebody may read who should not.
        await playground.Say(playground.Group, "start backend for Secret Name", mentions: true);
        await messages.Said(playground.Group, "group chats");
        Assert.DoesNotContain(
            "Secret",
            string.Concat(messages.In(playground.Group).Select(m => m.Message.ToJsonString()))
        );
    }

    private static async Task Shot(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("SHOTS") is { Length: > 0 } folder)
            await page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}.png") });
    }

    /// <summary>One guide in a folder of its own.</summary>
    private sealed class GuideFolderOf : IAsyncDisposable
    {
        private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("guides-");

        public GuideFolderOf(string text) => File.WriteAllText(System.IO.Path.Combine(Path, "backend.md"), text);

        public string Path => _folder.FullName;

        public ValueTask DisposeAsync()
        {
            _folder.Delete(true);
            return ValueTask.CompletedTask;
        }
    }
}
