using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.State;
using Xunit;

namespace InterviewBot.Conversation.Tests.Cards;

public sealed class AnsweringPrivately
{
    [Fact]
    public void Status_says_where_the_interview_stands()
    {
        var status = Answers.Status(Situations.Redis("en").View);
        Assert.StartsWith("Lin Wei · Backend, a sample · interviewing · ends 15:00", status, StringComparison.Ordinal);
        Assert.Contains("Now: Redis", status, StringComparison.Ordinal);
    }

    [Fact]
    public void History_lists_what_was_asked_with_ratings_and_notes()
    {
        var sitting = Sitting.Finished("en");
        var history = Answers.History(sitting.View);
        Assert.Contains(
            "14:04 How data survives a restart RDB/AOF · asked · 4 excellent",
            history,
            StringComparison.Ordinal
        );
        Assert.Contains("asks for a lot of money · private", history, StringComparison.Ordinal);
        sitting.Do(new HideDetails(true));
        Assert.DoesNotContain("excellent", Answers.History(sitting.View), StringComparison.Ordinal);
        Assert.DoesNotContain("money", Answers.History(sitting.View), StringComparison.Ordinal);
        Assert.Equal("还没有提问，也没有记录。", Answers.History(Sitting.Prepared("zh-CN").View));
    }

    [Fact]
    public void Switch_offers_the_other_open_interviews_as_buttons()
    {
        ListedInterview[] mine =
        [
            new(new StreamId(1), "Ann", "Backend", Phase.Running, null, true),
            new(new StreamId(2), "Bo", "Backend", Phase.Paused, null, false),
            new(new StreamId(3), "Cy", "Backend", Phase.Submitted, null, false),
        ];
        var card = Answers.Switch(mine, "UTC", "en");
        Assert.Equal(["Bo · Backend"], Reading.Labels(card));
        Assert.IsType<Resume>(Presses.Read(Reading.Button(card, "Bo · Backend"), null, null));
        Assert.Equal(3, Answers.List(mine, "UTC", "en").Split('\n').Length);
        Assert.Equal("You have no interviews here.", Answers.List([], "UTC", "en"));
    }

    [Fact]
    public void What_a_loop_of_one_cannot_do_is_answered_honestly()
    {
        Assert.Contains("only interviewer", Sentences.Reveal("en"), StringComparison.Ordinal);
        Assert.Contains("没有其他面试", Sentences.Join("zh-CN"), StringComparison.Ordinal);
    }
}
