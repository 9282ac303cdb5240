using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Tests.Kit;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.State;

namespace InterviewBot.Delivery.Tests.Receiving;

public sealed class StartingInterviews : ReceptionTest
{
    [Theory]
    [InlineData("start backend", null)]
    [InlineData("start Backend Python for Lin Wei", "Lin Wei")]
    [InlineData("start python", null)]
    [InlineData("start", null)]
    [InlineData("开始 backend 面试 林薇", "林薇")]
    public async Task A_guide_is_found_by_name_title_or_part_and_alone_by_nothing(string line, string? candidate)
    {
        var reply = await Desk.Types(line);
        Assert.True(reply.Accepted);
        Assert.Null(reply.Text);
        var interview = await Desk.Current();
        Assert.Equal(
            (Phase.Preparing, "Backend Python", candidate),
            (interview.Phase, interview.GuideTitle, interview.Candidate)
        );
        Assert.Equal(FrontDesk.Dm(FrontDesk.Ana), interview.Dm);
        Assert.Equal((FrontDesk.Hiring, "#hiring"), (interview.Channel, interview.ChannelName));
        await Desk.Shown();
        Assert.Single(Desk.Channel.Messages(FrontDesk.Dm(FrontDesk.Ana)));
        Assert.Empty(Desk.Channel.Messages(FrontDesk.Hiring)); // nothing before Begin
    }

    [Fact]
    public async Task An_unknown_name_is_answered_with_the_nearest_and_starts_nothing()
    {
        var reply = await Desk.Types("start bakend");
        Assert.Contains("backend", reply.Text, StringComparison.Ordinal);
        Assert.Empty(Log.Streams);
    }

    [Fact]
    public async Task Several_that_fit_are_listed()
    {
        Desk.Shelf.With("backend-go", "Backend Go");
        Desk.Shelf.With("frontend", "Frontend");
        Assert.Contains("backend-go", (await Desk.Types("start end")).Text, StringComparison.Ordinal);
        Assert.Contains("frontend", (await Desk.Types("start")).Text, StringComparison.Ordinal);
        Assert.Empty(Log.Streams);
    }

    [Fact]
    public async Task The_same_deed_starts_one_interview_however_often_it_is_delivered()
    {
        await Desk.Types("start backend");
        var first = (await Desk.Current()).Id;
        await Desk.Deliver("start backend", FrontDesk.Ana, Desk.LastMessage);
        Assert.Equal(first, (await Desk.Current()).Id);
        Assert.Single(Log.Streams);

        for (var i = 0; i < 2; i++)
            await Desk.Reception.StartForm(
                FrontDesk.Bo,
                FrontDesk.Dm(FrontDesk.Bo),
                "backend",
                "Lin",
                45,
                "form-1",
                new Cause($"form-1:{i}")
            );
        Assert.Equal(2, Log.Streams.Count);
        Assert.Equal(
            (45, "Lin"),
            ((await Desk.Current(FrontDesk.Bo)).Minutes, (await Desk.Current(FrontDesk.Bo)).Candidate)
        );
    }

    [Fact]
    public async Task Said_in_a_channel_that_channel_is_proposed_and_the_card_goes_to_the_dm()
    {
        var reply = await Desk.TypesInHiring("start backend for Lin");
        Assert.Null(reply.Text);
        var interview = await Desk.Current();
        Assert.Equal((FrontDesk.Hiring, FrontDesk.Dm(FrontDesk.Ana)), (interview.Channel, interview.Dm));
    }

    [Fact]
    public async Task In_a_dm_the_channel_used_last_is_proposed()
    {
        await Desk.Types("start backend");
        var interview = await Desk.Current();
        await Desk.Presses(new Press(interview.Id, Presses.Verbs.Channel, null, "fake:local"), text: "platform-team");
        await Desk.Types("begin");
        await Desk.Types("finish");
        await Desk.Presses(new Press(interview.Id, Presses.Verbs.Finish, null, "enough-seen"));
        await Desk.Types("start backend");
        var next = await Desk.Current();
        Assert.NotEqual(interview.Id, next.Id);
        Assert.Equal("platform-team", next.Channel?.Conversation);
    }

    [Theory]
    [InlineData("hello everybody")]
    [InlineData("next")]
    [InlineData("start with some small talk")]
    [InlineData("candidate Lin is here")]
    [InlineData("list")]
    public async Task Chatter_in_the_hiring_channel_is_neither_answered_nor_stored(string line)
    {
        var before = await Desk.Begun();
        var reply = await Desk.TypesInHiring(line);
        Assert.Equal((true, null, null), (reply.Accepted, reply.Text, reply.Card));
        Assert.Equal(before.Seq, (await Desk.Current()).Seq);
    }

    [Theory]
    [InlineData("help", "next")]
    [InlineData("status", "Lin")]
    [InlineData("start bakend", "backend")]
    public async Task Some_words_in_the_hiring_channel_are_answered_privately(string line, string holds)
    {
        await Desk.Begun();
        Assert.Contains(holds, (await Desk.TypesInHiring(line)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Starting_another_makes_it_current_and_says_which_one_was_paused()
    {
        var first = await Desk.Begun();
        var reply = await Desk.Reception.StartForm(
            FrontDesk.Ana,
            FrontDesk.Dm(FrontDesk.Ana),
            "backend",
            "Bea",
            null,
            "form-2",
            new Cause("form-2")
        );
        Assert.Contains("Bea", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Lin", reply.Text, StringComparison.Ordinal);
        await Desk.Shown();
        Assert.Equal(Phase.Paused, (await Of(first.Id)).Phase);
        Assert.Equal("Bea", (await Desk.Current()).Candidate);
    }

    [Fact]
    public async Task The_switch_card_makes_the_chosen_one_current_again()
    {
        await Desk.Types("start backend for Lin");
        var first = await Desk.Current();
        await Desk.Reception.StartForm(
            FrontDesk.Ana,
            FrontDesk.Dm(FrontDesk.Ana),
            "backend",
            "Bea",
            null,
            "f",
            new Cause("f")
        );
        var card = (await Desk.Types("switch")).Card;
        var button = Assert.IsType<ButtonAction>(card!.Actions[0]);
        await Desk.Presses(button.Press);
        Assert.Equal(first.Id, (await Desk.Current()).Id);
        await Desk.Types("she is early");
        Assert.Equal(["she is early"], Notes(await Desk.Current()));
    }

    private async Task<Interview> Of(StreamId id) =>
        (await Desk.Interviews.View(id, TestContext.Current.CancellationToken))!.Interview;
}
