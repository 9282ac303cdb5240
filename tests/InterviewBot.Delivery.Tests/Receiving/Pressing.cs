using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Tests.Kit;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Tests.Receiving;

public sealed class Pressing : ReceptionTest
{
    [Fact]
    public async Task A_press_moves_without_a_word()
    {
        var interview = await Desk.Begun();
        var reply = await Desk.Presses(new Press(interview.Id, Presses.Verbs.Next, interview.Step));
        Assert.Equal((true, null, null), (reply.Accepted, reply.Text, reply.Card));
        Assert.NotEqual(interview.Spot, (await Desk.Current()).Spot);
    }

    [Fact]
    public async Task A_late_press_on_an_old_card_changes_nothing_and_hears_the_truth()
    {
        var interview = await Desk.Begun();
        var press = new Press(interview.Id, Presses.Verbs.Next, interview.Step);
        await Desk.Presses(press);
        var after = await Desk.Current();
        var reply = await Desk.Presses(press);
        Assert.Equal("That button is from an old card: the interview has moved on.", reply.Text);
        Assert.Equal(after.Seq, (await Desk.Current()).Seq);
    }

    [Fact]
    public async Task Somebody_else_is_turned_away_and_hears_nothing_of_it()
    {
        var interview = await Desk.Begun();
        var move = await Desk.Presses(new Press(interview.Id, Presses.Verbs.Next, interview.Step), FrontDesk.Bo);
        var ask = await Desk.Presses(new Press(interview.Id, Presses.Verbs.Ask, null, "History"), FrontDesk.Bo);
        Assert.Equal("This interview belongs to someone else.", move.Text);
        Assert.Equal("This interview belongs to someone else.", ask.Text);
        Assert.Equal(interview.Seq, (await Desk.Current()).Seq);
    }

    [Theory]
    [InlineData("no-such-verb")]
    [InlineData("pick")]
    public async Task A_press_that_means_nothing_is_answered(string verb)
    {
        var interview = await Desk.Begun();
        Assert.NotNull((await Desk.Presses(new Press(interview.Id, verb))).Text);
        Assert.Equal(interview.Seq, (await Desk.Current()).Seq);
    }

    [Fact]
    public async Task The_board_goes_to_channels_only()
    {
        var interview = await Desk.Prepared();
        var press = new Press(interview.Id, Presses.Verbs.Channel, null, "fake:local");
        Assert.Equal("I know no hiring channel of that name.", (await Desk.Presses(press, text: "dm-bo")).Text);
        Assert.Null((await Desk.Presses(press, text: "other-hiring")).Text);
        Assert.Equal("other-hiring", (await Desk.Current()).Channel!.Conversation);
    }

    [Fact]
    public async Task A_press_for_a_stream_that_is_not_there_is_answered()
    {
        var reply = await Desk.Presses(new Press(new StreamId(12345), Presses.Verbs.Next, 1));
        Assert.Equal("That interview is not there any more.", reply.Text);
        Assert.Empty(Log.Streams);
    }

    [Fact]
    public async Task A_question_on_the_card_is_answered_privately()
    {
        var interview = await Desk.Begun();
        var reply = await Desk.Presses(new Press(interview.Id, Presses.Verbs.Ask, null, "Status"));
        Assert.Contains("Lin", reply.Text, StringComparison.Ordinal);
    }
}
