using System.CommandLine;
using System.Text.Json;
using InterviewBot.Guides.Flows;

namespace InterviewBot.CommandLine;

/// <summary><c>interviewbot flow [FILE|-]</c>: one flow text as JSON.</summary>
internal static class FlowCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE")
        {
            Description = "A file with one flow; - or nothing for standard input",
            DefaultValueFactory = _ => TextFile.StandardInput,
        };
        var command = new Command("flow", "Show how a flow is read") { file };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            if (TextFile.Read(parsed.GetRequiredValue(file), out var problem) is not { } text)
            {
                parsed.InvocationConfiguration.Error.WriteLine(problem);
                return GuideCommands.BadUsage;
            }
            var reading = FlowReader.Read(text);
            output.WriteLine(
                reading.Flow is { } flow
                    ? JsonSerializer.Serialize(ToJson(flow, reading), CommandJson.Readable.FlowJson)
                    : JsonSerializer.Serialize(
                        new RejectedFlowJson(false, Diagnostics(reading)),
                        CommandJson.Readable.RejectedFlowJson
                    )
            );
            return reading.Flow is null ? GuideCommands.Broken : GuideCommands.Fine;
        });
        return command;
    }

    private static FlowJson ToJson(Flow flow, FlowReading reading) =>
        new(
            true,
            flow.Start,
            [.. flow.Nodes.Select(n => new NodeJson(n.Id, n.Kind.Name(), n.Text, n.Link))],
            [.. flow.Edges.Select(e => new EdgeJson(e.From, e.To, e.Way.Label()))],
            [.. flow.Unreachable.Select(n => n.Id)],
            new WalksJson(WalkJson.Of(FlowWalk.AllYes(flow)), WalkJson.Of(FlowWalk.AllNo(flow))),
            Diagnostics(reading)
        );

    private static List<DiagnosticJson> Diagnostics(FlowReading reading) =>
        [
            .. reading.Problems.Select(p => new DiagnosticJson(
                p.Code,
                LintReport.Level(p),
                p.Line,
                p.Column,
                LintReport.Message(p)
            )),
        ];
}
