using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.State;

namespace InterviewBot.Interviews.Tests.History;

/// <summary>
/// The folder <c>History/RELEASE</c>: event logs as that release wrote them (<c>NAME.json</c>, a commit a line) and the state they lead to
/// (<c>NAME.state.txt</c>). With <c>APPROVE=1</c> what is missing is written; a log that is there is never written again.
/// </summary>
internal static class StoredHistory
{
    private static readonly JsonSerializerOptions Plain = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static bool Approves => Environment.GetEnvironmentVariable("APPROVE") == "1";

    public static string Folder(string release) => Path.Combine(Here(), release);

    public static void Keep(string file, IEnumerable<(string Json, Cause Cause, DateTimeOffset At)> log)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        var lines = log.Select(c => JsonSerializer.Serialize(new Line(c.At, c.Cause.Text, c.Json), Plain));
        File.WriteAllText(file, string.Join('\n', lines) + "\n");
    }

    public static ImmutableArray<Line> Read(string file) =>
        [.. File.ReadLines(file).Select(line => JsonSerializer.Deserialize<Line>(line)!)];

    public static Interview Replay(string file) =>
        Read(file)
            .Aggregate(
                new Interview { Id = Harness.Table.Id },
                (state, row) =>
                    InterviewFold.Commit(state, EventJson.ReadInterview(row.Events), new Cause(row.Cause), row.At)
            );

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;

    internal sealed record Line(DateTimeOffset At, string Cause, string Events);
}
