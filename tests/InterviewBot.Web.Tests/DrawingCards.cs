using System.Collections.Immutable;
using InterviewBot.Conversation.Cards;
using InterviewBot.Web.Page;
using InterviewBot.Web.Tests.Fakes;
using Xunit;

namespace InterviewBot.Web.Tests;

public sealed class DrawingCards
{
    private static readonly Press Any = SampleCards.On("any", "a");

    [Fact]
    public async Task The_line_to_say_is_the_heading_in_its_own_language() =>
        Assert.Contains(
            "<h3 class=\"say\" lang=\"zh-CN\">数据还剩下什么？</h3>",
            await Page(new SayLine("数据还剩下什么？", "zh-CN"))
        );

    [Fact]
    public async Task Without_a_line_to_say_the_title_is_the_heading() =>
        Assert.Contains("<h3 class=\"title\">Scorecard</h3>", await Page(new TextLine("Scorecard", Tone.Title)));

    [Theory]
    [InlineData(Tone.Normal, "<p class=\"text\">words</p>")]
    [InlineData(Tone.Small, "<p class=\"small\">words</p>")]
    [InlineData(Tone.Notice, "<p class=\"notice\">words</p>")]
    public async Task Each_tone_has_its_look(Tone tone, string html) =>
        Assert.Contains(html, await Page(new TextLine("words", tone)));

    [Fact]
    public async Task Lists_are_lists()
    {
        var page = await Page(new ItemList("Listen for", ["a", "b"]), new ItemList(null, ["first", "second"], true));
        Assert.Contains("<p class=\"items-label\">Listen for</p>", page);
        Assert.Equal(4, page.Split("<li>a</li>|<li>b</li>|<li>first</li>|<li>second</li>".Split('|'), 0).Length - 1);
        Assert.Matches("<ol>\\s*<li>first", page);
    }

    [Fact]
    public void Leaving_out_and_taking_in_a_topic_are_the_same_control() =>
        Assert.Equal(
            PressAttributes.Key(SampleCards.On(Presses.Verbs.Plan, "+2.1")),
            PressAttributes.Key(SampleCards.On(Presses.Verbs.Plan, "-2.1"))
        );

    [Fact]
    public async Task Facts_have_labels() =>
        Assert.Matches("<dt>Yes</dt>\\s*<dd>3 questions</dd>", await Page(new FactList([new("Yes", "3 questions")])));

    [Fact]
    public async Task Few_values_are_radio_buttons_and_the_chosen_one_is_checked()
    {
        var page = await Page(
            new ChoiceField("r", "Recommendation", [new("yes", "Yes", "would hire"), new("no", "No")], "no", Any)
        );
        Assert.Contains("<legend>Recommendation</legend>", page);
        Assert.Matches("<input type=\"radio\"[^>]*value=\"yes\"(?![^>]*checked)[^>]*>", page);
        Assert.Matches("<input type=\"radio\"[^>]*value=\"no\"[^>]*checked[^>]*>", page);
        Assert.Contains("<small>would hire</small>", page);
    }

    [Fact]
    public async Task Many_values_are_a_select() =>
        Assert.Matches(
            "<label for=\"f-\\d+-t\">Topic</label>\\s*<select id=\"f-\\d+-t\"[^>]*>[\\s\\S]*?<option value=\"v7\" selected>L7</option>",
            await Page(
                new ChoiceField(
                    "t",
                    "Topic",
                    [.. Enumerable.Range(1, 9).Select(n => new ChoiceOption($"v{n}", $"L{n}"))],
                    "v7",
                    Any
                )
            )
        );

    [Fact]
    public async Task Text_fields_keep_line_breaks_at_their_beginning_and_their_limit()
    {
        var page = await Page(
            new TextField("c", "Comment", "\nfirst was empty", true, 900, Any),
            new TextField("h", "Headline", "say \"hi\"", false, 80, Any)
        );
        Assert.Matches(
            "<textarea[^>]*maxlength=\"900\"[^>]*>\n\nfirst was empty</textarea>",
            page.Replace("&#xA;", "\n")
        );
        Assert.Matches("<input[^>]*type=\"text\" value=\"say &quot;hi&quot;\" maxlength=\"80\"", page);
    }

    [Fact]
    public async Task A_check_field_is_a_check_box() =>
        Assert.Matches(
            "<input type=\"checkbox\" checked[^>]*>\\s*<span>Keep private</span>",
            await Page(new CheckField("k", "Keep private", true, Any))
        );

    [Fact]
    public async Task Buttons_carry_their_press_and_say_what_they_do()
    {
        var page = await Page(
            [],
            new ButtonAction("Next", SampleCards.On("next", null, 7), ButtonStyle.Primary, "On to the next question"),
            new ButtonAction("Reopen", SampleCards.On("reopen"), ButtonStyle.Danger)
        );
        Assert.Contains(
            "data-press=\"{&quot;stream&quot;:&quot;77001&quot;,&quot;verb&quot;:&quot;next&quot;,&quot;step&quot;:7}\"",
            page
        );
        Assert.Contains("aria-description=\"On to the next question\"", page);
        Assert.Matches("<button type=\"button\" class=\"danger\"[^>]*>Reopen</button>", page);
    }

