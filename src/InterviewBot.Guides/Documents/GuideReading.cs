using System.Collections.Immutable;
using InterviewBot.Guides.Flows;

namespace InterviewBot.Guides.Documents;

/// <summary>What a heading's section is to an interview; the JSON of <c>interviewbot guide</c> names them in lower case.</summary>
public enum SectionKind
{
    Document,
    Group,
    Topic,
    Prose,
    Preamble,
}

/// <summary>A heading and what stands below it up to the next one.</summary>
/// <param name="Heading">The heading's text as written, without marks of emphasis.</param>
/// <param name="Required">Its own flag; <paramref name="EffectiveRequired"/> the one in force, inherited when it has none.</param>
/// <param name="ParentLine">Line of the heading above it in the outline; null at the top.</param>
public sealed record Section(
    int Line,
    int Level,
    string Heading,
    string? Number,
    string Title,
    bool? Required,
    bool? EffectiveRequired,
    SectionKind Kind,
    int? ParentLine,
    ImmutableArray<SectionFlow> Flows
);

/// <summary>A flow block where it stands. <paramref name="Info"/> is the fence's info string.</summary>
public sealed record SectionFlow(int Line, string Info, FlowReading Reading);

/// <summary>What came of reading a document: the guide (null only when nothing in it can be asked), its outline, all problems in the order of the text.</summary>
public sealed record GuideReading(Guide? Guide, ImmutableArray<Section> Sections, ImmutableArray<Problem> Problems);
