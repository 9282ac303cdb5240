using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Tests.Harness;
using Xunit;

namespace InterviewBot.Interviews.Tests;

public sealed class Preparing
{
    private static readonly Guides.Documents.Guide Guide = GuideOf.Topics(
        GuideOf.Line("1", 1, minutes: 5),
        GuideOf.Line("2", 4, minutes: 20),
        GuideOf.Line("3", 4, required: false, minutes: 20),
        GuideOf.Line("4", 4, required: false, minutes: 20),
        GuideOf.Line("5", 1, minutes: 5)
    );

    [Fact]
    public void Start_opens_the_prepare_card_and_tells_nobody_a_board()
    {
        var table = Table.Prepared(Guide);
        Assert.Equal(Phase.Preparing, table.Interview.Phase);
        Assert.Null(table.Interview.BegunAt);
        Assert.Contains(table.Effects, e => e is Effect.Draw { Surface: "prompt" });
        Assert.All(table.Effects, e => Assert.False(e is Effect.Draw { Surface: "board" }));
    }

    [Fact]
    public void The_plan_takes_required_stages_and_what_fits_the_minutes() =>
        Assert.Equal(
            ["1", "2", "3", "5"],
            Table.Prepared(Guide, 50).Interview.Plan.Where(t => t.Planned).Select(t => t.Key)
        );

    /// <summary>Today's hour: a stage of many required topics, of which the strongest must not fall to the order of the guide.</summary>
    [Fact]
    public void Stronger_topics_are_planned_first_and_required_ones_before_others()
    {
        Assert.Equal(["1", "3.1", "3.2", "5"], Planned(60, 2, 2, 2));
        Assert.Equal(["1", "3.1", "3.3", "5"], Planned(60, 2, 3, 1));
        // However strong, an optional topic waits until the required ones had their turn.
        Assert.Equal(["1", "3.1", "3.2", "3.3", "5"], Planned(80, 2, 2, 2, optional: 1));
    }

    [Fact]
    public void Of_a_required_stage_the_strongest_topic_is_planned_however_short_the_time() =>
        Assert.Equal(["1", "3.2", "5"], Planned(15, 2, 1, 2));

    private static IEnumerable<string> Planned(int minutes, int first, int second, int third, int? optional = null)
    {
        var guide = GuideOf.Topics(
            GuideOf.Line("1", 1, minutes: 5),
            GuideOf.Line("3", 1),
            GuideOf.Line("4", 1, required: false, minutes: 20) with
            {
                Priority = optional ?? 2,
            },
            GuideOf.Line("5", 1, minutes: 5)
        );
        guide = guide with
        {
            Stages = guide.Stages.SetItem(
                1,
                guide.Stages[1] with
                {
                    Topics =
                    [
                        GuideOf.Line("3.1", 1, minutes: 20) with
                        {
                            Priority = first,
                        },
                        GuideOf.Line("3.2", 1, minutes: 20) with
                        {
                            Priority = second,
                        },
                        GuideOf.Line("3.3", 1, minutes: 20) with
                        {
                            Priority = third,
                        },
                    ],
                }
            ),
        };
        return Table.Prepared(guide, minutes).Interview.Plan.Where(t => t.Planned).Select(t => t.Key);
    }

    [Fact]
    public void Other_minutes_make_another_plan() =>
        Assert.Equal(5, Table.Prepared(Guide, 50).Do(new ChangeMinutes(90)).Interview.Plan.Count(t => t.Planned));

    [Fact]
    public void A_topic_can_be_taken_out_of_the_plan_and_in_again()
    {
        var table = Table.Prepared(Guide, 90).Do(new PlanTopic("3", false));
        Assert.False(table.Interview.Planned("3")!.Planned);
        table.Do(new PlanTopic("3", true)).Do(new PlanTopic("nothing", true)).Refuses(Refusal.UnknownTopic);
    }

    [Fact]
    public void Begin_starts_the_clock_and_asks_the_first_question()
    {
        var table = Table.Begun(Guide, 50).Shows("1/1/q1");
        Assert.Equal(Table.Two.AddMinutes(50), table.Interview.EndsAt);
        Assert.Contains(table.Effects, e => e is Effect.TellLoop);
        table.Do(new BeginInterview(null, null)).Refuses(Refusal.AlreadyBegun);
    }

    [Fact]
    public void Nothing_moves_before_begin() => Table.Prepared(Guide).Do(new Next(0, null)).Refuses(Refusal.NotBegun);

