using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewBot.Guides.Flows;

namespace InterviewBot.CommandLine;

internal sealed record FlowJson(
    bool Ok,
    string Start,
    List<NodeJson> Nodes,
    List<EdgeJson> Edges,
    List<string> Unreachable,
    WalksJson Walks,
    List<DiagnosticJson> Diagnostics
);

internal sealed record RejectedFlowJson(bool Ok, List<DiagnosticJson> Diagnostics);

internal sealed record NodeJson(
    string Id,
    string Type,
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Link
);

internal sealed record EdgeJson(string From, string To, string Label);

internal sealed record WalksJson(WalkJson AllYes, WalkJson AllNo);

internal sealed record WalkJson(IReadOnlyList<string> Ids, IReadOnlyList<string> Questions, string Stop)
{
    public static WalkJson None { get; } = new([], [], "none");

    public static WalkJson Of(FlowWalk walk) => new(walk.Ids, walk.Questions, walk.Stop);
}

internal sealed record DiagnosticJson(string Code, string Level, int Line, int Column, string Message);

internal sealed record GuideJson(List<SectionJson> Sections, List<WarningJson> Warnings);

internal sealed record SectionJson(
    int Line,
    int Level,
    string Heading,
    string? Number,
    string Title,
    bool? Required,
    bool? EffectiveRequired,
    string Kind,
    int? ParentLine,
    List<SectionFlowJson> Flows
);

/// <param name="Nodes">Number of nodes that can be reached; <paramref name="Unreachable"/> names the others.</param>
internal sealed record SectionFlowJson(
    int Line,
    string Info,
    bool Ok,
    string? Start,
    int Nodes,
    int Edges,
    List<string> Unreachable,
    List<string> Conditions,
    WalkJson AllYes,
    WalkJson AllNo
);

internal sealed record WarningJson(string Scope, string Severity, string Code, int Line, int Column);

internal sealed record LintJson(List<LintProblemJson> Problems, int Errors, int Warnings, int Infos);

internal sealed record LintProblemJson(
    string File,
    int Line,
    int Column,
    string Level,
    string Code,
    string Message,
    string? Hint
);

/// <summary>What the commands print. Chinese stays Chinese: the output is UTF-8 and goes into no web page.</summary>
[JsonSerializable(typeof(FlowJson))]
[JsonSerializable(typeof(RejectedFlowJson))]
[JsonSerializable(typeof(GuideJson))]
[JsonSerializable(typeof(LintJson))]
internal sealed partial class CommandJson : JsonSerializerContext
{
    public static CommandJson Readable { get; } =
        new(
            new JsonSerializerOptions
            {
                PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
                WriteIndented = true,
                Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
            }
        );
}
