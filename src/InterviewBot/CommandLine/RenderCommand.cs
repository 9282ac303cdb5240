using System.CommandLine;
using InterviewBot.Guides.Documents;
using InterviewBot.Pictures;
using InterviewBot.Pictures.Drawing;

namespace InterviewBot.CommandLine;

/// <summary><c>interviewbot render GUIDE [--topic T] --to svg|png|mermaid [--out FILE] [--font FILE]</c></summary>
internal static class RenderCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("GUIDE") { Description = "A Markdown document; - for standard input" };
        var topic = new Option<string?>("--topic")
        {
            Description = "Number, title or part of the title of one topic; all topics otherwise",
            HelpName = "TOPIC",
        };
        var to = new Option<string>("--to") { Description = "What to draw", DefaultValueFactory = _ => "svg" };
        to.AcceptOnlyFromAmong("svg", "png", "mermaid");
        var outFile = new Option<string?>("--out")
        {
            Description = "Where to write it; standard output otherwise",
            HelpName = "FILE",
        };
        var font = new Option<string?>("--font")
        {
            Description = "A font file for png; one with Chinese letters is looked for otherwise",
            HelpName = "FILE",
        };
        var command = new Command("render", "Draw the flows of a guide") { file, topic, to, outFile, font };
        command.SetAction(parsed =>
            Render(
                parsed.GetRequiredValue(file),
                parsed.GetValue(topic),
                parsed.GetValue(to) ?? "svg",
                parsed.GetValue(outFile),
                parsed.GetValue(font),
                parsed.InvocationConfiguration
            )
        );
        return command;
    }

    private static int Render(
        string path,
        string? topic,
        string to,
        string? outFile,
        string? font,
        InvocationConfiguration console
    )
    {
        if (TextFile.Read(path, out var problem) is not { } text)
            return Refuse(console, problem!, GuideCommands.BadUsage);
        if (GuideReader.Read(Path.GetFileNameWithoutExtension(path), text).Guide is not { } guide)
            return Refuse(console, $"{path}: there is no topic in it", GuideCommands.Broken);
        var topics = guide.Topics.ToList();
        if (topic is not null)
        {
            topics = Matching(topics, topic);
            if (topics.Count != 1)
                return Refuse(
                    console,
                    topics.Count == 0
                        ? $"no topic is called \"{topic}\"; there are: {Listed(guide.Topics)}"
                        : $"\"{topic}\" fits several topics: {Listed(topics)}",
                    GuideCommands.BadUsage
                );
        }
        try
        {
            return to == "mermaid"
                    ? Write(
                        MermaidWriter.Write(
                            [.. topics.Where(t => topic is not null || Charts.HasFlow(t))],
                            guide.Language
                        )
                    )
                : (topic is null ? Charts.OfGuide(guide) : Charts.OfTopic(topics[0], guide.Language)) is not { } chart
                    ? Refuse(
                        console,
                        $"{path}: there is no flow to draw, or it is too large for a picture",
                        GuideCommands.Broken
                    )
                : to == "svg" ? Write(SvgWriter.Write(chart) + "\n")
                : WriteBytes(PngPainter.Paint(chart, font: font));
        }
        catch (Exception why) when (why is NoFontException or IOException or UnauthorizedAccessException)
        {
            return Refuse(console, why.Message, GuideCommands.BadUsage);
        }

        int Write(string written)
        {
            if (outFile is null)
                console.Output.Write(written);
            else
                File.WriteAllText(outFile, written);
            return GuideCommands.Fine;
        }

        int WriteBytes(byte[] bytes)
        {
            if (outFile is null)
            {
                using var output = Console.OpenStandardOutput();
                output.Write(bytes);
            }
            else
                File.WriteAllBytes(outFile, bytes);
            return GuideCommands.Fine;
        }
    }

    private static List<Topic> Matching(List<Topic> topics, string query)
    {
        if (topics.Find(t => t.Key == query) is { } byKey)
            return [byKey];
        var same = topics.FindAll(t => string.Equals(t.Title, query, StringComparison.OrdinalIgnoreCase));
        return same.Count > 0 ? same : topics.FindAll(t => t.Title.Contains(query, StringComparison.OrdinalIgnoreCase));
    }

    private static string Listed(IEnumerable<Topic> topics) =>
        string.Join(", ", topics.Select(t => $"{t.Key} {t.Title}"));

    private static int Refuse(InvocationConfiguration console, string why, int exit)
    {
        console.Error.WriteLine(why);
        return exit;
    }
}
