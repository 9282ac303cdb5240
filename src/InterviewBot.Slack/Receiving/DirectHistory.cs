using System.Text.Json;
using InterviewBot.Slack.Calling;

namespace InterviewBot.Slack.Receiving;

/// <summary>What stands in a direct conversation, threads included, oldest first.</summary>
/// <param name="Messages">Of everybody.</param>
/// <param name="IsWhole">False: a limit or a refusal came between; nothing may be concluded from what is missing.</param>
/// <param name="Interrupted">Slack gave up in passing: worth another try.</param>
internal sealed record Conversation(IReadOnlyList<JsonElement> Messages, bool IsWhole, bool Interrupted)
{
    /// <summary>Whether a message that is missing was taken away: what is older still stands, so it is not that Slack keeps nothing of that age.</summary>
    public bool Lacks(DateTimeOffset at) =>
        IsWhole
        && Messages.Any(m => SlackTime.Read(m.Text("ts")) < at)
        && !Messages.Any(m => SlackTime.Read(m.Text("ts")) == at && !Lines.IsTombstone(m));
}

/// <summary>Reads direct conversations back. Nobody waits for it, so it waits as long as Slack's limits ask for.</summary>
internal sealed class DirectHistory(SlackApi api, TimeProvider clock)
{
    private const int OfAPage = 200;
    private const int Pages = 25;
    private const int Tries = 5;
    private static readonly TimeSpan ShortWait = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(2);

    public async Task<Conversation> Read(Workspace ours, string channel, DateTimeOffset since, CancellationToken ct)
    {
        var form = new Dictionary<string, string> { ["channel"] = channel, ["oldest"] = SlackTime.Write(since) };
        var (read, isWhole, interrupted) = await All(ours, "conversations.history", form, ct);
        var byTime = read.Where(m => m.Text("ts") is not null).ToDictionary(m => m.Text("ts")!);
        // History has the messages that begin a thread, and of their replies no more than the number.
        foreach (var parent in read.Where(m => m.At("reply_count") is not null).ToList())
        {
            var (replies, all, broken) = await All(
                ours,
                "conversations.replies",
                new() { ["channel"] = channel, ["ts"] = parent.Text("ts")! },
                ct
            );
            isWhole &= all;
            interrupted |= broken;
            foreach (var reply in replies.Where(r => r.Text("ts") is not null))
                byTime.TryAdd(reply.Text("ts")!, reply);
        }
        return new Conversation([.. byTime.Values.OrderBy(m => SlackTime.Read(m.Text("ts")))], isWhole, interrupted);
    }

    /// <summary>Asked once more about the one message, before anything of it is taken away.</summary>
    public async Task<bool> IsGone(Workspace ours, string channel, string ts, CancellationToken ct)
    {
        var form = new Dictionary<string, string> { ["channel"] = channel, ["ts"] = ts };
        var answer = await Patiently(ours, "conversations.replies", form, ct);
        return answer.Ok
            ? !answer.Body.List("messages").Any(m => m.Text("ts") == ts && !Lines.IsTombstone(m))
            : answer.Error is "thread_not_found" or "message_not_found";
    }

    private async Task<(List<JsonElement> Read, bool IsWhole, bool Interrupted)> All(
        Workspace ours,
        string method,
        Dictionary<string, string> form,
        CancellationToken ct
    )
    {
        var read = new List<JsonElement>();
        form["limit"] = $"{OfAPage}";
        for (var page = 0; page < Pages; page++)
        {
            var answer = await Patiently(ours, method, form, ct);
            if (!answer.Ok)
                return (read, false, answer.IsPassing);
            read.AddRange(answer.Body.List("messages"));
            if (answer.Body.Text("response_metadata", "next_cursor") is not { } cursor)
                return (read, true, false);
            form["cursor"] = cursor;
        }
        return (read, false, false);
    }

    private async Task<ApiAnswer> Patiently(
        Workspace ours,
        string method,
        Dictionary<string, string> form,
        CancellationToken ct
    )
    {
        for (var again = 1; ; again++)
        {
            var answer = await api.Ask(ours, method, form, ct);
            if (!answer.IsPassing || again == Tries)
                return answer;
            var wait = answer.RetryAfter ?? ShortWait;
            await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, ct);
        }
    }
}
