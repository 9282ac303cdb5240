using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Tests.Samples;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;
using Xunit;

namespace InterviewBot.Conversation.Tests.Cards;

public sealed class TellingThePanel
{
    private static string Board(Sitting sitting) => DrawingJson.Write(sitting.OfLoop(Surfaces.Board));

    private static string Summary(Sitting sitting) => DrawingJson.Write(sitting.OfLoop(Surfaces.Summary(Sitting.Id)));

    private static string Recruiter(Sitting sitting) => DrawingJson.Write(sitting.OfLoop(Surfaces.Recruiter(0)));

    [Fact]
    public void The_board_shows_no_verdict_in_disguise()
    {
        var plain = Sitting.In("en", "2.2").Next(4 - 1).Do(new AnswerFork([false], null, null));
        var telling = Sitting
            .In("en", "2.2")
            .After(300)
            .Next(2)
            .Rate(1)
            .Note("+ very strong")
            .Do(new Skip(SkipKind.NotNow, "too hard", null, null))
            .Do(new AnswerFork([true], null, null))
            .Next(2)
            .Do(new RateTopic("2.2", 4))
            .Do(new Skip(SkipKind.RestOfTopic, "hopeless", null, null));
        Assert.Equal(Board(plain), Board(telling));
    }

    [Fact]
    public void The_board_does_not_tell_an_early_end()
    {
        var early = Sitting.Begun("en").Next().After(60).Do(new Finish("enough-seen"));
        var late = Sitting.Begun("en").Next().After(3500).Do(new Finish("no-time"));
        Assert.Equal(Board(early), Board(late));
    }

    [Fact]
    public void There_is_no_board_before_begin_and_none_without_a_channel()
    {
        Assert.IsType<Drawing.Gone>(Sitting.Prepared("en").OfLoop(Surfaces.Board));
        var silent = Sitting.Prepared("en", channel: false).Do(new BeginInterview(null, null));
        Assert.IsType<Drawing.Gone>(silent.OfLoop(Surfaces.Board));
        Assert.IsType<Drawing.Gone>(Sitting.Prepared("en").OfLoop(Surfaces.Recruiter(0)));
        Assert.IsType<Drawing.Gone>(Sitting.Prepared("en").OfLoop(Surfaces.Summary(Sitting.Id)));
    }

    [Fact]
    public void Topics_are_planned_covered_or_open()
    {
        var board = Assert.IsType<Drawing.Shown>(Sitting.Begun("en").Next().OfLoop(Surfaces.Board)).Card;
        var lists = board.Parts.OfType<ItemList>().ToDictionary(l => l.Label!, l => l.Items);
        Assert.Equal(["Introduction"], lists["Covered"]);
        Assert.Contains("Web", lists["Planned"]);
        var over = Assert.IsType<Drawing.Shown>(Sitting.Finished("en").OfLoop(Surfaces.Board)).Card;
        Assert.Contains(over.Parts.OfType<ItemList>(), l => l.Label == "Open" && l.Items.Contains("Python"));
    }

    [Fact]
    public void Before_the_scorecard_is_in_only_who_owes_it_is_told()
    {
        var sitting = Sitting.Finished("en");
        foreach (var text in new[] { Summary(sitting), Recruiter(sitting) })
        {
            Assert.Contains("Scorecard still owed by: Ana", text, StringComparison.Ordinal);
            Assert.DoesNotContain("3 good", text, StringComparison.Ordinal);
            Assert.DoesNotContain("built the shop", text, StringComparison.Ordinal);
        }
        Assert.DoesNotContain("no time", Summary(sitting), StringComparison.Ordinal);
        Assert.DoesNotContain("owed", Recruiter(Sitting.Begun("en")), StringComparison.Ordinal);
    }

