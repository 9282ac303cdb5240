using System.Collections.Immutable;
using System.Text.Json;
using CsCheck;
using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Cards;
using InterviewBot.Slack.Modals;
using InterviewBot.Slack.Tests.Loopback;
using InterviewBot.Slack.Texts;

namespace InterviewBot.Slack.Tests.Cards;

public sealed class HoldingTheLimits
{
    private const string Evil = "<!channel> <https://evil|ok> & *x*";
    private static readonly StreamId Stream = new(640_000_000_000_000_001);
    private static readonly CardSource Source = new(Stream, "prompt");

    [Fact]
    public void A_candidate_with_an_evil_name_is_shown_literally_and_notifies_nobody()
    {
        var message = Render(Card(Evil, [new SayLine(Evil, "en"), new TextLine(Evil), new ItemList(Evil, [Evil])], []));
        Assert.Equal("&lt;!channel&gt; &lt;https://evil|ok&gt; &amp; *\u200Bx*\u200B", message.Text);
        var json = JsonSerializer.Serialize(message.Blocks, Approved.Compact);
        Assert.Contains(JsonSerializer.Serialize(Evil, Approved.Compact), json, StringComparison.Ordinal);
        Assert.DoesNotContain("mrkdwn", json, StringComparison.Ordinal);
        Assert.DoesNotContain("\"broadcast\"", json, StringComparison.Ordinal);
    }

