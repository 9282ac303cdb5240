using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Delivery.Tests.Kit;
using InterviewBot.Interviews.State;

namespace InterviewBot.Delivery.Tests.Receiving;

public sealed class TypingLines : ReceptionTest
{
    [Fact]
    public async Task With_nothing_running_a_line_is_not_stored_and_the_answer_says_so()
    {
        var reply = await Desk.Types("she knows redis well");
        Assert.True(reply.Accepted);
        Assert.StartsWith("No interview is running", reply.Text, StringComparison.Ordinal);
        Assert.Empty(Log.Streams);
    }

    [Fact]
    public async Task A_note_is_kept_silently_on_the_current_interview_under_the_id_of_its_message()
    {
        await Desk.Begun();
        var reply = await Desk.Types("only snapshots");
        Assert.Equal((true, null, null), (reply.Accepted, reply.Text, reply.Card));
        var note = Assert.Single((await Desk.Current()).LivingNotes);
        Assert.Equal(
            ("only snapshots", $"{FrontDesk.Dm(FrontDesk.Ana).Lane}:{Desk.LastMessage}"),
            (note.Text, note.Id)
        );
    }

    [Fact]
    public async Task A_second_delivery_of_a_line_changes_nothing()
    {
        await Desk.Begun();
        await Desk.Types("next");
        var before = await Desk.Current();
        var again = await Desk.Deliver("next", FrontDesk.Ana, Desk.LastMessage);
        Assert.True(again.Accepted);
        Assert.Equal(before.Seq, (await Desk.Current()).Seq);
    }

    [Fact]
    public async Task A_word_that_moved_says_so_and_its_button_makes_it_a_note_after_all()
    {
        var began = await Desk.Begun();
        var reply = await Desk.Types("next");
        Assert.NotNull(reply.Card);
        Assert.Contains("did: next", reply.Card.Fallback, StringComparison.Ordinal);
        var button = Assert.IsType<ButtonAction>(Assert.Single(reply.Card.Actions));
        Assert.NotEqual(began.Spot, (await Desk.Current()).Spot);

        var undone = await Desk.Presses(button.Press);
        Assert.Null(undone.Text);
        var now = await Desk.Current();
        Assert.Equal(began.Spot, now.Spot);
        Assert.Equal(["next"], Notes(now));
    }

    [Fact]
    public async Task The_button_keeps_the_note_even_when_the_interview_has_moved_on()
    {
        await Desk.Begun();
        var reply = await Desk.Types("next");
        await Desk.Types("next");
        var spot = (await Desk.Current()).Spot;
        var answer = await Desk.Presses(((ButtonAction)reply.Card!.Actions[0]).Press);
        Assert.StartsWith("That button is from an old card", answer.Text, StringComparison.Ordinal);
        Assert.Equal(spot, (await Desk.Current()).Spot);
        Assert.Equal(["next"], Notes(await Desk.Current()));
    }

    [Fact]
    public async Task A_word_that_does_not_fit_is_refused_with_a_sentence()
    {
        await Desk.Begun();
        var reply = await Desk.Types("undo");
        Assert.Equal("There is nothing to take back.", reply.Text);
        Assert.Empty((await Desk.Current()).Notes);
    }

    [Fact]
    public async Task An_edit_and_a_deletion_of_the_message_reach_the_note_even_after_a_switch()
    {
        await Desk.Begun();
        await Desk.Types("note one");
        var message = Desk.LastMessage;
        var first = await Desk.Current();
        await Desk.Types("finish");
        await Desk.Presses(new Press(first.Id, Presses.Verbs.Finish, null, "enough-seen"));
        Desk.Shelf.With("frontend", "Frontend");
        await Desk.Types("start frontend for Bea");
        Assert.NotEqual(first.Id, (await Desk.Current()).Id);

        await Desk.Edits(message, "note two");
        Assert.Equal(["note two"], Notes(await Of(first)));
        Assert.Empty((await Desk.Current()).Notes);
        await Desk.Deletes(message);
        Assert.Empty(Notes(await Of(first)));
    }

