using System.CommandLine;
using System.Globalization;

namespace InterviewBot.CommandLine;

/// <summary><c>interviewbot new-guide NAME [--language en|zh-CN] [--folder FOLDER]</c>: a first guide that lints clean.</summary>
internal static class NewGuideCommand
{
    public static Command Create()
    {
        var name = new Argument<string>("NAME")
        {
            Description = "Its file name, with or without .md; the title is made of it",
        };
        var language = new Option<string>("--language")
        {
            Description = "What the guide is written in",
            DefaultValueFactory = _ => "en",
        };
        language.AcceptOnlyFromAmong("en", "zh-CN");
        var folder = new Option<string>("--folder")
        {
            Description = "Where it is written",
            DefaultValueFactory = _ => Directory.Exists("flows") ? "flows" : ".",
            HelpName = "FOLDER",
        };
        var command = new Command("new-guide", "Write a first guide to fill in") { name, language, folder };
        command.SetAction(parsed =>
            Write(
                parsed.GetRequiredValue(name),
                parsed.GetValue(language) ?? "en",
                parsed.GetValue(folder) ?? ".",
                parsed.InvocationConfiguration
            )
        );
        return command;
    }

    private static int Write(string name, string language, string folder, InvocationConfiguration console)
    {
        name = name.EndsWith(".md", StringComparison.OrdinalIgnoreCase) ? name[..^3] : name;
        if (name.Length == 0 || name.IndexOfAny(Path.GetInvalidFileNameChars()) >= 0 || name.StartsWith('.'))
        {
            console.Error.WriteLine($"\"{name}\" is no name for a file");
            return GuideCommands.BadUsage;
        }
        var path = Path.Combine(folder, name + ".md");
        try
        {
            Directory.CreateDirectory(folder);
            // Nobody's guide is overwritten.
            using var file = new FileStream(path, FileMode.CreateNew);
            using var writer = new StreamWriter(file);
            writer.Write(Skeleton(language).Replace("{TITLE}", Title(name), StringComparison.Ordinal));
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"{path}: {why.Message}");
            return GuideCommands.BadUsage;
        }
        console.Output.WriteLine(path);
        return GuideCommands.Fine;
    }

    private static string Skeleton(string language)
    {
        using var text = new StreamReader(
            typeof(NewGuideCommand).Assembly.GetManifestResourceStream($"skeletons/guide.{language}.md")!
        );
        return text.ReadToEnd();
    }

    /// <summary>"backend-go.zh-CN" is called "Backend go". No sign of YAML or Markdown comes through.</summary>
    private static string Title(string name)
    {
        foreach (var ending in (string[])[".zh-CN", ".en"])
            name = name.EndsWith(ending, StringComparison.OrdinalIgnoreCase) ? name[..^ending.Length] : name;
        var words = string.Concat(name.Select(c => char.IsLetterOrDigit(c) ? c : ' '));
        words = string.Join(' ', words.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        return words.Length == 0 ? "Guide" : char.ToUpper(words[0], CultureInfo.InvariantCulture) + words[1..];
    }
}
