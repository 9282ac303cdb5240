using System.Collections.Immutable;
using InterviewBot.Interviews.Loops;

namespace InterviewBot.Interviews.Views;

/// <summary>A loop with the views of its interviews, in the order in which they joined; one that cannot be loaded is left out.</summary>
public sealed record LoopView(Loop Loop, ImmutableArray<InterviewView> Interviews);
