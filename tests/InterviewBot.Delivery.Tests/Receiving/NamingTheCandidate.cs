using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;

namespace InterviewBot.Delivery.Tests.Receiving;

public sealed class NamingTheCandidate : ReceptionTest
{
    [Fact]
    public async Task A_sentence_renames_nobody_and_is_kept()
    {
        await Desk.Begun();
        var reply = await Desk.Types("candidate is weak on SQL");
        Assert.Null(reply.Card);
        Assert.Equal("Lin", (await Desk.Current()).Candidate);
        Assert.Equal(["candidate is weak on SQL"], Notes(await Desk.Current()));
    }

    [Fact]
    public async Task Another_name_is_asked_for_and_can_be_taken_back()
    {
        await Desk.Begun();
        var asked = await Desk.Types("candidate Lin Wei");
        Assert.Equal(["Rename to Lin Wei", "Keep as note"], Labels(asked));
        Assert.Equal("Lin", (await Desk.Current()).Candidate);
        Assert.Equal(["candidate Lin Wei"], Notes(await Desk.Current()));

        var renamed = await Desk.Presses(Button(asked, 0));
        Assert.Equal("Lin Wei", (await Desk.Current()).Candidate);
        Assert.Empty(Notes(await Desk.Current()));

        await Desk.Presses(Button(renamed, 0));
        Assert.Equal("Lin", (await Desk.Current()).Candidate);
        var again = await Desk.Presses(Button(renamed, 0));
        Assert.NotNull(again.Refused);
        Assert.Equal("Lin", (await Desk.Current()).Candidate);
    }

    [Fact]
    public async Task Kept_as_a_note_it_stays_one()
    {
        await Desk.Begun();
        var asked = await Desk.Types("candidate Lin Wei");
        await Desk.Presses(Button(asked, 1));
        Assert.Equal("Lin", (await Desk.Current()).Candidate);
        Assert.Equal(["candidate Lin Wei"], Notes(await Desk.Current()));
    }

    [Fact]
    public async Task A_first_name_that_was_a_note_becomes_one()
    {
        await Desk.Types("start backend");
        var named = await Desk.Types("candidate awkward");
        Assert.Equal("awkward", (await Desk.Current()).Candidate);
        Assert.Equal(["It was a note"], Labels(named));
        await Desk.Presses(Button(named, 0));
        Assert.Null((await Desk.Current()).Candidate);
        Assert.Equal(["candidate awkward"], Notes(await Desk.Current()));
    }

    private static Press Button(Reply reply, int at) => ((ButtonAction)reply.Card!.Actions[at]).Press;

    private static IEnumerable<string> Labels(Reply reply) =>
        reply.Card!.Actions.Cast<ButtonAction>().Select(b => b.Label);
}
