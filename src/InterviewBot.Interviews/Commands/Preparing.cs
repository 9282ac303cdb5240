using System.Collections.Immutable;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Interviews.Commands;

/// <summary>Opens the Prepare card. No clock, no board yet.</summary>
/// <param name="Interview">The id made at the edge for this stream.</param>
/// <param name="Loop">The id made at the edge for its loop of one.</param>
/// <param name="Language">The person's language, "en" or "zh-CN"; what is to be said stays in the guide's.</param>
/// <param name="Zone">IANA time zone for the times on cards.</param>
/// <param name="Dm">Where the prompt lives.</param>
/// <param name="Channel">The hiring channel proposed; nothing is posted there before Begin.</param>
public sealed record StartInterview(
    StreamId Interview,
    StreamId Loop,
    string Organisation,
    GuideText Guide,
    string? Candidate,
    PersonId Interviewer,
    string InterviewerName,
    string Language,
    string Zone,
    Place Dm,
    Place? Channel,
    string? ChannelName,
    ImmutableArray<Place> Recruiters,
    int? Minutes
) : InterviewCommand;

/// <summary>Starts the clock and the board.</summary>
public sealed record BeginInterview(int? Step, DateTimeOffset? TypedAt) : MoveCommand(Step, TypedAt);

/// <summary>The candidate did not come. Recruiter told, nobody owes anything.</summary>
public sealed record RecordNoShow(int? Step) : InterviewCommand;

public sealed record CancelInterview(int? Step) : InterviewCommand;

/// <summary>Changes the length of the interview; the plan is made anew for it.</summary>
public sealed record ChangeMinutes(int Minutes) : InterviewCommand;

/// <summary>Takes a topic into the plan, or out of it.</summary>
public sealed record PlanTopic(string Topic, bool Planned) : InterviewCommand;

public sealed record NameCandidate(string Name) : InterviewCommand;

/// <summary>The candidate is called as before; <paramref name="Naming"/> says which naming is meant, so that a second press changes nothing.</summary>
public sealed record TakeNameBack(int Naming) : InterviewCommand;

/// <summary>Names the hiring channel, or none.</summary>
public sealed record ChooseChannel(Place? Channel, string? ChannelName) : InterviewCommand;
