using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.State;

namespace InterviewBot.Conversation.Tests.Samples;

/// <summary>Every card there is, each in the situation in which people see it.</summary>
internal static class Situations
{
    public static IReadOnlyDictionary<string, Func<string, Drawing>> All { get; } =
        new Dictionary<string, Func<string, Drawing>>
        {
            ["prepare"] = l => Sitting.Prepared(l).Prompt(),
            ["prepare-bare"] = l => Sitting.Prepared(l, named: false, channel: false).Prompt(),
            ["opening"] = l => Sitting.Begun(l).Prompt(),
            ["prompt"] = l => Redis(l).Prompt(),
            ["prompt-simpler"] = l => Simpler(l).Prompt(),
            ["prompt-hidden"] = l => Redis(l).Do(new HideDetails(true)).Prompt(),
            ["prompt-entered"] = l => Sitting.In(l, "2.3").Prompt(),
            ["prompt-belongs"] = l => Sitting.In(l, "2.2").Next().After(5).Note("x").Prompt(),
            ["prompt-files"] = l => Sitting.In(l, "2.2").After(60).Note("x", files: true).Prompt(),
            ["prompt-last"] = l => Sitting.In(l, "2.1").Next(2).Do(Fork(false)).Prompt(),
            ["prompt-back"] = l => Sitting.In(l, "2.3").Do(new Skip(SkipKind.RestOfTopic, null, null, null)).Prompt(),
            ["idle"] = Idle,
            ["closing"] = l => Sitting.Begun(l).Next(3).Do(new WrapUp(null, null, null)).Prompt(),
            ["fork-judgement"] = l => Sitting.In(l, "2.2").Next(2).Rate(3).Next().Prompt(),
            ["fork-ask"] = l => Sitting.In(l, "2.1").Next(2).Prompt(),
            ["fork-row"] = l => Sitting.In(l, "2.3").Next().Prompt(),
            ["pool"] = l => Sitting.In(l, "2.4").Prompt(),
            ["pool-picked"] = l => Picked(l).Prompt(),
            ["look-back"] = l => Redis(l).Do(new LookBack(null)).Prompt(),
            ["paused"] = l => Redis(l).Do(new Pause()).Prompt(),
            ["paused-aside"] = l => Aside(l).Prompt(),
            ["nothing-left"] = l => NothingLeft(l).Prompt(),
            ["guide-lost"] = l => Lost(l).Prompt(),
            ["place-lost"] = l => Drawings.Of(Surfaces.Prompt, Redis(l).View with { Asking = null }, default),
            ["finish"] = l => Redis(l).Do(new ProposeFinish()).Prompt(),
            ["finish-all-covered"] = l => NothingLeft(l).Do(new ProposeFinish()).Prompt(),
            ["scorecard"] = l => Sitting.Finished(l).Prompt(),
            ["scorecard-hidden"] = l => Sitting.Finished(l).Do(new HideDetails(true)).Prompt(),
            ["preview"] = l => Preview(l).Prompt(),
            ["submitted"] = l => Sitting.Finished(l).Submitted().Prompt(),
            ["no-show"] = l => Sitting.Prepared(l).Do(new RecordNoShow(null)).Prompt(),
            ["cancelled"] = l => Sitting.Prepared(l).Do(new CancelInterview(null)).Prompt(),
            ["board-running"] = l => Redis(l).OfLoop(Surfaces.Board),
            ["board-finished"] = l => Sitting.Finished(l).OfLoop(Surfaces.Board),
            ["board-in"] = l => Sitting.Finished(l).Submitted().OfLoop(Surfaces.Board),
            ["summary-owed"] = l => Sitting.Finished(l).OfLoop(Surfaces.Summary(Sitting.Id)),
            ["summary"] = l => Sitting.Finished(l).Submitted().OfLoop(Surfaces.Summary(Sitting.Id)),
            ["table"] = l => Course(l).OfLoop(Surfaces.Table(Sitting.Id)),
            ["picture"] = l => Course(l).OfLoop(Surfaces.Picture(Sitting.Id)),
            ["recruiter-running"] = l => Redis(l).OfLoop(Surfaces.Recruiter(0)),
            ["recruiter-owed"] = l => Sitting.Finished(l).OfLoop(Surfaces.Recruiter(0)),
            ["recruiter"] = l => Sitting.Finished(l).Submitted().OfLoop(Surfaces.Recruiter(0)),
            ["recruiter-no-show"] = l => Sitting.Prepared(l).Do(new RecordNoShow(null)).OfLoop(Surfaces.Recruiter(0)),
            ["retired"] = l => Retired.LineFor(Sitting.In(l, "2.2").Next().Rate(3).Note("x").Next().View),
            ["answer-channel"] = l => new Drawing.Shown(Answers.Channel(Sitting.Prepared(l).View)),
            ["answer-did"] = l => new Drawing.Shown(Answers.Did(Redis(l).View, "next", "web:local:dm-interviewer:9")),
            ["answer-switch"] = Switch,
        };

