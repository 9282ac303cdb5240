using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Interviews.Commands;
using Xunit;

namespace InterviewBot.Conversation.Tests.Cards;

public sealed class TellingWhatWasAsked
{
    [Theory]
    [InlineData("en", "Everything planned was asked.", "That was the end of the plan.")]
    [InlineData("zh-CN", "计划中的都问完了。", "计划到此走完。")]
    public void Everything_was_asked_only_when_it_was(string language, string everything, string end)
    {
        Assert.Equal(everything, Title(Situations.All["nothing-left"](language)));
        var wrapped = Sitting.In(language, "2.2").Do(new WrapUp(null, null, null));
        while (wrapped.View.Interview.Spot.Question is not null)
            wrapped.Next();
        var card = wrapped.Card();
        Assert.Contains(card.Parts.OfType<TextLine>(), line => line.Text == end);
        Assert.DoesNotContain(card.Parts.OfType<TextLine>(), line => line.Text == everything);
        Assert.NotEmpty(card.Parts.OfType<ItemList>().First(l => l.Label is not null).Items);
    }

    [Fact]
    public void The_history_holds_the_question_on_the_card_once_it_is_noted()
    {
        var sitting = Sitting.In("en", "2.2");
        var words = sitting.View.Interview.Spot.Words.Split('?')[0];
        Assert.DoesNotContain(words, Answers.History(sitting.View), StringComparison.Ordinal);
        Assert.Contains(words, Answers.History(sitting.Note("knows it").View), StringComparison.Ordinal);
    }

    private static string? Title(Drawing drawing) => drawing is Drawing.Shown { Card: var card } ? card.Fallback : null;
}
