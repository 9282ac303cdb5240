using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Seams;
using Xunit;

namespace InterviewBot.Conversation.Tests.Cards;

public sealed class PlacingACard
{
    private static readonly DateTimeOffset Posted = new(2026, 11, 24, 13, 0, 0, TimeSpan.Zero);
    private static readonly Drawing Gone = new Drawing.Gone();
    private static readonly Drawing Shown = Situations.Redis("en").Prompt();

    private static SurfaceRow Surface(Drawing drawn, int turn, string? reference = "ts1") =>
        new(Sitting.Id, "prompt", "web:local:dm", null, reference, 1, null, Posted, 1, DrawingJson.Hash(drawn), turn);

    private static int Asked(Drawing drawing) => ((Drawing.Shown)drawing).Card.Turn;

    [Fact]
    public void Nothing_is_posted_for_nothing()
    {
        Assert.Equal(Placing.Skip, Placement.Of(Gone, null, 0, 0));
        Assert.Equal(Placing.Delete, Placement.Of(Gone, Surface(Shown, 1), 0, 0));
    }

    [Fact]
    public void What_was_never_shown_or_got_lost_is_posted()
    {
        Assert.Equal(Placing.Post, Placement.Of(Shown, null, 9, 0));
        Assert.Equal(Placing.Post, Placement.Of(Shown, Surface(Shown, Asked(Shown), null), 0, 0));
    }

    [Fact]
    public void The_same_card_is_left_alone() =>
        Assert.Equal(Placing.Skip, Placement.Of(Shown, Surface(Shown, Asked(Shown)), 50, 0));

    [Fact]
    public void A_note_edits_in_place_however_many_lines_were_typed()
    {
        var noted = Situations.Redis("en").Note("one more").Prompt();
        Assert.Equal(Placing.Edit, Placement.Of(noted, Surface(Shown, Asked(Shown)), 50, 0));
    }

    [Theory]
    [InlineData(0, Placing.Edit)]
    [InlineData(2, Placing.Edit)]
    [InlineData(3, Placing.Repost)]
    public void A_move_brings_the_card_down_when_three_lines_stand_below_it(int lines, Placing expected)
    {
        var moved = Situations.Redis("en").Next().Prompt();
        Assert.Equal(expected, Placement.Of(moved, Surface(Shown, Asked(Shown)), lines, 0));
    }

    public static TheoryData<string> Turnings => ["pause", "resume", "finish", "go on", "previous", "preview"];

    [Theory]
    [MemberData(nameof(Turnings))]
    public void A_card_that_turns_to_something_else_comes_down_as_with_a_move(string word)
    {
        var redis = Situations.Redis("en");
        (Sitting Sitting, InterviewCommand Turn) given = word switch
        {
            "pause" => (redis, new Pause()),
            "resume" => (redis.Do(new Pause()), new Resume()),
            "finish" => (redis, new ProposeFinish()),
            "go on" => (redis.Do(new ProposeFinish()), new GoOn()),
            "previous" => (redis.Next(), new LookBack(null)),
            _ => (Sitting.Finished("en").Do(new Recommend(Recommendation.Yes)), new PreviewScorecard(true)),
        };
        var before = given.Sitting.Prompt();
        var after = given.Sitting.After(30).Do(given.Turn).Prompt();
        Assert.Equal(Placing.Edit, Placement.Of(after, Surface(before, Asked(before)), 2, 0));
        Assert.Equal(Placing.Repost, Placement.Of(after, Surface(before, Asked(before)), 3, 0));
        Assert.Equal("The card is further down.", Retired.LineFor(given.Sitting.View).Text);
    }

    [Fact]
    public void A_note_on_an_earlier_question_and_going_back_bring_nothing_down()
    {
        var sitting = Situations.Redis("en").Next().After(30).Do(new LookBack(null));
        var before = sitting.Prompt();
        var noted = sitting.Note("forgot to say").Prompt();
        Assert.Equal(Placing.Edit, Placement.Of(noted, Surface(before, Asked(before)), 50, 0));
        var after = sitting.Do(new StopLooking()).Prompt();
        Assert.NotEqual(Asked(before), Asked(after));
        Assert.Equal(Placing.Edit, Placement.Of(after, Surface(before, Asked(before)), 50, 0));
    }

    [Fact]
    public void The_word_card_brings_it_down_once()
    {
        var surface = Surface(Shown, Asked(Shown));
        Assert.Equal(Placing.Repost, Placement.Of(Shown, surface, 0, surface.DrawnSeq + 1));
        Assert.Equal(Placing.Skip, Placement.Of(Shown, surface, 0, surface.DrawnSeq));
        Assert.Equal(Placing.Skip, Placement.Of(Shown, surface, 0, surface.DrawnSeq - 1));
    }

    [Fact]
    public void A_board_never_moves()
    {
        var before = Situations.Redis("en").OfLoop(Surfaces.Board);
        var after = Situations.Redis("en").Jump("2.1").Next(2).OfLoop(Surfaces.Board);
        Assert.Equal(Placing.Edit, Placement.Of(after, Surface(before, 0), 50, 0));
    }

    [Fact]
    public void The_old_card_shrinks_to_its_question_and_the_number_of_notes()
    {
        var sitting = Sitting.In("en", "2.2").Next().Rate(3).After(30).Note("a").Note("b").Next();
        Assert.Equal("“How data survives a restart RDB/AOF” · 2 notes", Retired.LineFor(sitting.View).Text);
        sitting.Do(new HideDetails(true));
        Assert.Equal("“How data survives a restart RDB/AOF”", Retired.LineFor(sitting.View).Text);
    }

    [Fact]
    public void A_card_that_was_only_called_down_leaves_a_pointer()
    {
        var sitting = Sitting.In("en", "2.2").Next().After(30).Do(new BringCardDown());
        Assert.Equal("The card is further down.", Retired.LineFor(sitting.View).Text);
        Assert.Equal("卡片在下面。", Retired.LineFor(Sitting.Finished("zh-CN").View).Text);
    }
}
