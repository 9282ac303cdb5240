using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Store.Sqlite;

namespace InterviewBot.Store.Tests;

/// <summary>The child process: sixteen writers commit as fast as they can and print what was acknowledged, until somebody kills it.</summary>
internal static class KilledWriter
{
    public const string Variable = "INTERVIEWBOT_KILLED_WRITER";

    public static async Task<int> Run(string file)
    {
        await using var store = SqliteStore.Open(file, TimeProvider.System);
        await using var answers = Console.OpenStandardOutput();
        await Task.WhenAll(Enumerable.Range(1, 16).Select(i => Task.Run(() => Write(store, new StreamId(i), answers))));
        return 1; // only a broken store gets here
    }

    private static async Task Write(SqliteStore store, StreamId stream, Stream answers)
    {
        var head = await store.HeadSeq(stream, CancellationToken.None);
        while (true)
        {
            var commit = Make.Commit(stream, head) with { Outbox = [Make.Draw($"web:local:{stream}", Make.Noon)] };
            if (await store.Commit(commit) != CommitOutcome.Won)
                return;
            head++;
            var line = System.Text.Encoding.ASCII.GetBytes($"{stream} {head}.\n"); // the dot tells a whole line from a cut one
            lock (answers)
                answers.Write(line);
        }
    }
}
