using System.CommandLine;
using System.Text.Json;
using InterviewBot.Guides;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;

namespace InterviewBot.CommandLine;

/// <summary><c>interviewbot guide FILE</c>: the outline of a document as JSON.</summary>
internal static class GuideCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "A Markdown document; - for standard input" };
        var command = new Command("guide", "Show how a document is read") { file };
        command.SetAction(parsed =>
        {
            var path = parsed.GetRequiredValue(file);
            if (TextFile.Read(path, out var problem) is not { } text)
            {
                parsed.InvocationConfiguration.Error.WriteLine(problem);
                return GuideCommands.BadUsage;
            }
            var reading = GuideReader.Read(Path.GetFileNameWithoutExtension(path), text);
            parsed.InvocationConfiguration.Output.WriteLine(
                JsonSerializer.Serialize(ToJson(reading), CommandJson.Readable.GuideJson)
            );
            // A document with a broken block is still a document: its errors are in the list.
            return reading.Problems.Any(p => p.Code == "too-large" && p.Scope == ProblemScope.Document)
                ? GuideCommands.Broken
                : GuideCommands.Fine;
        });
        return command;
    }

    private static GuideJson ToJson(GuideReading reading) =>
        new(
            [.. reading.Sections.Select(ToJson)],
            [
                .. reading.Problems.Select(p => new WarningJson(
                    p.Scope == ProblemScope.Flow ? "flow" : "document",
                    LintReport.Level(p),
                    p.Code,
                    p.Line,
                    p.Column
                )),
            ]
        );

    private static SectionJson ToJson(Section section) =>
        new(
            section.Line,
            section.Level,
            section.Heading,
            section.Number,
            section.Title,
            section.Required,
            section.EffectiveRequired,
            section.Kind switch
            {
                SectionKind.Document => "document",
                SectionKind.Group => "group",
                SectionKind.Topic => "topic",
                SectionKind.Prose => "prose",
                SectionKind.Preamble => "preamble",
                _ => throw new InvalidOperationException($"no name for {section.Kind}"),
            },
            section.ParentLine,
            [.. section.Flows.Select(ToJson)]
        );

    private static SectionFlowJson ToJson(SectionFlow block) =>
        block.Reading.Flow is { } flow
            ? new SectionFlowJson(
                block.Line,
                block.Info,
                true,
                flow.Start,
                flow.Nodes.Length,
                flow.Edges.Length,
                [.. flow.Unreachable.Select(n => n.Id)],
                [.. flow.Nodes.Where(n => n.Kind == NodeKind.Condition).OrderBy(n => n.Line).Select(n => n.Id)],
                WalkJson.Of(FlowWalk.AllYes(flow)),
                WalkJson.Of(FlowWalk.AllNo(flow))
            )
            : new SectionFlowJson(block.Line, block.Info, false, null, 0, 0, [], [], WalkJson.None, WalkJson.None);
}
