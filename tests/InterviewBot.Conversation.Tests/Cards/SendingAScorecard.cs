using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Ending;
using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Interviews.Commands;
using Xunit;

namespace InterviewBot.Conversation.Tests.Cards;

public sealed class SendingAScorecard
{
    [Fact]
    public void The_draft_saves_each_change_and_publishes_nothing()
    {
        var sitting = Sitting.Finished("en");
        var fields = sitting.Card().Parts;
        var recommend = fields.OfType<ChoiceField>().Single(f => f.Id == "recommendation");
        sitting.Do(Presses.Read(recommend.OnChange, recommend.Options[0].Value, null)!);
        var redis = fields.OfType<ChoiceField>().Single(f => f.Id == "topic-2.2");
        Assert.Equal("3", redis.Selected);
        sitting.Do(Presses.Read(redis.OnChange, "4", null)!);
        sitting.Do(Presses.Read(fields.OfType<TextField>().Single().OnChange, "fine", null)!);
        Assert.Equal(Recommendation.StrongYes, sitting.Interview.Recommendation);
        Assert.Equal(4, sitting.Interview.Progress.TopicRatings["2.2"]);
        Assert.Equal("fine", sitting.Interview.Comment);
        Assert.Contains(
            "Scorecard still owed",
            DrawingJson.Write(sitting.OfLoop(Surfaces.Recruiter(0))),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(
        true,
        true,
        "It goes to #hiring and to the recruiter.",
        "It is in the thread in #hiring; the recruiter has it, too."
    )]
    [InlineData(true, false, "It goes to #hiring.", "It is in the thread in #hiring.")]
    [InlineData(false, true, "It goes to the recruiter.", "The recruiter has it.")]
    [InlineData(
        false,
        false,
        "It is kept by the bot: no hiring channel is chosen and no recruiter is known.",
        "It is kept by the bot: no hiring channel was chosen and no recruiter is known."
    )]
    public void Where_it_goes_is_told_as_it_is(bool channel, bool recruiter, string before, string after)
    {
        var sitting = Sitting
            .Prepared("en", channel: channel, recruiter: recruiter)
            .Do(new BeginInterview(null, null))
            .Do(new Finish("no time"))
            .Do(new Recommend(Recommendation.Yes))
            .Do(new PreviewScorecard(true));
        Assert.Contains(before, Lines(sitting));
        Assert.Contains(after, Lines(sitting.Do(new SubmitScorecard())));

        static IEnumerable<string> Lines(Sitting sitting) =>
            sitting.Card().Parts.OfType<TextLine>().Select(line => line.Text);
    }

    [Fact]
    public void A_rating_can_be_taken_away_not_rated_is_not_assessed()
    {
        var sitting = Sitting.Finished("en");
        var redis = sitting.Card().Parts.OfType<ChoiceField>().Single(f => f.Id == "topic-2.2");
        Assert.Equal(new ChoiceOption("", "not assessed"), redis.Options[0]);
        sitting.Do(Presses.Read(redis.OnChange, "", null)!);
        Assert.Empty(sitting.Interview.Progress.TopicRatings);
    }

    [Fact]
    public void In_the_preview_each_note_can_be_kept_private_but_one_marked_so_stays_it()
    {
        var sitting = Situations.Preview("en");
        var checks = sitting.Card().Parts.OfType<CheckField>().ToList();
        Assert.Equal(3, checks.Count);
        sitting.Do(Presses.Read(checks[0].OnChange, "true", null)!);
        Assert.True(sitting.Card().Parts.OfType<CheckField>().First().Checked);
        Assert.Contains(
            Reading.Texts(sitting.Card()),
            t =>
                t.EndsWith("private for ever", StringComparison.Ordinal)
                && t.Contains("money", StringComparison.Ordinal)
        );
    }

    [Fact]
    public void Sensitive_words_are_pointed_out_there_and_not_live()
    {
        var live = Sitting.In("en", "2.2").After(60).Note("has two kids");
        Assert.DoesNotContain("family", Reading.Text(live.Card()), StringComparison.Ordinal);
        var texts = Reading.Texts(Situations.Preview("en").Card()).ToList();
        Assert.Contains("“kids” is about family. It may not count here: keep the note private, or edit it.", texts);
        Assert.Contains("The comment: “too old” is about age. It may not count here.", texts);
    }

    [Fact]
    public void Once_a_note_is_kept_private_its_words_harm_nobody()
    {
        var sitting = Situations.Preview("en");
        var kids = sitting.Interview.LivingNotes.Last();
        sitting.Do(new KeepNotePrivate(kids.Id, true));
        Assert.DoesNotContain("“kids”", Reading.Text(sitting.Card()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("she is too old for us", "Age")]
    [InlineData("35岁了", "Age")]
    [InlineData("will retire soon", "Age")]
    [InlineData("she is 45", "Age")]
    [InlineData("he's about 50, slow", "Age")]
    [InlineData("in her late forties", "Age")]
    [InlineData("age 45", "Age")]
    [InlineData("85后", "Age")]
    [InlineData("她45了", "Age")]
    [InlineData("四十多了", "Age")]
    [InlineData("her husband works here", "Family")]
    [InlineData("怀孕了", "Family")]
    [InlineData("已婚未育", "Family")]
    [InlineData("wears a headscarf", "Religion")]
    [InlineData("信教", "Religion")]
    [InlineData("seems depressed", "Health")]
    [InlineData("身体不好", "Health")]
    [InlineData("strong accent", "Origin")]
    [InlineData("外地人，口音重", "Origin")]
    [InlineData("35岁，已婚，穆斯林", "Age Family Religion")]
    public void Sensitive_words_are_known_in_both_languages(string text, string kinds) =>
        Assert.Equal(kinds, string.Join(' ', SensitiveWords.In(text).Select(w => w.Kind)));

    [Theory]
    [InlineData("child process, race condition")]
    [InlineData("looks at queue age first")]
    [InlineData("cache age is a header")]
    [InlineData("they are 30 % done")]
    [InlineData("she is 20 minutes late")]
    [InlineData("连接池三十个")]
    [InlineData("health check on every node")]
    [InlineData("服务健康检查没说")]
    [InlineData("CORS origin not understood")]
    [InlineData("package manager, storage, average")]
    [InlineData("feature was disabled")]
    [InlineData("knows parent and child nodes")]
    [InlineData("old generation in the collector")]
    public void Words_of_the_trade_are_left_alone(string text) => Assert.Empty(SensitiveWords.In(text));

    [Fact]
    public void After_sending_there_is_nothing_to_press_and_it_says_what_was_sent()
    {
        var card = Sitting.Finished("en").Submitted().Card();
        Assert.Empty(card.Actions);
        Assert.Contains("Sent: yes · 3 ratings · 3 notes · 1 note kept private", Reading.Texts(card));
    }

    [Fact]
    public void Finish_lists_what_the_plan_still_holds_and_asks_one_reason()
    {
        var sitting = Situations.Redis("en").Do(new ProposeFinish());
        var missed = sitting.Card().Parts.OfType<ItemList>().Single(l => l.Label == "Not covered");
        Assert.Contains("Web (required)", missed.Items);
        Assert.DoesNotContain("Redis (required)", missed.Items);
        var other = Reading.Menu(sitting.Card(), "finish").Options.Single();
        Assert.Equal(new Finish("fire alarm"), Presses.Read(other.Press, null, " fire alarm "));
        Assert.Equal(new Finish("no-time"), Presses.Read(Reading.Button(sitting.Card(), "End: no time"), null, null));
        Assert.IsType<WrapUp>(Presses.Read(Reading.Button(sitting.Card(), "Their questions now"), null, null));
    }
}
