using System.Collections.Immutable;
using InterviewBot.Interviews.Events;

namespace InterviewBot.Interviews.Deciding;

/// <summary>What a rule says: events, or a reason why not. No events and no refusal: nothing to do, and nothing is stored.</summary>
public sealed record Decision(ImmutableArray<InterviewEvent> Events, Refusal? Refusal)
{
    public static Decision Nothing { get; } = new([], null);

    public static Decision Of(params ReadOnlySpan<InterviewEvent> events) => new([.. events], null);

    public static Decision Refuse(Refusal why) => new([], why);

    public static implicit operator Decision(Refusal why) => Refuse(why);
}