    [Fact]
    public void Private_notes_and_those_kept_back_are_never_published()
    {
        var sitting = Sitting.Finished("en");
        var kept = sitting.Interview.LivingNotes.First(n => n.Text.Contains("snapshots", StringComparison.Ordinal));
        sitting.Do(new KeepNotePrivate(kept.Id, true)).Submitted();
        foreach (var text in new[] { Board(sitting), Summary(sitting), Recruiter(sitting) })
        {
            Assert.DoesNotContain("money", text, StringComparison.Ordinal);
            Assert.DoesNotContain("snapshots", text, StringComparison.Ordinal);
        }
        Assert.Contains("built the shop alone", Summary(sitting), StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_tells_what_was_said_when_the_scorecard_is_in()
    {
        var texts = Reading
            .Texts(
                Assert
                    .IsType<Drawing.Shown>(Sitting.Finished("en").Submitted().OfLoop(Surfaces.Summary(Sitting.Id)))
                    .Card
            )
            .ToList();
        Assert.Contains("Recommendation: yes", texts);
        Assert.Contains("Comment: Solid, would work with her.", texts);
        Assert.Contains("Redis: 3 good", texts);
        Assert.Contains("Redis “How data survives a restart RDB/AOF”: 4 excellent", texts);
        Assert.Contains("14:02 Web: + built the shop alone", texts);
        Assert.Contains("14:14: asked good questions at the end · written after", texts);
        Assert.DoesNotContain("overall", string.Join(' ', texts), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public void Not_taken_and_not_planned_are_not_missed()
    {
        var sitting = Sitting
            .Prepared("en")
            .Do(new PlanTopic("2.4", false))
            .Do(new BeginInterview(null, null))
            .Jump("2.2")
            .Next(3)
            .Do(new AnswerFork([false], null, null))
            .Do(new Finish("no-time"));
        var card = Assert.IsType<Drawing.Shown>(sitting.OfLoop(Surfaces.Recruiter(0))).Card;
        var lists = card.Parts.OfType<ItemList>().ToDictionary(l => l.Label!, l => l.Items);
        Assert.Equal(["Redis"], lists["Covered"]);
        Assert.Equal(["Open questions"], lists["Not planned"]);
        Assert.DoesNotContain(lists["Missed"], m => m.StartsWith("Redis", StringComparison.Ordinal));
        Assert.Contains("Python (required): no time", lists["Missed"]);
    }

    [Fact]
    public void A_topics_own_reason_tells_more_than_the_one_for_all_that_was_left()
    {
        var sitting = Sitting
            .In("en", "2.3")
            .Do(new Skip(SkipKind.NotNow, "never used it", null, null))
            .Do(new Finish("no-time"));
        Assert.Contains("Python (required): never used it", Recruiter(sitting), StringComparison.Ordinal);
    }

    [Fact]
    public void An_interview_that_ended_by_itself_is_labelled_so()
    {
        var sitting = Situations.Redis("en").After(3 * 60 * 60);
        sitting.Do(new Rang("idle", sitting.Interview.Timers["idle"]), byBot: true);
        Assert.Equal(Phase.Finished, sitting.Interview.Phase);
        Assert.Contains("ended by itself", Recruiter(sitting), StringComparison.Ordinal);
    }

    [Fact]
    public void All_open_at_once_when_the_last_scorecard_is_in()
    {
        var first = Sitting.Finished("en").Submitted();
        var second = Sitting.Finished("en");
        var loop = first.Loop();
        var both = new LoopView(
            loop.Loop with
            {
                Interviews = [loop.Loop.Interviews[0], loop.Loop.Interviews[0] with { Interview = new(1002) }],
            },
            [
                first.View,
                second.View with
                {
                    Interview = second.Interview with { Id = new(1002), InterviewerName = "Ben" },
                },
            ]
        );
        var summary = DrawingJson.Write(Drawings.Of(Surfaces.Summary(Sitting.Id), both, default));
        Assert.Contains("Scorecard still owed by: Ben", summary, StringComparison.Ordinal);
        Assert.DoesNotContain("3 good", summary, StringComparison.Ordinal);
        Assert.Contains(
            "scorecards 1 of 2",
            DrawingJson.Write(Drawings.Of(Surfaces.Board, both, default)),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_forgotten_loop_shows_nothing()
    {
        var loop = Sitting.Finished("en").Loop();
        var forgotten = loop with { Loop = loop.Loop with { IsForgotten = true } };
        foreach (
            var surface in new[] { Surfaces.Board, Surfaces.Summary(Sitting.Id), Surfaces.Recruiter(0), "nonsense" }
        )
            Assert.IsType<Drawing.Gone>(Drawings.Of(surface, forgotten, default));
    }
}
