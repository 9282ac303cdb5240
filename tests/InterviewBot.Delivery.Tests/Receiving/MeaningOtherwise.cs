using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Delivery.Tests.Kit;
using InterviewBot.Interviews.State;

namespace InterviewBot.Delivery.Tests.Receiving;

/// <summary>What was typed is kept or visibly not kept, with one press to the other meaning.</summary>
public sealed class MeaningOtherwise : ReceptionTest
{
    [Theory]
    [InlineData("pause", Phase.Paused)]
    [InlineData("finish", Phase.Running)]
    [InlineData("previous", Phase.Running)]
    [InlineData("hide", Phase.Running)]
    [InlineData("card", Phase.Running)]
    public async Task Every_word_that_acted_can_have_been_a_note(string word, Phase phase)
    {
        await Desk.Begun();
        await Desk.Types("next");
        var reply = await Desk.Types(word);
        Assert.Equal("did: " + word, reply.Card!.Fallback);
        Assert.Equal(phase, (await Desk.Current()).Phase);

        await Desk.Presses(Button(reply, "It was a note"));
        var now = await Desk.Current();
        Assert.Equal([word], Notes(now));
        Assert.Equal(
            (Phase.Running, false, false, null),
            (now.Phase, now.FinishOpen, now.Hidden, now.Looking?.ToString())
        );
    }

    [Theory]
    [InlineData("join")]
    [InlineData("list")]
    [InlineData("resume")]
    [InlineData("switch")]
    [InlineData("channel")]
    [InlineData("history")]
    [InlineData("status")]
    [InlineData("歷史")]
    public async Task A_word_of_the_trade_can_have_been_a_note(string word)
    {
        await Desk.Begun();
        if (word == "resume")
            await Desk.Types("pause");
        var reply = await Desk.Types(word);
        await Desk.Presses(Button(reply, "It was a note"));
        Assert.Equal([word], Notes(await Desk.Current()));
    }

    [Theory]
    [InlineData("nxet", "Do: next")]
    [InlineData("nex", "Do: next")]
    [InlineData("nextt", "Do: next")]
    [InlineData("finsh", "Do: finish")]
    [InlineData("rtae 3", "Do: rate 3")]
    [InlineData("hisotry", "Do: history")]
    [InlineData("下一提", "Do: 下一题")]
    public async Task A_slip_is_kept_with_one_offer(string slip, string label)
    {
        var began = await Desk.Begun();
        var reply = await Desk.Types(slip);
        Assert.Equal([label, "Keep as note"], Labels(reply));
        Assert.Equal(began.Spot, (await Desk.Current()).Spot);
        Assert.Equal([slip], Notes(await Desk.Current()));
        await Desk.Presses(Button(reply, label));
        Assert.Empty(Notes(await Desk.Current()));
    }

    [Fact]
    public async Task What_a_slip_meant_is_done_once_and_not_after_the_next_move()
    {
        var began = await Desk.Begun();
        var slip = await Desk.Types("nxet");
        await Desk.Presses(Button(slip, "Do: next"));
        var moved = await Desk.Current();
        Assert.NotEqual(began.Spot, moved.Spot);
        await Desk.Presses(Button(slip, "Do: next"));
        Assert.Equal(moved.Spot, (await Desk.Current()).Spot);

        var late = await Desk.Types("nxet");
        await Desk.Types("undo");
        await Desk.Presses(Button(late, "Do: next"));
        Assert.Equal(began.Spot, (await Desk.Current()).Spot);
        Assert.Equal(["nxet"], Notes(await Desk.Current()));
    }

    [Theory]
    [InlineData("text")]
    [InlineData("lists")]
    [InlineData("joins")]
    [InlineData("she knows redis")]
    [InlineData("skip list")]
    [InlineData("cache")]
    public async Task Other_words_are_notes_without_a_question(string note)
    {
        await Desk.Begun();
        Assert.Null((await Desk.Types(note)).Card);
        Assert.Equal([note], Notes(await Desk.Current()));
    }

