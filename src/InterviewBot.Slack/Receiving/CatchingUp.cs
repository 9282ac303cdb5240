using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;
using InterviewBot.Slack.Calling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Slack.Receiving;

/// <summary>
/// Reads what was typed in the direct conversations of open interviews while the bot was away: at the start, and whenever the sockets come back. A
/// line has the same cause whether an event or the history brings it, so it counts once; a late command is refused by its own time.
/// </summary>
internal sealed class CatchingUp(
    Workspaces workspaces,
    SlackHouse house,
    DirectMessages directs,
    SlackApi api,
    Lines lines,
    IReadRows rows,
    ILogger<CatchingUp> logger
) : BackgroundService
{
    private const int Interviews = 200;
    private const int LinesOfAPage = 200;
    private const int Pages = 5;
    private static readonly string[] Open =
    [
        nameof(Phase.Preparing),
        nameof(Phase.Running),
        nameof(Phase.Paused),
        nameof(Phase.Finished),
    ];
    private readonly SemaphoreSlim turn = new(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            await Run(stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            logger.AfterThrew(e.GetType().Name);
        }
        catch (OperationCanceledException) { }
    }

    public async Task<int> Run(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            var read = 0;
            foreach (var ours in await workspaces.All(ct))
            {
                foreach (var (user, since) in await Talking(ours, ct))
                    read += await Read(ours, user, since, ct);
            }
            if (read > 0)
                logger.CaughtUp(read);
            return read;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Who has an open interview in a workspace, and since when.</summary>
    public async Task<IReadOnlyList<(string User, DateTimeOffset Since)>> Talking(Workspace ours, CancellationToken ct)
    {
        var all = await rows.List(ReadRowKinds.Interview, house.Organisation(ours.Id), null, Interviews, ct);
        return
        [
            .. all.Where(r => Open.Contains(r.Status) && IsOurs(ours, r))
                .GroupBy(r => r.Person!)
                .Select(g => (g.Key.Split(':')[2], g.Min(r => InterviewRow.Read(r.Data)?.BegunAt ?? r.At))),
        ];
    }

    private async Task<int> Read(Workspace ours, string user, DateTimeOffset since, CancellationToken ct)
    {
        if ((await directs.Id(ours, user, ct)).Id is not { } channel)
            return 0;
        var read = new List<JsonElement>();
        string? cursor = null;
        for (var page = 0; page < Pages; page++)
        {
            var form = new Dictionary<string, string>
            {
                ["channel"] = channel,
                ["oldest"] = SlackTime.Write(since),
                ["limit"] = $"{LinesOfAPage}",
            };
            if (cursor is not null)
                form["cursor"] = cursor;
            var answer = await api.Ask(ours, "conversations.history", form, ct);
            if (!answer.Ok)
                break;
            read.AddRange(
                answer
                    .Body.List("messages")
                    .Where(m =>
                        m.Text("user") == user && m.Text("bot_id") is null && m.Text("subtype") is null or "file_share"
                    )
            );
            cursor = answer.Body.Text("response_metadata", "next_cursor");
            if (cursor is null)
                break;
        }
        // History comes newest first; lines count in the order they were typed.
        read.Reverse();
        foreach (var message in read)
        {
            await lines.Typed(ours, channel, message, quiet: true);
            // Edited meanwhile; an edit that was known counts once as well. A deletion leaves no trace in the history.
            if (message.At("edited") is not null)
                await lines.Changed(ours, channel, Edited(message), quiet: true);
        }
        return read.Count;
    }

    // As the event of an edit would have brought it.
    private static JsonElement Edited(JsonElement message) =>
        JsonSerializer.SerializeToElement(
            new() { ["message"] = message },
            EditedJson.Default.DictionaryStringJsonElement
        );

    private static bool IsOurs(Workspace ours, ReadRow row) =>
        row.Person?.Split(':') is [SlackHouse.ChannelName, var team, _] && team == ours.Id;
}

[JsonSerializable(typeof(Dictionary<string, JsonElement>))]
internal sealed partial class EditedJson : JsonSerializerContext;
