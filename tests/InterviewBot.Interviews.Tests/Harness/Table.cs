using System.Collections.Immutable;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Events;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;
using Xunit;

namespace InterviewBot.Interviews.Tests.Harness;

/// <summary>An interview on the table: commands go in, events are folded, the clock is moved by hand. Every commit is replayed as JSON at the end of each step.</summary>
internal sealed class Table
{
    public static readonly DateTimeOffset Two = new(2026, 11, 23, 14, 0, 0, TimeSpan.Zero);
    public static readonly PersonId Ana = new("web", "local", "interviewer");
    public static readonly Place Dm = new("web", "local", "dm-interviewer");
    public static readonly Place Hiring = new("web", "local", "hiring");
    public static readonly StreamId Id = new(1001);
    public static readonly StreamId LoopId = new(2001);

    private readonly List<(string Json, Cause Cause, DateTimeOffset At)> _log = [];
    private int _delivery;

    public Table(Guide guide)
    {
        Guide = guide;
        Interview = new Interview { Id = Id };
    }

    public Guide Guide { get; }
    public Interview Interview { get; private set; }
    public DateTimeOffset Now { get; private set; } = Two;
    public Decision Last { get; private set; } = Decision.Nothing;
    public ImmutableArray<Effect> Effects { get; private set; } = [];

    /// <summary>What the store would hold: a commit each.</summary>
    public IReadOnlyList<(string Json, Cause Cause, DateTimeOffset At)> Log => _log;

    public InterviewView View => InterviewViews.Of(Interview, Guide);
    public string OnCard =>
        Interview.Spot.Kind switch
        {
            SpotKind.NothingLeft => "nothing left",
            SpotKind.Pool => "pool " + Interview.Spot.Topic,
            var kind => (kind == SpotKind.Fork ? "fork " : "") + Interview.Spot.Question,
        };

    public static Table Prepared(Guide guide, int? minutes = null, string? candidate = "Lin") =>
        new Table(guide).Do(
            new StartInterview(
                Id,
                LoopId,
                "local",
                new GuideText(guide.Hash, guide.Name, ""),
                candidate,
                Ana,
                "Ana",
                "en",
                "UTC",
                Dm,
                Hiring,
                "#hiring",
                [new Place("web", "local", "dm-recruiter")],
                minutes
            )
        );

    public static Table Begun(Guide guide, int? minutes = null) =>
        Prepared(guide, minutes).Do(new BeginInterview(null, null));

    public Table After(double minutes)
    {
        Now += TimeSpan.FromMinutes(minutes);
        return this;
    }

    /// <summary>Carries out a command; refusals show in <see cref="Last"/>.</summary>
    public Table Do(InterviewCommand command, PersonId? by = null, StreamId? elsewhere = null, bool byBot = false)
    {
        var before = Interview;
        var acting = byBot ? Acting.Bot : new Acting(by ?? Ana, elsewhere);
        Last = InterviewRules.Decide(before, Guide, command, acting, Now);
        if (Last.Events.IsEmpty)
        {
            Effects = [];
            return this;
        }
        var cause = new Cause($"test:{++_delivery}");
        Interview = InterviewFold.Commit(before, Last.Events, cause, Now);
        Effects = InterviewEffects.After(before, Last.Events, Interview);
        _log.Add((EventJson.Write(Last.Events), cause, Now));
        return this;
    }

    public Table Next() => Do(new Next(Interview.Step, null));

    public Table Answer(params bool[] answers) => Do(new AnswerFork([.. answers], Interview.Step, null));

    public Table Jump(string topic) => Do(new JumpTo(topic, Interview.Step, null));

    public Table Note(string id, string text, double minutesAgo = 0) =>
        Do(new TakeNote(id, text, Now - TimeSpan.FromMinutes(minutesAgo)));

    public Table Shows(string expected)
    {
        Assert.Null(Last.Refusal);
        Assert.Equal(expected, OnCard);
        return this;
    }

    public Table Refuses(Refusal expected)
    {
        Assert.Equal(expected, Last.Refusal);
        Assert.Empty(Last.Events);
        return this;
    }

    /// <summary>Folds the stored form of all commits again.</summary>
    public Interview Replayed() =>
        _log.Aggregate(
            new Interview { Id = Id },
            (state, row) => InterviewFold.Commit(state, EventJson.ReadInterview(row.Json), row.Cause, row.At)
        );

    public static QuestionId Q(string text) => QuestionId.Parse(text)!;
}