    [Theory]
    [InlineData("rate")]
    [InlineData("rate 5")]
    public async Task A_rating_without_a_good_number_offers_the_four(string line)
    {
        var began = await Desk.Begun();
        var reply = await Desk.Types(line);
        Assert.Equal(["1 poor", "2 mixed", "3 good", "4 excellent", "Keep as note"], Labels(reply));
        await Desk.Presses(Button(reply, "3 good"));
        var now = await Desk.Current();
        Assert.Equal(3, now.Progress.Ratings[began.Spot.Question!]);
        Assert.Empty(Notes(now));
    }

    [Fact]
    public async Task A_pick_without_a_list_is_told()
    {
        await Desk.Begun();
        Assert.Contains("no list", (await Desk.Types("pick 1")).Card!.Fallback, StringComparison.Ordinal);
        Assert.Equal(["pick 1"], Notes(await Desk.Current()));
    }

    [Fact]
    public async Task Another_start_while_one_runs_is_offered()
    {
        var first = await Desk.Begun();
        var reply = await Desk.Types("start backend for Axe");
        Assert.Equal(first.Id, (await Desk.Current()).Id);
        await Desk.Presses(Button(reply, "Do: start backend"));
        Assert.Equal("Axe", (await Desk.Current()).Candidate);
    }

    [Fact]
    public async Task With_none_current_a_line_asks_where_it_belongs()
    {
        var paused = await Desk.Begun();
        await Desk.Presses(new Press(paused.Id, Presses.Verbs.Finish, null, "enough-seen"));
        await Desk.Types("start backend for Axe");
        var other = await Desk.Current();
        await Desk.Presses(new Press(other.Id, Presses.Verbs.Cancel, other.Step));

        var asked = await Desk.Types("she asked about the team");
        Assert.StartsWith("Not kept yet", asked.Card!.Fallback, StringComparison.Ordinal);
        await Desk.Presses(((ButtonAction)asked.Card.Actions[0]).Press);
        var now = await Desk.Current();
        Assert.Equal(paused.Id, now.Id);
        Assert.Equal(["she asked about the team"], Notes(now));
    }

    [Fact]
    public async Task After_sending_a_line_can_be_added()
    {
        var sent = await Desk.Begun();
        foreach (
            var press in new[]
            {
                new Press(sent.Id, Presses.Verbs.Finish, null, "enough-seen"),
                new Press(sent.Id, Presses.Verbs.Recommend),
                new Press(sent.Id, Presses.Verbs.Preview, null, "open"),
                new Press(sent.Id, Presses.Verbs.Submit),
            }
        )
            await Desk.Presses(press, value: press.Verb == Presses.Verbs.Recommend ? "Yes" : null);
        var asked = await Desk.Types("forgot: knows Kafka");
        await Desk.Presses(((ButtonAction)asked.Card!.Actions[0]).Press);
        var now = (await Desk.Interviews.View(sent.Id, TestContext.Current.CancellationToken))!.Interview;
        Assert.Equal((Phase.Submitted, "forgot: knows Kafka"), (now.Phase, Assert.Single(Notes(now))));
    }

    [Theory]
    [InlineData("下一題")]
    [InlineData("評分 3")]
    [InlineData("暫停")]
    [InlineData("結束")]
    public async Task Traditional_words_act(string word)
    {
        await Desk.Begun();
        Assert.NotNull((await Desk.Types(word)).Card);
        Assert.Empty(Notes(await Desk.Current()));
    }

    private static Press Button(Reply reply, string label) =>
        reply.Card!.Actions.OfType<ButtonAction>().Single(b => b.Label == label).Press;

    private static IEnumerable<string> Labels(Reply reply) =>
        reply.Card!.Actions.Cast<ButtonAction>().Select(b => b.Label);
}