    /// <summary>At the second question of Redis, with two notes and a rating.</summary>
    public static Sitting Redis(string language) =>
        Sitting
            .In(language, "2.2")
            .Next()
            .After(45)
            .Note(language == "en" ? "knows the types" : "知道类型")
            .After(60)
            .Note(language == "en" ? "only snapshots, knows the gap" : "只知道快照")
            .Rate(3);

    /// <summary>One question rated, one skipped, a fork answered with no; the scorecard is in.</summary>
    public static Sitting Course(string language) =>
        Redis(language)
            .Next()
            .Do(new Skip(SkipKind.NotNow, null, null, null))
            .Do(Fork(false))
            .Do(new Finish("no-time"))
            .Submitted();

    public static Sitting Picked(string language)
    {
        var sitting = Sitting.In(language, "2.4");
        var pick = new PickQuestion(sitting.View.Choices[1].Question, null, null);
        return sitting.After(60).Do(pick);
    }

    public static Sitting NothingLeft(string language)
    {
        var sitting = Sitting.Begun(language);
        for (var i = 0; i < 60 && sitting.Interview.Spot.Kind != Interviews.Dialogs.SpotKind.NothingLeft; i++)
        {
            sitting.After(40);
            sitting.Do(
                sitting.Interview.Spot.Kind switch
                {
                    Interviews.Dialogs.SpotKind.Fork => Fork(false),
                    Interviews.Dialogs.SpotKind.Pool when sitting.View.Choices.All(c => !c.Passed) => new PickQuestion(
                        sitting.View.Choices[0].Question,
                        null,
                        null
                    ),
                    Interviews.Dialogs.SpotKind.Pool => new LeavePool(null, null),
                    _ => new Next(null, null),
                }
            );
        }
        return sitting;
    }

    public static Sitting Preview(string language)
    {
        var sitting = Sitting
            .Finished(language)
            .Note(language == "en" ? "- has two kids, may leave early" : "- 已婚有孩子，可能早走")
            .Do(new Recommend(Recommendation.Yes))
            .Do(new WriteComment(language == "en" ? "Good, but too old for the team?" : "不错，但是年龄偏大？"));
        return sitting.Do(new PreviewScorecard(true));
    }

    private static AnswerFork Fork(bool yes) => new([yes], null, null);

    private static Sitting Simpler(string language)
    {
        var sitting = Redis(language);
        return sitting.Do(new SimplerWords(sitting.OnCard));
    }

    private static Sitting Lost(string language)
    {
        var sitting = Redis(language);
        sitting.GuideIsLost = true;
        return sitting;
    }

    private static Sitting Aside(string language) =>
        Redis(language) is var sitting
            ? sitting.After(60).Do(new SetAside(new StreamId(1002), sitting.Now), byBot: true)
            : throw new InvalidOperationException();

    private static Drawing Idle(string language)
    {
        var sitting = Redis(language).After(90 * 60);
        var generation = sitting.Interview.Timers["idle"];
        return sitting.Do(new Rang("idle", generation), byBot: true).Prompt();
    }

    private static Drawing.Shown Switch(string language)
    {
        var begun = Redis(language).Interview;
        ListedInterview[] mine =
        [
            new(begun.Id, begun.Candidate, begun.GuideTitle, Phase.Running, begun.BegunAt, true),
            new(new StreamId(1002), null, begun.GuideTitle, Phase.Preparing, null, false),
            new(new StreamId(1003), "Bo", begun.GuideTitle, Phase.Paused, begun.BegunAt, false),
            new(new StreamId(1004), "Cy", begun.GuideTitle, Phase.Submitted, begun.BegunAt, false),
        ];
        return new Drawing.Shown(Answers.Switch(mine, begun.Zone, language));
    }
}
