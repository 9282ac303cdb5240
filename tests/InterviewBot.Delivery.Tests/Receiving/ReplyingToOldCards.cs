using InterviewBot.Delivery.Tests.Kit;

namespace InterviewBot.Delivery.Tests.Receiving;

/// <summary>A reply under the line of an old question is about the question that the line names, however quickly the moves came.</summary>
public sealed class ReplyingToOldCards : ReceptionTest
{
    [Theory]
    [InlineData(1)]
    [InlineData(60)]
    public async Task Each_line_takes_the_replies_to_its_own_question(int secondsBetween)
    {
        await Desk.Begun();
        await Desk.Shown();
        for (var move = 0; move < 3; move++)
        {
            for (var note = 0; note < 3; note++)
                await Desk.Types($"note {note}");
            Desk.Clock.Advance(TimeSpan.FromSeconds(secondsBetween));
            await Desk.Types("next");
            await Desk.Shown();
        }
        var cards = Desk.Channel.Messages(FrontDesk.Dm(FrontDesk.Ana));
        Assert.Equal(4, cards.Count);

        foreach (var line in cards.SkipLast(1))
        {
            await Desk.Types("she added this", thread: line.Ref);
            var now = await Desk.Current();
            var question = now.LivingNotes.Last().Question;
            Assert.NotNull(question);
            Assert.Contains(now.Progress.Passed[question].Words, line.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_card_that_is_left_behind_after_two_moves_takes_them_to_the_question_it_names()
    {
        await Desk.Begun();
        await Desk.Shown();
        for (var note = 0; note < 3; note++)
            await Desk.Types($"note {note}");
        await Desk.Types("next");
        await Desk.Types("next");
        await Desk.Shown();
        var line = Desk.Channel.Messages(FrontDesk.Dm(FrontDesk.Ana))[0];
        await Desk.Types("she added this", thread: line.Ref);
        var now = await Desk.Current();
        Assert.Contains(
            now.Progress.Passed[now.LivingNotes.Last().Question!].Words,
            line.Text,
            StringComparison.Ordinal
        );
    }
}
