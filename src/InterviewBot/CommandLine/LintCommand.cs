using System.Collections.Immutable;
using System.CommandLine;
using InterviewBot.Guides;
using InterviewBot.Guides.Linting;
using InterviewBot.Shelf;

namespace InterviewBot.CommandLine;

/// <summary><c>interviewbot lint PATH... [--format text|json|github] [--strict]</c></summary>
internal static class LintCommand
{
    // What may not be read is left out, as the bot does.
    private static readonly EnumerationOptions TopOnly = new() { AttributesToSkip = 0 };

    public static Command Create()
    {
        var paths = new Argument<string[]>("PATH")
        {
            Description =
                "Markdown files, or folders of guides (as the bot reads them: *.md, without sub-folders and README)",
            Arity = ArgumentArity.OneOrMore,
        };
        var format = new Option<string>("--format")
        {
            Description = "How problems are written",
            DefaultValueFactory = _ => "text",
        };
        format.AcceptOnlyFromAmong("text", "json", "github");
        var strict = new Option<bool>("--strict") { Description = "Warnings count as errors" };
        var command = new Command("lint", "Check guides and tell what their authors should mend")
        {
            paths,
            format,
            strict,
        };
        command.SetAction(parsed =>
        {
            var output = parsed.InvocationConfiguration.Output;
            var error = parsed.InvocationConfiguration.Error;
            return Lint(
                parsed.GetValue(paths) ?? [],
                parsed.GetValue(format) ?? "text",
                parsed.GetValue(strict),
                output,
                error
            );
        });
        return command;
    }

    private static int Lint(string[] paths, string format, bool strict, TextWriter output, TextWriter error)
    {
        var missing = Array.FindAll(paths, p => !File.Exists(p) && !Directory.Exists(p));
        foreach (var path in missing)
            error.WriteLine($"{path}: no such file or folder");
        if (missing.Length > 0)
            return GuideCommands.BadUsage;

        var found = new List<FileProblem>();
        var files = paths.SelectMany(Files).Distinct(StringComparer.Ordinal).ToList();
        foreach (var file in files)
        {
            if (TextFile.Read(file, out var problem) is not { } text)
            {
                error.WriteLine(problem);
                return GuideCommands.BadUsage;
            }
            found.AddRange(Problems(file, text).Select(p => new FileProblem(file, p)));
        }
        LintReport.Write(format, found, output);
        var (errors, warnings, infos) = LintReport.Count(found);
        if (format == "text")
            error.WriteLine(
                $"{Counted(files.Count, "file")}, {Counted(errors, "error")}, {Counted(warnings, "warning")}, {Counted(infos, "info")}"
            );
        return errors > 0 || (strict && warnings > 0) ? GuideCommands.Broken : GuideCommands.Fine;
    }

    private static string Counted(int count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";

    private static ImmutableArray<Problem> Problems(string file, string text) =>
        GuideLinter.Read(Path.GetFileNameWithoutExtension(file), text).Problems;

    /// <summary>A file as it is named; of a folder the guides that the bot would offer, in a fixed order.</summary>
    private static IEnumerable<string> Files(string path) =>
        Directory.Exists(path)
            ? Directory
                .EnumerateFiles(path, "*", TopOnly)
                .Where(f => GuideNames.IsGuide(Path.GetFileName(f)))
                .Order(StringComparer.Ordinal)
            : [path];
}

internal sealed record FileProblem(string File, Problem Problem);