    [Fact]
    public void A_question_of_five_thousand_characters_is_shortened_and_can_be_shown_whole()
    {
        var question = string.Concat(Enumerable.Repeat("为什么？Redis 🚀 ", 385));
        var card = Card(question, [new SayLine(question, "zh-CN"), new TextLine("kurz")], [Next]);
        var message = Render(card);
        Assert.Contains("\"all\"", JsonSerializer.Serialize(message.Blocks), StringComparison.Ordinal);
        var whole = CardModals.Whole(card, SlackTexts.In("zh-CN"));
        Assert.Empty(BlockRules.OfView(JsonSerializer.SerializeToElement(whole)));
        var shown = string.Concat(Texts(JsonSerializer.SerializeToElement(whole.AsObject()["blocks"])));
        Assert.Contains(question.TrimEnd(), shown, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hundred_and_twenty_topics_are_opened_by_a_button_and_all_of_them_can_be_chosen()
    {
        var menu = new MenuAction("jump", "Jump", [.. Enumerable.Range(1, 120).Select(Topic)]);
        var message = Render(Card("q", [new SayLine("q", "en")], [Next, menu]));
        Assert.Contains($"{Source.Code("jump")}", JsonSerializer.Serialize(message.Blocks), StringComparison.Ordinal);
        var modal = JsonSerializer.SerializeToElement(CardModals.List(menu, "D1", SlackTexts.In("en")));
        Assert.Empty(BlockRules.OfView(modal));
        var values = modal.GetRawText().Split("\"value\":").Skip(1).Select(v => v.Split('"')[1]).ToList();
        Assert.Equal(menu.Options.Select(ActionElements.OptionCode), values);
        Assert.Equal(120, values.Distinct().Count());
    }

    [Fact]
    public void A_form_of_a_hundred_and_twenty_ratings_is_opened_by_a_button_page_by_page()
    {
        var fields = Enumerable.Range(1, 120).Select(n => (CardPart)Rating(n)).Append(Comment(new string('x', 3_900)));
        var card = Card("f", [.. fields], [Next]);
        Render(card);
        var pages = Enumerable
            .Range(0, 4)
            .Select(p => JsonSerializer.SerializeToElement(CardModals.Form(card, Source, p, "D1", SlackTexts.In("en"))))
            .ToList();
        Assert.All(pages, page => Assert.Empty(BlockRules.OfView(page)));
        Assert.Equal(120, pages.Sum(p => p.GetRawText().Split("\"static_select\"").Length - 1));
        Assert.Contains(pages, p => p.GetRawText().Split("plain_text_input").Length - 1 == 2);
    }

    [Fact]
    public void A_long_comment_goes_on_in_a_second_input()
    {
        var text = string.Concat(Enumerable.Repeat("很好🚀", 900));
        var modal = JsonSerializer.SerializeToElement(LineModal.ForField(Comment(text), "D1", SlackTexts.In("zh-CN")));
        Assert.Empty(BlockRules.OfView(modal));
        var values = modal
            .GetProperty("blocks")
            .EnumerateArray()
            .Select(b => b.GetProperty("element"))
            .Where(e => e.TryGetProperty("initial_value", out _))
            .Select(e => e.GetProperty("initial_value").GetString());
        Assert.Equal(text, string.Concat(values));
    }

    [Fact]
    public void Any_card_fits() =>
        AnyCard.Sample(
            card =>
            {
                foreach (var tightest in new[] { false, true })
                {
                    var message = CardMessage.Of(new Drawing.Shown(card), Source, tightest);
                    Assert.Empty(BlockRules.OfMessage(JsonSerializer.SerializeToElement(message.Blocks), message.Text));
                }
                var texts = SlackTexts.In(card.Language);
                Assert.Empty(BlockRules.OfView(JsonSerializer.SerializeToElement(CardModals.Whole(card, texts))));
                Assert.Empty(
                    BlockRules.OfView(JsonSerializer.SerializeToElement(CardModals.Form(card, Source, 0, "D1", texts)))
                );
            },
            iter: 200,
            print: card => $"{card.Parts.Length} parts, {card.Actions.Length} actions"
        );

    [Fact]
    public void Any_line_fits() =>
        AnyText.Sample(
            text =>
            {
                var message = CardMessage.Of(new Drawing.Line(text, "en"), null);
                Assert.Empty(BlockRules.OfMessage(JsonSerializer.SerializeToElement(message.Blocks), message.Text));
            },
            print: text => $"{text.Length} units"
        );

    [Fact]
    public void What_was_escaped_reads_back() =>
        AnyText.Sample(text =>
            Assert.Equal(
                text.Replace("\u200B", "").Trim(),
                Mrkdwn.Unescape(Mrkdwn.Escape(text), "UBOT").Replace("\u200B", "").Trim()
            )
        );

    [Theory]
    [InlineData("hi &amp; bye", "hi & bye")]
    [InlineData("&amp;lt;", "&lt;")]
    [InlineData("<@UBOT> help", "help")]
    [InlineData("ask <@U2|lin> in <#C1|hiring>", "ask @lin in #hiring")]
    [InlineData("<https://x.example|the page> and <https://y.example>", "the page and https://y.example")]
    [InlineData("<!here> &lt;b&gt;", "@here <b>")]
    [InlineData("<mailto:a@b.example|a@b.example>", "a@b.example")]
    public void What_people_type_reads_as_they_see_it(string sent, string read) =>
        Assert.Equal(read, Mrkdwn.Unescape(sent, "UBOT"));

    private static readonly ButtonAction Next = new("Next", new Press(Stream, "next", 3), ButtonStyle.Primary);

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[0, 40],
        Gen.Const(Evil),
        Gen.Int[0, 6_000].Select(n => string.Concat(Enumerable.Repeat("é👩‍👩‍👧面 ", n / 8))),
        Gen.Int[0, 5_000].Select(n => new string('&', n)),
        Gen.Int[0, 5_000].Select(n => string.Concat(Enumerable.Repeat("\u0301", n)))
    );

    private static readonly Gen<Press> AnyPress = Gen.Select(AnyText, Gen.Int[0, 100])
        .Select((argument, step) => new Press(Stream, "jump", step, argument));

    private static readonly Gen<MenuOption> AnyOption = Gen.Select(AnyText, AnyPress, AnyText.Null(), AnyText.Null())
        .Select((label, press, group, detail) => new MenuOption(label, press, group, detail));

    private static readonly Gen<CardAction> AnyAction = Gen.OneOf(
        Gen.Select(AnyText, AnyPress, AnyText.Null())
            .Select((l, p, d) => (CardAction)new ButtonAction(l, p, ButtonStyle.Danger, d)),
        Gen.Select(AnyText, AnyOption.Array[0, 130]).Select((l, o) => (CardAction)new MenuAction("m", l, [.. o]))
    );

    private static readonly Gen<CardPart> AnyPart = Gen.OneOf(
        AnyText.Select(t => (CardPart)new SayLine(t, "en")),
        Gen.Select(AnyText, Gen.Enum<Tone>()).Select((t, tone) => (CardPart)new TextLine(t, tone)),
        Gen.Select(AnyText.Null(), AnyText.Array[0, 80], Gen.Bool)
            .Select((l, i, n) => (CardPart)new ItemList(l, [.. i], n)),
        Gen.Select(AnyText, AnyText)
            .Array[0, 30]
            .Select(f => (CardPart)new FactList([.. f.Select(x => new Fact(x.Item1, x.Item2))])),
        Gen.Select(AnyText, AnyText.Array[0, 12], AnyPress)
            .Select(
                (l, o, p) =>
                    (CardPart)new ChoiceField("c", l, [.. o.Select(x => new ChoiceOption(x, x))], o.FirstOrDefault(), p)
            ),
        Gen.Select(AnyText, AnyText, AnyPress).Select((l, v, p) => (CardPart)new TextField("t", l, v, true, 4_000, p)),
        Gen.Select(AnyText, Gen.Bool, AnyPress).Select((l, c, p) => (CardPart)new CheckField("k", l, c, p))
    );

    private static readonly Gen<Card> AnyCard = Gen.Select(
            AnyText,
            Gen.OneOf(Gen.Const("en"), Gen.Const("zh-CN")),
            AnyPart.Array[0, 60],
            AnyAction.Array[0, 8]
        )
        .Select((text, language, parts, actions) => new Card(text, language, [.. parts], [.. actions], 1));

    private static CardMessage Render(Card card)
    {
        var message = CardMessage.Of(new Drawing.Shown(card), Source);
        Assert.Empty(BlockRules.OfMessage(JsonSerializer.SerializeToElement(message.Blocks), message.Text));
        return message;
    }

    private static Card Card(string fallback, ImmutableArray<CardPart> parts, ImmutableArray<CardAction> actions) =>
        new(fallback, "en", parts, actions, 3);

    private static MenuOption Topic(int n) =>
        new(
            $"Topic {n}",
            new Press(Stream, "jump", 3, $"a-rather-long-topic-key-made-of-its-title-number-{n}-and-more"),
            null,
            "2 open"
        );

    private static ChoiceField Rating(int n) =>
        new(
            $"topic-{n}",
            $"Topic {n}",
            [.. Enumerable.Range(0, 5).Select(v => new ChoiceOption(v == 0 ? "" : $"{v}", $"grade {v}"))],
            "",
            new Press(Stream, "rate-topic", null, $"topic-{n}")
        );

    private static TextField Comment(string text) =>
        new("comment", "Comment", text, true, 4_000, new Press(Stream, "comment"));

    private static IEnumerable<string> Texts(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => element
                .EnumerateObject()
                .SelectMany(p =>
                    p.Name == "text" && p.Value.ValueKind == JsonValueKind.String
                        ? [p.Value.GetString()!]
                        : Texts(p.Value)
                ),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Texts),
            _ => [],
        };
}
