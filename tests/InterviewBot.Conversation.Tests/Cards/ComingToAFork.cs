using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Interviews.Commands;
using Xunit;

namespace InterviewBot.Conversation.Tests.Cards;

public sealed class ComingToAFork
{
    [Fact]
    public void It_says_where_each_answer_leads()
    {
        var texts = Reading.Texts(Sitting.In("en", "2.2").Next(3).Card()).ToList();
        Assert.Contains("Yes: 3 questions, 9 min, first “What is a sorted set made of inside”", texts);
        Assert.Contains("No: on to Introduction, 3 min", texts);
        Assert.Contains("your call", texts);
    }

    [Fact]
    public void A_question_to_the_candidate_is_said_and_needs_no_judgement()
    {
        var card = Sitting.In("en", "2.1").Next(2).Card();
        Assert.Contains(new SayLine("Have you worked with XML?", "en"), card.Parts);
        Assert.Contains("ask the candidate", Reading.Texts(card));
        Assert.Equal(["Yes", "No"], Reading.Labels(card).Take(2));
    }

    [Theory]
    [InlineData("en", "Yes", "No")]
    [InlineData("zh-CN", "是", "否")]
    public void Its_buttons_begin_with_yes_and_no(string language, string yes, string no)
    {
        foreach (var (topic, questions, ways) in new[] { ("2.1", 2, 2), ("2.2", 3, 2), ("2.3", 1, 3) })
        {
            var buttons = Sitting
                .In(language, topic)
                .Next(questions)
                .Card()
                .Actions.OfType<ButtonAction>()
                .Where(b => b.Press.Verb == Presses.Verbs.Fork)
                .ToList();
            Assert.Equal(ways, buttons.Count);
            Assert.StartsWith(yes, buttons[0].Label, StringComparison.Ordinal);
            Assert.All(buttons.Skip(1), b => Assert.StartsWith(no, b.Label, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void Forks_in_a_row_are_answered_together()
    {
        var sitting = Sitting.In("en", "2.3").Next();
        var press = Reading.Button(sitting.Card(), "No, then yes");
        var answer = Assert.IsType<AnswerFork>(Presses.Read(press, null, null));
        Assert.Equal([false, true], answer.Answers);
        Assert.Equal("2.3/1/op3", sitting.Do(answer).OnCard.ToString());
    }

    [Fact]
    public void On_the_interviewers_own_call_what_is_rated_is_the_question_just_asked()
    {
        var sitting = Sitting.In("en", "2.2").Next(3);
        var rate = Reading.Menu(sitting.Card(), "rate").Options[3];
        Assert.Equal("“What happens when memory is full”", rate.Group);
        sitting.Do(Presses.Read(rate.Press, null, null)!);
        Assert.Contains("4 excellent", Reading.Text(sitting.Card()), StringComparison.Ordinal);
    }
}
