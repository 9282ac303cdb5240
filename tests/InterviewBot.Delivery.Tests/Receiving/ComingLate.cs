using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Delivery.Tests.Kit;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Tests.Receiving;

/// <summary>Lines that arrive long after they were typed: delivered again, or read from the history of a platform.</summary>
public sealed class ComingLate : ReceptionTest
{
    [Fact]
    public async Task A_rating_typed_before_the_last_move_rates_nothing()
    {
        var began = await Desk.Begun();
        var typedAt = Desk.Clock.GetUtcNow();
        await Desk.Presses(new Press(began.Id, Presses.Verbs.Next, began.Step));
        var reply = await Desk.Reception.Typed(Line("rate 1", typedAt));
        Assert.Equal(Refusal.TooLate, reply.Refused);
        Assert.Empty((await Desk.Current()).Progress.Ratings);
    }

    [Theory]
    [InlineData("next", "next")]
    [InlineData("finish", "finish")]
    [InlineData("hide", "hide")]
    public async Task A_command_from_the_history_is_told_and_not_carried_out(string text, string word)
    {
        var began = await Desk.Begun();
        var reply = await Desk.Reception.Typed(Line(text, Desk.Clock.GetUtcNow()) with { CameLate = true });
        Assert.Null(reply.Text);
        Assert.Equal(word, reply.Late?.Word);
        Assert.Equal(began.Step, (await Desk.Current()).Step);
        Assert.False((await Desk.Current()).Hidden);
    }

    [Fact]
    public async Task A_line_from_the_history_is_a_note_once_and_keeps_its_time()
    {
        await Desk.Begun();
        var line = Line("only snapshots", Desk.Clock.GetUtcNow()) with { CameLate = true };
        Desk.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Null((await Desk.Reception.Typed(line)).Late);
        await Desk.Reception.Typed(line);
        var note = Assert.Single((await Desk.Current()).LivingNotes);
        Assert.Equal((line.Text, line.SaidAt), (note.Text, note.SaidAt));
    }

    [Fact]
    public async Task A_line_older_than_the_current_interview_is_not_its_note()
    {
        var before = Desk.Clock.GetUtcNow();
        await Desk.Begun();
        var reply = await Desk.Reception.Typed(Line("meant for another", before) with { CameLate = true });
        Assert.Equal(new LateLine(null), reply.Late);
        Assert.Empty((await Desk.Current()).LivingNotes);
    }

    [Fact]
    public async Task A_command_that_was_carried_out_before_is_not_told()
    {
        await Desk.Begun();
        await Desk.Types("next");
        var known = new TypedLine(
            FrontDesk.Ana,
            FrontDesk.Dm(FrontDesk.Ana),
            true,
            Desk.LastMessage,
            "next",
            Desk.Clock.GetUtcNow(),
            null,
            false,
            new Cause($"{FrontDesk.Dm(FrontDesk.Ana)}:{Desk.LastMessage}")
        )
        {
            CameLate = true,
        };
        Assert.Null((await Desk.Reception.Typed(known)).Late);
    }

    private static TypedLine Line(string text, DateTimeOffset saidAt) =>
        new(
            FrontDesk.Ana,
            FrontDesk.Dm(FrontDesk.Ana),
            true,
            "late",
            text,
            saidAt,
            null,
            false,
            new Cause($"{FrontDesk.Dm(FrontDesk.Ana)}:late")
        );
}
