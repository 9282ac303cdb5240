using System.Text.Json;
using InterviewBot.Guides;

namespace InterviewBot.CommandLine;

/// <summary>The three ways to write problems down: for people, for programs, for the pages of a pull request.</summary>
internal static class LintReport
{
    public static void Write(string format, List<FileProblem> found, TextWriter output)
    {
        if (format == "json")
        {
            var problems = found.ConvertAll(f => new LintProblemJson(
                f.File,
                f.Problem.Line,
                f.Problem.Column,
                Level(f.Problem),
                f.Problem.Code,
                f.Problem.Message,
                f.Problem.Hint
            ));
            var (errors, warnings, infos) = Count(found);
            var report = new LintJson(problems, errors, warnings, infos);
            output.WriteLine(JsonSerializer.Serialize(report, CommandJson.Readable.LintJson));
            return;
        }
        foreach (var (file, problem) in found)
            output.WriteLine(format == "github" ? GitHub(file, problem) : Text(file, problem));
    }

    public static string Level(Problem problem) =>
        problem.Level switch
        {
            ProblemLevel.Error => "error",
            ProblemLevel.Warning => "warning",
            _ => "info",
        };

    public static (int Errors, int Warnings, int Infos) Count(List<FileProblem> found)
    {
        int Of(ProblemLevel level) => found.Count(f => f.Problem.Level == level);
        return (Of(ProblemLevel.Error), Of(ProblemLevel.Warning), Of(ProblemLevel.Info));
    }

    public static string Message(Problem problem) =>
        problem.Hint is null ? problem.Message : $"{problem.Message} ({problem.Hint})";

    private static string Text(string file, Problem problem) =>
        $"{file}:{problem.Line}:{problem.Column}: {Level(problem)} {problem.Code}: {OneLine(Message(problem))}";

    /// <summary>A workflow command; its own signs are escaped by their percent codes.</summary>
    private static string GitHub(string file, Problem problem) =>
        $"::{(problem.Level == ProblemLevel.Info ? "notice" : Level(problem))} file={Property(file)},line={problem.Line},col={problem.Column},title={Property(problem.Code)}::{Data(Message(problem))}";

    private static string Data(string text) =>
        text.Replace("%", "%25", StringComparison.Ordinal)
            .Replace("\r", "%0D", StringComparison.Ordinal)
            .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string Property(string text) =>
        Data(text).Replace(":", "%3A", StringComparison.Ordinal).Replace(",", "%2C", StringComparison.Ordinal);

    /// <summary>One problem, one line, and no control sequences from a guide in a terminal.</summary>
    private static string OneLine(string text) => string.Concat(text.Select(c => char.IsControl(c) ? ' ' : c));
}
