using System.Collections.Immutable;
using System.Text.Json;
using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Cards;
using InterviewBot.Slack.Modals;
using InterviewBot.Slack.Tests.Loopback;
using InterviewBot.Slack.Texts;

namespace InterviewBot.Slack.Tests.Cards;

/// <summary>What has no room in a message can be read and chosen elsewhere, whole; nothing that nobody sees comes along.</summary>
public sealed class ShowingAllOfIt
{
    private static readonly StreamId Stream = new(7);
    private static readonly SlackTexts English = SlackTexts.In("en");

    [Fact]
    public void A_long_note_stands_whole_among_everything_on_the_card()
    {
        var note = string.Concat(Enumerable.Range(0, 400).Select(n => $"word{n:000} ")).Trim() + " the end";
        var card = new Card("Summary", "en", [new ItemList("Notes", [note, "a short one"], false)], [], 0);
        var view = JsonSerializer.SerializeToElement(CardModals.Whole(card, English));
        Assert.Empty(BlockRules.OfView(view));
        var shown = string.Concat(
            view.GetProperty("blocks")
                .EnumerateArray()
                .Select(b => b.GetProperty("text").GetProperty("text").GetString())
        );
        Assert.Contains(note, shown, StringComparison.Ordinal);
        Assert.Contains("a short one", shown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(225)]
    [InlineData(600)]
    public void A_menu_of_many_long_names_offers_them_all(int topics)
    {
        var menu = Topics(topics);
        var view = JsonSerializer.SerializeToElement(CardModals.List(menu, "D1", English));
        Assert.Empty(BlockRules.OfView(view));
        var input = view.GetProperty("blocks")[0].GetProperty("element");
        Assert.Equal(topics, Person.Options(input).Count());
    }

    [Fact]
    public void A_plan_of_two_hundred_topics_offers_them_all()
    {
        var options = Topics(200).Options.Select(o => o with { Press = o.Press with { Verb = Presses.Verbs.Plan } });
        var view = JsonSerializer.SerializeToElement(
            PlanModal.Of(Topics(1) with { Options = [.. options] }, "D1", English)
        );
        Assert.Empty(BlockRules.OfView(view));
        var boxes = view.GetProperty("blocks")
            .EnumerateArray()
            .Select(b => b.GetProperty("element"))
            .Where(e => e.GetProperty("type").GetString() == "checkboxes");
        Assert.Equal(200, boxes.Sum(b => b.GetProperty("options").GetArrayLength()));
    }

    [Fact]
    public void What_has_no_room_at_all_is_told()
    {
        var view = CardModals.List(Topics(5_000), "D1", English).ToJsonString();
        Assert.Contains("more than Slack has room for", view, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Jane \u202Eeod", "Jane eod")]
    [InlineData("Jane\u200B Doe\u0007\uFEFF", "Jane Doe")]
    [InlineData("\u202E", "–")]
    [InlineData("\U0001F468\u200D\U0001F4BB types", "\U0001F468\u200D\U0001F4BB types")]
    public void Signs_that_nobody_sees_go_and_joiners_stay(string name, string shown) =>
        Assert.Equal(shown, Clip.To(name, 100));

    private static MenuAction Topics(int count) =>
        new(
            "jump",
            "Jump",
            [
                .. Enumerable
                    .Range(0, count)
                    .Select(n => new MenuOption(
                        $"Topic {n} with a name that is as long as a name of a topic can be made by an author",
                        new Press(Stream, "jump", 3, $"a-topic-with-a-name-that-is-as-long-as-a-name-can-be-{n}"),
                        Detail: "not planned"
                    )),
            ]
        );
}
