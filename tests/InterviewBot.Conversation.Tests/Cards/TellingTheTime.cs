using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Conversation.Words;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.State;
using Xunit;

namespace InterviewBot.Conversation.Tests.Cards;

public sealed class TellingTheTime
{
    [Fact]
    public void When_the_closing_is_due_the_first_line_says_so_until_it_has_begun()
    {
        var sitting = Sitting.In("en", "2.2");
        sitting.Do(new Rang("closing", sitting.Interview.Timers["closing"]), byBot: true);
        Assert.StartsWith("Time for the closing, to end at 15:00", First(sitting), StringComparison.Ordinal);
        sitting.Do(new WrapUp(null, null, null));
        Assert.DoesNotContain("Time for the closing", Reading.Text(sitting.Card()), StringComparison.Ordinal);
    }

    [Fact]
    public void After_the_planned_end_every_card_says_so()
    {
        var sitting = Sitting.In("en", "2.2").After(3600);
        Assert.Equal("The planned end, 15:00, is past.", First(sitting));
        Assert.Equal("The planned end, 15:00, is past.", First(sitting.Do(new Pause())));
    }

    [Fact]
    public void A_plan_that_does_not_fit_and_one_without_the_closing_are_warned_of()
    {
        var sitting = Sitting.Prepared("en");
        Assert.DoesNotContain("The plan takes", Reading.Text(sitting.Card()), StringComparison.Ordinal);
        foreach (var topic in sitting.Interview.Plan.Where(t => !t.Planned).ToList())
            sitting.Do(new PlanTopic(topic.Key, true));
        sitting.Do(new ChangeMinutes(30));
        foreach (var topic in sitting.Interview.Plan.Where(t => !t.Planned).ToList())
            sitting.Do(new PlanTopic(topic.Key, true));
        Assert.Contains(
            "the interview 30: leave something out",
            Reading.Text(sitting.Card()),
            StringComparison.Ordinal
        );
        foreach (var topic in sitting.Interview.Plan.Where(t => t.IsClosing).ToList())
            sitting.Do(new PlanTopic(topic.Key, false));
        Assert.Contains("Not in the plan: ", Reading.Text(sitting.Card()), StringComparison.Ordinal);
    }

    [Fact]
    public void Cancel_asks_first()
    {
        var sitting = Sitting.Prepared("en");
        Assert.Equal(AskKind.Cancel, Presses.Asks(Reading.Button(sitting.Card(), "Cancel")));
        var asks = Answers.Cancel(sitting.View)!;
        sitting.Do(Presses.Read(Reading.Button(asks, "Yes, cancel it"), null, null)!);
        Assert.Equal(Phase.Cancelled, sitting.Interview.Phase);
        Assert.Null(Answers.Cancel(sitting.View));
    }

    [Fact]
    public void With_many_notes_the_preview_is_ordered_and_one_press_keeps_all_private()
    {
        var sitting = Sitting.In("en", "2.2");
        for (var i = 0; i < 12; i++)
            sitting.After(5).Note(i == 7 ? "she is 45" : $"note {i}");
        sitting.Do(new Finish(null));
        Assert.DoesNotContain("All notes", Reading.Labels(sitting.Card()));
        sitting.After(5).Note("and one more");
        Assert.Contains("All notes", Reading.Labels(sitting.Card()));
        sitting.Do(new Recommend(Recommendation.Yes)).Do(new PreviewScorecard(true));
        var card = sitting.Card();
        Assert.Contains(card.Parts.OfType<ItemList>(), l => l.Label == "Look at these before you send");
        Assert.Contains(card.Parts.OfType<TextLine>(), l => l is { Tone: Tone.Title, Text: "No topic" });
        sitting.Do(Presses.Read(Reading.Button(card, "Keep all private"), null, null)!);
        Assert.All(sitting.Interview.LivingNotes, n => Assert.True(n.Private));
        Assert.Contains("Let all in", Reading.Labels(sitting.Card()));
    }

    private static string First(Sitting sitting) => Reading.Texts(sitting.Card()).First();
}
