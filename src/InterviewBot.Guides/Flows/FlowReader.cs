using System.Collections.Immutable;

namespace InterviewBot.Guides.Flows;

/// <summary>What came of reading one flow text. <see cref="Flow"/> is null when an error stands in <see cref="Problems"/>.</summary>
public sealed record FlowReading(Flow? Flow, ImmutableArray<Problem> Problems);
