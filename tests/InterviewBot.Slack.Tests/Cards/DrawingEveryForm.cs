using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;
using InterviewBot.Slack.Cards;
using InterviewBot.Slack.Home;
using InterviewBot.Slack.Modals;
using InterviewBot.Slack.Tests.Loopback;
using InterviewBot.Slack.Texts;

namespace InterviewBot.Slack.Tests.Cards;

/// <summary>Modals and the home tab, in both languages.</summary>
public sealed class DrawingEveryForm
{
    private static readonly StreamId Stream = new(1001);
    private static readonly CardSource Source = new(Stream, "prompt");
    private static readonly TextField Comment = new(
        "comment",
        "Comment",
        "So far, so good",
        true,
        4_000,
        new Press(Stream, "comment")
    );
    private static readonly MenuAction Menu = new(
        "skip",
        "Skip",
        [
            new MenuOption("Not now", new Press(Stream, "skip", 3, "not-now"), null, "Stays open"),
            new MenuOption("Not now, because…", new Press(Stream, "skip", 3, "not-now"), TextArgument: "Reason"),
        ]
    );

    private static readonly MenuAction Plan = new(
        "plan",
        "Change plan",
        [
            new MenuOption("45 min", new Press(Stream, "minutes", null, "45"), "Length"),
            new MenuOption("60 min", new Press(Stream, "minutes", null, "60"), "Length", "now"),
            .. Enumerable
                .Range(1, 12)
                .Select(n => new MenuOption(
                    $"Leave out: T{n}",
                    new Press(Stream, "plan", null, $"-{n}"),
                    "Topics",
                    "3 min"
                )),
            new MenuOption("Name the candidate", new Press(Stream, "candidate"), "Candidate", null, "Name"),
        ]
    );

    private static readonly ImmutableDictionary<string, Func<SlackTexts, JsonObject>> Views = new Dictionary<
        string,
        Func<SlackTexts, JsonObject>
    >
    {
        ["form-start"] = t => StartModal.Of([Guide("backend", "后端 Backend"), Guide("front", "front")], "C1", t),
        ["form-start-without-guides"] = t => StartModal.Of([], null, t),
        ["form-line"] = t => LineModal.ForOption(new Press(Stream, "skip", 3, "not-now"), "Not now, because…", "D1", t),
        ["form-channel"] = t =>
            LineModal.ForOption(new Press(Stream, "channel", null, "slack:T1"), "Another channel", "D1", t),
        ["form-field"] = t => LineModal.ForField(Comment, "D1", t),
        ["form-list"] = t => CardModals.List(Menu, "D1", t),
        ["form-plan"] = t => PlanModal.Of(Plan, "D1", t),
        ["form-scorecard"] = t => CardModals.Form(Scorecard(), Source, 0, "D1", t),
        ["form-whole"] = t => CardModals.Whole(Scorecard(), t),
        ["home"] = t =>
            HomeView.Of(
                [Row(1, Phase.Running), Row(2, Phase.Preparing), Row(3, Phase.Finished)],
                [Guide("backend", "Backend")],
                t
            ),
        ["home-empty"] = t => HomeView.Of([], [], t),
    }.ToImmutableDictionary();

    public static TheoryData<string, string> Names { get; } =
        new(Views.Keys.Order(StringComparer.Ordinal).SelectMany(name => new[] { (name, "en"), (name, "zh-CN") }));

    [Theory]
    [MemberData(nameof(Names))]
    public void Looks_as_approved(string name, string language)
    {
        var view = Views[name](SlackTexts.In(language));
        Assert.Empty(BlockRules.OfView(JsonSerializer.SerializeToElement(view)));
        Approved.Check($"{name}.{language}.json", view);
    }

    private static Card Scorecard() =>
        new(
            "Scorecard",
            "en",
            [
                new TextLine("Scorecard: Lin Wei", Tone.Title),
                new ChoiceField(
                    "r",
                    "Recommendation",
                    [new("Yes", "yes"), new("No", "no")],
                    "Yes",
                    new Press(Stream, "recommend")
                ),
                new CheckField(
                    "n",
                    "Keep private: knows Redis",
                    true,
                    new Press(Stream, "keep-note", null, "slack:T1:U1:1.2")
                ),
                Comment,
            ],
            [],
            0
        );

    private static ShelvedGuide Guide(string name, string title) =>
        new(new GuideText("h", name, ""), new Guide(name, title, "h", "en", null, 60, []));

    private static ReadRow Row(int id, Phase phase) =>
        new(
            ReadRowKinds.Interview,
            $"{id}",
            new StreamId(id),
            "slack:T1",
            "slack:T1:U1",
            phase.ToString(),
            new InterviewRow("<!here> Lin", "Backend", new StreamId(9), null, null).ToJson(),
            DateTimeOffset.UnixEpoch
        );
}