    [Fact]
    public void A_candidate_who_does_not_come_is_a_no_show_and_that_is_the_end()
    {
        var table = Table.Prepared(Guide).Do(new RecordNoShow(null));
        Assert.Equal(Phase.NoShow, table.Interview.Phase);
        Assert.Contains(
            table.Effects,
            e => e is Effect.TellLoop { Command: Loops.ReportInterview { Phase: Phase.NoShow } }
        );
        table.Do(new BeginInterview(null, null)).Refuses(Refusal.InterviewIsOver);
    }

    [Fact]
    public void A_name_is_one_line_and_bounded()
    {
        var table = Table.Prepared(Guide).Do(new NameCandidate(" Lin\nWei "));
        Assert.Equal("Lin Wei", table.Interview.Candidate);
        // Told, never cut in silence.
        table.Do(new NameCandidate(new string('x', 101))).Refuses(Refusal.NameTooLong);
        Assert.Equal(Refusal.NameTooLong, Table.Prepared(Guide, candidate: new string('x', 101)).Last.Refusal);
        table.Do(new NameCandidate("  ")).Refuses(Refusal.NameMissing);
    }

    [Theory]
    [InlineData(4)]
    [InlineData(481)]
    [InlineData(600)]
    public void A_length_out_of_bounds_is_told(int minutes)
    {
        Assert.Equal(Refusal.BadMinutes, Table.Prepared(Guide, minutes).Last.Refusal);
        Table.Prepared(Guide, 60).Do(new ChangeMinutes(minutes)).Refuses(Refusal.BadMinutes);
    }

    [Fact]
    public void Another_person_is_not_obeyed() =>
        Table
            .Prepared(Guide)
            .Do(new BeginInterview(null, null), by: new PersonId("web", "local", "panellist"))
            .Refuses(Refusal.NotYours);

    [Fact]
    public void A_start_sets_the_interview_that_was_current_aside()
    {
        var other = new StreamId(77);
        var table = new Table(Guide);
        var start = Table.Prepared(Guide);
        Assert.Contains(start.Last.Events, e => e is BecameCurrent { Instead: null });
        table.Do(StartOf(Guide), elsewhere: other);
        Assert.Contains(table.Effects, e => e is Effect.TellInterview { Command: SetAside } tell && tell.To == other);
    }

    [Fact]
    public void The_interview_set_aside_pauses_and_says_for_which()
    {
        var table = Table.Begun(Guide).After(1);
        table.Do(new SetAside(new StreamId(88), table.Now), byBot: true);
        Assert.Equal(Phase.Paused, table.Interview.Phase);
        Assert.Equal(new StreamId(88), table.Interview.PausedFor);
    }

    [Fact]
    public void A_setting_aside_that_comes_late_does_not_pause_what_is_current_again()
    {
        var table = Table.Begun(Guide).After(1);
        var aside = table.Now;
        table
            .Do(new SetAside(new StreamId(88), aside), byBot: true)
            .After(1)
            .Do(new Resume(), elsewhere: new StreamId(88))
            .After(1);
        Assert.Equal(Phase.Running, table.Interview.Phase);
        table.Do(new SetAside(new StreamId(88), aside), byBot: true);
        Assert.Equal(Phase.Running, table.Interview.Phase);
    }

    [Fact]
    public void What_is_prepared_and_never_begun_is_put_away_after_a_day()
    {
        var table = Table.Prepared(Guide).After(24 * 60).Do(new Rang("prepared", 1), byBot: true);
        Assert.Equal(Phase.Cancelled, table.Interview.Phase);
        var begun = Table.Begun(Guide).After(24 * 60).Do(new Rang("prepared", 1), byBot: true);
        Assert.Equal(Phase.Running, begun.Interview.Phase);
    }

    [Fact]
    public void The_channel_can_be_named_late_but_the_board_does_not_move()
    {
        var late = new Table(Guide)
            .Do(StartOf(Guide))
            .Do(new BeginInterview(null, null))
            .Do(new ChooseChannel(Table.Hiring, "#hiring"));
        Assert.Equal(Table.Hiring, late.Interview.Channel);
        late.Do(new ChooseChannel(null, null)).Refuses(Refusal.BoardIsPosted);
        var early = Table.Prepared(Guide).Do(new ChooseChannel(null, null));
        Assert.Null(early.Interview.Channel);
    }

    private static StartInterview StartOf(Guides.Documents.Guide guide) =>
        new(
            Table.Id,
            Table.LoopId,
            "local",
            new Seams.GuideText(guide.Hash, guide.Name, ""),
            null,
            Table.Ana,
            "Ana",
            "en",
            "UTC",
            Table.Dm,
            null,
            null,
            [],
            null
        );
}
