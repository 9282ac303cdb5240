using InterviewBot.Guides.Documents;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Deciding;

/// <summary>From Start to Begin: nothing is posted in a channel, no clock runs.</summary>
internal static class PreparingRules
{
    /// <summary>A prepared interview that nobody begins is put away after a day.</summary>
    public static readonly TimeSpan PreparedFor = TimeSpan.FromHours(24);

    /// <summary>Longest name taken, in UTF-16 units.</summary>
    public const int LongestName = 100;

    private const int FewestMinutes = 5;
    private const int MostMinutes = 480;

    public static Decision Start(StartInterview start, Guide? guide, Acting acting, DateTimeOffset now)
    {
        if (guide is null)
            return Refusal.GuideMissing;
        if (start.Minutes is < FewestMinutes or > MostMinutes)
            return Refusal.BadMinutes;
        if (NameOrNull(start.Candidate)?.Length > LongestName)
            return Refusal.NameTooLong;
        var minutes = Math.Clamp(start.Minutes ?? guide.Minutes ?? 60, FewestMinutes, MostMinutes);
        var started = new InterviewStarted(
            start.Interview,
            start.Loop,
            start.Organisation,
            start.Guide.Hash,
            guide.Title,
            guide.Language,
            guide.For,
            NameOrNull(start.Candidate),
            start.Interviewer,
            start.InterviewerName,
            start.Language,
            start.Zone,
            start.Dm,
            start.Channel,
            start.ChannelName,
            start.Recruiters
        );
        return Decision.Of(
            started,
            new BecameCurrent(acting.CurrentElsewhere),
            new PlanMade(minutes, Planning.Make(guide, minutes)),
            new TimerSet(TimerRules.Prepared, 1, now + PreparedFor)
        );
    }

    public static Decision Decide(
        Interview interview,
        Guide? guide,
        InterviewCommand command,
        Acting acting,
        DateTimeOffset now
    ) =>
        command switch
        {
            BeginInterview begin => Begin(interview, guide, begin, acting, now),
            RecordNoShow => WhilePreparing(interview, new NoShowRecorded()),
            CancelInterview => WhilePreparing(interview, new InterviewCancelled(false)),
            ChangeMinutes change => ChangeLength(interview, guide, change),
            PlanTopic plan => Plan(interview, plan),
            NameCandidate name => Name(interview, name),
            TakeNameBack back => back.Naming == 0 || back.Naming != interview.Namings
                ? Refusal.AlreadyMovedOn
                : Decision.Of(new CandidateNamed(interview.CandidateBefore ?? "")),
            ChooseChannel choose => interview.IsOver ? Refusal.InterviewIsOver
            : choose.Channel == interview.Channel ? Decision.Nothing
            : interview is { BegunAt: not null, Channel: not null } ? Refusal.BoardIsPosted
            : Decision.Of(new ChannelChosen(choose.Channel, choose.ChannelName)),
            _ => Decision.Nothing,
        };

    private static Decision Begin(
        Interview interview,
        Guide? guide,
        BeginInterview begin,
        Acting acting,
        DateTimeOffset now
    )
    {
        if (interview.IsOver)
            return Refusal.InterviewIsOver;
        if (interview.Phase != Phase.Preparing)
            return Refusal.AlreadyBegun;
        if (begin.Step is { } step && step != interview.Step)
            return Refusal.AlreadyMovedOn;
        if (guide is null)
            return Refusal.GuideMissing;
        var endsAt = now + TimeSpan.FromMinutes(interview.Minutes);
        var walker = new Walker(guide, interview, now).Record(new InterviewBegun(endsAt));
        if (acting.IsNotCurrent(interview))
            walker.Record(new BecameCurrent(acting.CurrentElsewhere));
        walker.Record(TimerRules.Idle(interview, endsAt + TimerRules.AskAfter));
        if (TimerRules.Closing(interview, endsAt, now) is { } closing)
            walker.Record(closing);
        return walker.Sequence([]);
    }

    private static Decision WhilePreparing(Interview interview, InterviewEvent e) =>
        interview.IsOver ? Refusal.InterviewIsOver
        : interview.Phase != Phase.Preparing ? Refusal.AlreadyBegun
        : Decision.Of(e);

    private static Decision ChangeLength(Interview interview, Guide? guide, ChangeMinutes change)
    {
        if (interview.Phase != Phase.Preparing)
            return interview.IsOver ? Refusal.InterviewIsOver : Refusal.AlreadyBegun;
        if (guide is null)
            return Refusal.GuideMissing;
        if (change.Minutes is < FewestMinutes or > MostMinutes)
            return Refusal.BadMinutes;
        var minutes = change.Minutes;
        return minutes == interview.Minutes
            ? Decision.Nothing
            : Decision.Of(new PlanMade(minutes, Planning.Make(guide, minutes)));
    }

    private static Decision Plan(Interview interview, PlanTopic plan)
    {
        if (interview.IsOver)
            return Refusal.InterviewIsOver;
        if (interview.Planned(plan.Topic) is not { } topic)
            return Refusal.UnknownTopic;
        return topic.Planned == plan.Planned
            ? Decision.Nothing
            : Decision.Of(
                new PlanMade(interview.Minutes, interview.Plan.Replace(topic, topic with { Planned = plan.Planned }))
            );
    }

    private static Decision Name(Interview interview, NameCandidate command)
    {
        if (NameOrNull(command.Name) is not { } name)
            return Refusal.NameMissing;
        if (name.Length > LongestName)
            return Refusal.NameTooLong;
        return name == interview.Candidate ? Decision.Nothing : Decision.Of(new CandidateNamed(name));
    }

    private static string? NameOrNull(string? text)
    {
        var name = text?.ReplaceLineEndings(" ").Trim();
        return string.IsNullOrEmpty(name) ? null : name;
    }
}