    [Fact]
    public async Task A_menu_is_buttons_in_groups_and_asks_for_a_line_in_place()
    {
        var page = await Page([], SampleCards.JumpMenu, SampleCards.MoreMenu);
        Assert.Matches("<button [^>]*popovertarget=\"menu-\\d+-jump\"", page);
        Assert.Matches("<div [^>]*id=\"menu-\\d+-jump\" popover[^>]*role=\"group\"", page);
        Assert.Equal(2, page.Split("<p class=\"menu-group\"").Length - 1);
        Assert.Contains("<small>10 min, 4 open</small>", page);
        Assert.Matches(
            "<form method=\"post\" action=\"/\" class=\"asked\" hidden>\\s*<label>Why is it left out\\?",
            page
        );
    }

    [Fact]
    public async Task A_card_left_behind_is_one_quiet_line()
    {
        await using var host = await ChatHost.Start();
        await host.Post("dm-interviewer", new Drawing.Line("What expires? · 4 excellent", "en"));
        var page = await host.Page();
        Assert.Contains("<p class=\"line\" lang=\"en\">What expires? · 4 excellent</p>", page);
        Assert.DoesNotContain("class=\"actions\"", page);
    }

    [Fact]
    public async Task A_card_of_a_newer_release_is_told_so()
    {
        await using var host = await ChatHost.Start();
        await host.Post("dm-interviewer", SampleCards.Fork);
        await host.Messages.Change(host.Messages.All[0].Id, "{\"$drawing\":\"hologram\"}", null, null, true);
        Assert.Contains("made by a newer version", await host.Page());
    }

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("\"><img src=x onerror=alert(1)>")]
    [InlineData("'><svg onload=alert(1)>")]
    [InlineData("{{constructor.constructor('alert(1)')()}}</textarea></select></template><img onerror=alert(1)>")]
    public async Task No_text_becomes_markup_wherever_it_stands(string evil)
    {
        var press = new Press(SampleCards.Interview, evil, 1, evil);
        var card = new Card(
            evil,
            "en",
            [
                new SayLine(evil, "en"),
                new TextLine(evil),
                new ItemList(evil, [evil]),
                new FactList([new(evil, evil)]),
                new ChoiceField("c", evil, [new(evil, evil, evil)], null, press),
                new ChoiceField("d", evil, [.. Enumerable.Repeat(new ChoiceOption(evil, evil, evil), 8)], null, press),
                new TextField("t", evil, evil, true, 100, press),
                new TextField("u", evil, evil, false, 100, press),
                new CheckField("k", evil, false, press),
            ],
            [
                new ButtonAction(evil, press, ButtonStyle.Default, evil),
                new MenuAction("m", evil, [new(evil, press, evil, evil, evil)]),
            ],
            1
        );
        await using var host = await ChatHost.Start();
        await host.Post("dm-interviewer", card);
        await host.Post("dm-interviewer", new Drawing.Line(evil, "en"), "line");
        await host.Note("dm-interviewer", "interviewer", evil);
        host.Reception.Answer = _ => Task.FromResult(new Delivery.Receiving.Reply(true, evil, card));
        using var client = new ChatClient(host.Address);

        var plain = await Page(new TextLine("nothing"));
        var page = await host.Page();
        var answer = await ChatClient.Html(await client.Say("interviewer", evil));
        foreach (var html in new[] { page, answer })
        {
            Assert.DoesNotContain("<img src=x", html);
            Assert.DoesNotContain("<img onerror", html);
            Assert.DoesNotContain("<svg", html);
            Assert.DoesNotContain("<script>", html);
        }
        // The page's own module is the only script there is.
        Assert.Equal(plain.Split("<script").Length, page.Split("<script").Length);
    }

    [Theory]
    [InlineData("see https://example.org/a?b=1&c=2.", "href=\"https://example.org/a?b=1&amp;c=2\"")]
    [InlineData("见 http://例子.example 与 https://example.org/x。好", "href=\"https://example.org/x\"")]
    [InlineData("(https://example.org/y)", "href=\"https://example.org/y\"")]
    public async Task Web_addresses_become_links(string text, string link) =>
        Assert.Contains(link, await Page(new TextLine(text)));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,hi")]
    [InlineData("file:///etc/passwd")]
    [InlineData("xhttps://example.org")]
    public async Task Nothing_else_becomes_a_link(string text) =>
        Assert.DoesNotContain("target=\"_blank\"", await Page(new TextLine(text)));

    private static Task<string> Page(params CardPart[] parts) => Page([.. parts], new ButtonAction("Go", Any));

    private static async Task<string> Page(ImmutableArray<CardPart> parts, params CardAction[] actions)
    {
        await using var host = await ChatHost.Start();
        await host.Post("dm-interviewer", new Card("fallback", "en", parts, [.. actions], 1));
        return await host.Page();
    }
}
