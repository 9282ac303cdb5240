using System.Collections.Immutable;
using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Tests.Harness;

namespace InterviewBot.Interviews.Tests.History;

/// <summary>
/// Whole interviews that between them write every event there is. They make the history of a new release; the files of an older one are
/// never written again.
/// </summary>
internal static class Scenes
{
    private const string Deeper = """
        st=>start: Start
        q1=>operation: How is it kept?
        c1=>condition: Go deeper?
        q2=>operation: And after a restart?
        e=>end
        st->q1->c1
        c1(yes)->q2->e
        c1(no)->e
        """;

    private const string Open = """
        st=>start: Start
        e=>end
        p=>subroutine: Pick one
        a=>operation: How do you clean up logs?
        st->e
        p->a
        """;

    public static IReadOnlyDictionary<string, Table> Interviews() =>
        new Dictionary<string, Table>
        {
            ["talkative"] = Talkative(),
            ["no-show"] = Table.Prepared(Small()).Do(new RecordNoShow(null)),
            ["cancelled"] = Table.Prepared(Small()).Do(new CancelInterview(null)),
            ["ended-by-itself"] = EndedByItself(),
            ["set-aside"] = SetAside(),
            ["closing-time"] = ClosingTime(),
        };

    private static Guide Small() => GuideOf.Topics(GuideOf.Line("1", 2), GuideOf.Line("2", 1));

    private static Table Talkative()
    {
        var words = QuestionNotes.None with { Say = ["How would you put it?", "What is it, in a word?"] };
        var guide = GuideOf.Topics(
            GuideOf.Line("1", 2) with
            {
                Notes = ImmutableDictionary<string, QuestionNotes>.Empty.Add("1/q1", words),
            },
            GuideOf.Topic("2", Deeper),
            GuideOf.Topic("3", Open, pool: true),
            GuideOf.Line("4", 3, required: false),
            GuideOf.Line("5", 1)
        );
        var table = Table
            .Prepared(guide, candidate: null)
            .Do(new NameCandidate("Lin"))
            .Do(new ChooseChannel(new Place("web", "local", "other"), "#other"))
            .Do(new ChangeMinutes(45))
            .Do(new PlanTopic("4", true))
            .Do(new BeginInterview(null, null));
        table.After(2).Note("n1", "+ speaks clearly");
        table.Note("n2", "- vague").Note("n3", "? ask again").Note("n4", "private: tired");
        table.Do(new EditNote("n2", "- vague at first", table.Now));
        table.Do(new DeleteNote("n3", table.Now));
        table.Do(new RateCurrent(3)).Do(new SimplerWords(Table.Q("1/1/q1")));
        table.After(3).Next();
        table.Do(new LookBack(Table.Q("1/1/q1"))).Do(new StopLooking());
        table.Do(new MoveNote("n1", Table.Q("1/1/q2"))).Do(new RateTopic("1", 4));
        table.Do(new Next(null, table.Now)).After(1).Do(new Undo(table.Interview.Step, null)).Next();
        table.After(2).Next().Answer(true).Next();
        table.Do(new PickQuestion(Table.Q("3/1/a"), table.Interview.Step, null)).Next();
        table.Do(new LeavePool(table.Interview.Step, null));
        table.Do(new Skip(SkipKind.AlreadyAnswered, null, table.Interview.Step, null));
        table.Do(new Skip(SkipKind.NotNow, "later", table.Interview.Step, null));
        table.Do(new Skip(SkipKind.RestOfTopic, "no time", table.Interview.Step, null));
        table.Jump("4").Do(new HideDetails(true)).Do(new HideDetails(false)).Do(new BringCardDown());
        table.After(1).Do(new Pause()).After(3).Do(new Resume()).Do(new ChangeEnd(20));
        table.Do(new WrapUp("time is up", table.Interview.Step, null));
        table.Do(new ProposeFinish()).Do(new GoOn()).Do(new ProposeFinish()).Do(new Finish("no-time"));
        table.Do(new Reopen()).Do(new ProposeFinish()).Do(new Finish("enough-seen"));
        table.After(1).Note("n5", "an afterthought").Do(new Recommend(Recommendation.Yes));
        table.Do(new WriteComment("Calm and clear.")).Do(new PreviewScorecard(true));
        return table.Do(new KeepNotePrivate("n2", true)).Do(new SubmitScorecard());
    }

    private static Table EndedByItself()
    {
        var table = Table.Begun(Small(), 10);
        while (table.Interview.IsLive)
        {
            table.After(30);
            table.Do(new Rang("idle", table.Interview.Timers["idle"]), byBot: true);
        }
        return table;
    }

    private static Table ClosingTime()
    {
        var table = Table.Begun(Small(), 30).Do(new NameCandidate("Grace")).Do(new TakeNameBack(1));
        return table.After(29).Do(new Rang("closing", table.Interview.Timers["closing"]), byBot: true);
    }

    private static Table SetAside()
    {
        var other = new StreamId(1002);
        var table = Table.Begun(Small());
        table.After(1).Do(new SetAside(other, table.Now), byBot: true);
        return table.After(1).Do(new Resume(), elsewhere: other);
    }
}