    [Fact]
    public async Task An_edited_note_never_becomes_a_command()
    {
        var began = await Desk.Begun();
        await Desk.Types("nex");
        await Desk.Edits(Desk.LastMessage, "next");
        Assert.Equal(began.Spot, (await Desk.Current()).Spot);
        Assert.Equal(["next"], Notes(await Desk.Current()));
    }

    [Fact]
    public async Task An_edit_that_overtakes_its_original_is_the_note()
    {
        await Desk.Begun();
        await Desk.Edits("900", "as edited");
        await Desk.Deliver("as typed", FrontDesk.Ana, "900");
        Assert.Equal(["as edited"], Notes(await Desk.Current()));
    }

    [Fact]
    public async Task Files_without_words_are_noted_as_such()
    {
        await Desk.Begun();
        await Desk.Types("", hadFiles: true);
        Assert.True(Assert.Single((await Desk.Current()).LivingNotes).HadFiles);
    }

    [Fact]
    public async Task A_full_queue_is_not_acknowledged()
    {
        await Desk.Begun();
        Log.IsBusy = true;
        var reply = await Desk.Types("a note");
        Assert.False(reply.Accepted);
        Assert.NotNull(reply.Text);
    }

    [Fact]
    public async Task A_defect_is_neither_taken_nor_turned_away_and_tells_a_reference_only()
    {
        await Desk.Begun();
        Log.Throws = true;
        var failure = await Assert.ThrowsAsync<ReceptionFailedException>(() => Desk.Types("a note"));
        Assert.Null(failure.InnerException);
        Assert.DoesNotContain("disk", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("status", "Lin")]
    [InlineData("history", "Nothing was asked")]
    [InlineData("list", "Lin")]
    [InlineData("help", "next")]
    [InlineData("帮助", "next")]
    public async Task Questions_are_answered_and_nothing_is_stored(string word, string holds)
    {
        await Desk.Begun();
        var seq = (await Desk.Current()).Seq;
        var reply = await Desk.Types(word);
        Assert.Contains(holds, reply.Text, StringComparison.Ordinal);
        Assert.Equal(seq, (await Desk.Current()).Seq);
    }

    [Fact]
    public async Task Status_with_nothing_running_lists_what_there_is()
    {
        var reply = await Desk.Types("status");
        Assert.Equal("You have no interviews here.", reply.Text);
    }

    [Fact]
    public async Task A_reply_in_the_thread_of_a_card_left_behind_belongs_to_its_question()
    {
        await Desk.Begun();
        await Desk.Shown();
        var asked = (await Desk.Current()).Spot.Question;
        var old = Desk.Channel.Messages(FrontDesk.Dm(FrontDesk.Ana)).Single().Ref;
        for (var i = 0; i < 3; i++)
            await Desk.Types($"note {i}");
        Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await Desk.Types("next");
        await Desk.Shown();
        Assert.Equal(2, Desk.Channel.Messages(FrontDesk.Dm(FrontDesk.Ana)).Count);

        Desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await Desk.Types("she added this", thread: old);
        var now = await Desk.Current();
        Assert.NotEqual(asked, now.Spot.Question);
        Assert.Equal(asked, now.LivingNotes.Last().Question);
        await Desk.Types("plain", thread: "no-such-message");
        Assert.Equal(now.Spot.Question, (await Desk.Current()).LivingNotes.Last().Question);
    }

    [Fact]
    public async Task A_dead_place_is_said_once_with_the_next_answer()
    {
        var interview = await Desk.Begun();
        Desk.Troubles.Note(FrontDesk.Hiring.Lane, "channel_not_found", [interview.Loop]);
        var reply = await Desk.Types("a note");
        Assert.Contains("channel_not_found", reply.Text, StringComparison.Ordinal);
        Assert.Null((await Desk.Types("another")).Text);
    }

    private async Task<Interview> Of(Interview interview) =>
        (await Desk.Interviews.View(interview.Id, TestContext.Current.CancellationToken))!.Interview;
}
