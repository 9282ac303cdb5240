using System.CommandLine;
using InterviewBot.Guides.Documents;
using InterviewBot.Rehearsing;

namespace InterviewBot.CommandLine;

/// <summary><c>interviewbot rehearse GUIDE [--minutes N] [--language en|zh-CN]</c>: the interview in the terminal, for practice.</summary>
internal static class RehearseCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("GUIDE") { Description = "A Markdown document" };
        var minutes = new Option<int?>("--minutes") { Description = "Length of the interview; the guide's otherwise" };
        minutes.Validators.Add(result =>
        {
            if (result.GetValueOrDefault<int?>() is < 5 or > 600)
                result.AddError("--minutes is a number from 5 to 600");
        });
        var language = new Option<string?>("--language")
        {
            Description = "Language of the bot's own texts; that of the guide otherwise",
        };
        language.AcceptOnlyFromAmong("en", "zh-CN");
        var command = new Command("rehearse", "Practise an interview in the terminal; nothing is kept")
        {
            file,
            minutes,
            language,
        };
        command.SetAction(
            async (parsed, ct) =>
            {
                var path = parsed.GetRequiredValue(file);
                var console = parsed.InvocationConfiguration;
                if (TextFile.Read(path, out var problem) is not { } text)
                {
                    await console.Error.WriteLineAsync(problem);
                    return GuideCommands.BadUsage;
                }
                var name = Path.GetFileNameWithoutExtension(path);
                if (GuideReader.Read(name, text).Guide is not { } guide)
                {
                    await console.Error.WriteLineAsync($"{path}: nothing in it can be asked");
                    return GuideCommands.Broken;
                }
                await Rehearsal.Run(
                    guide,
                    text,
                    parsed.GetValue(minutes),
                    parsed.GetValue(language) ?? guide.Language,
                    Console.In,
                    console.Output,
                    ct
                );
                return GuideCommands.Fine;
            }
        );
        return command;
    }
}
