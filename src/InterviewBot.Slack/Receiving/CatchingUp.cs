using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Interviews.State;
using InterviewBot.Slack.Calling;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Slack.Receiving;

/// <summary>
/// Reads what was typed, edited and deleted in the direct conversations of open interviews while the bot was away: at the start, and whenever
/// the sockets come back. It makes notes and nothing else: a command that came late is told, not carried out. A line has the same cause
/// whether an event or the history brings it, so it counts once.
/// </summary>
internal sealed class CatchingUp(
    Workspaces workspaces,
    SlackHouse house,
    DirectMessages directs,
    DirectHistory histories,
    Lines lines,
    AnsweredLines answered,
    LateNews news,
    InterviewDesk interviews,
    IReadRows rows,
    Patience patience,
    TimeProvider clock,
    ILogger<CatchingUp> logger
) : BackgroundService
{
    private static readonly string[] Open =
    [
        nameof(Phase.Preparing),
        nameof(Phase.Running),
        nameof(Phase.Paused),
        nameof(Phase.Finished),
    ];
    private const int Recent = 20;
    private const int Tries = 30;
    private readonly SemaphoreSlim turn = new(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        try
        {
            // Slack, or the line to it, may be down at our start too.
            for (var again = 0; again < Tries && !await Run(stoppingToken); again++)
                await Task.Delay(patience.Again, clock, stoppingToken);
        }
        catch (Exception e) when (!stoppingToken.IsCancellationRequested)
        {
            logger.AfterThrew(e.GetType().Name);
        }
        catch (OperationCanceledException) { }
    }

    /// <returns>Whether everybody was read; false: something came between, and it is worth another try.</returns>
    public async Task<bool> Run(CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            var (read, isWhole) = (0, true);
            foreach (var ours in await workspaces.All(ct))
            {
                await answered.Tidy(ours.Id, ct);
                foreach (var (user, open) in await Talking(ours, ct))
                {
                    var (lines, all) = await Alone(ours, user, open, ct);
                    read += lines;
                    isWhole &= all;
                }
            }
            if (read > 0)
                logger.CaughtUp(read);
            return isWhole && workspaces.AllKnown;
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>One person's conversation, when it is not known whether all of it has arrived.</summary>
    public async Task Of(Workspace ours, string user, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            var person = new PersonId(SlackHouse.ChannelName, ours.Id, user);
            var theirs = await rows.List(ReadRowKinds.Interview, house.Organisation(ours.Id), person, Recent, ct);
            var open = theirs.Where(r => Open.Contains(r.Status)).Select(r => r.Stream).ToList();
            if (open.Count > 0 && await Alone(ours, user, open, ct) is (> 0 and var read, _))
                logger.CaughtUp(read);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>Everybody who has an open interview in a workspace, and which.</summary>
    public async Task<IReadOnlyList<(string User, IReadOnlyList<StreamId> Open)>> Talking(
        Workspace ours,
        CancellationToken ct
    )
    {
        var all = await rows.WithStatus(ReadRowKinds.Interview, house.Organisation(ours.Id), Open, ct);
        return
        [
            .. all.Where(r => IsOurs(ours, r))
                .GroupBy(r => r.Person!)
                .Select(g => (g.Key.Split(':')[2], (IReadOnlyList<StreamId>)[.. g.Select(r => r.Stream)])),
        ];
    }

    // What goes wrong with one person's conversation holds nobody else up.
    private async Task<(int Lines, bool IsWhole)> Alone(
        Workspace ours,
        string user,
        IReadOnlyList<StreamId> open,
        CancellationToken ct
    )
    {
        try
        {
            return await Read(ours, user, open, ct);
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            logger.AfterThrew(e.GetType().Name);
            return (0, true); // a defect of ours: another try would end the same
        }
    }

    private async Task<(int Lines, bool IsWhole)> Read(
        Workspace ours,
        string user,
        IReadOnlyList<StreamId> open,
        CancellationToken ct
    )
    {
        var (id, failed) = await directs.Id(ours, user, ct);
        if (id is not { } channel)
            return (0, failed is not { IsPassing: true });
        // Before the history is read: what is taken as a note while it is read cannot stand in it.
        var notes = await Notes(house.Dm(new PersonId(SlackHouse.ChannelName, ours.Id, user)), open, ct);
        var there = await histories.Read(ours, channel, open.Min().MadeAt, ct);
        var late = new List<(DateTimeOffset At, Reply Reply)>();
        var read = 0;
        foreach (var message in there.Messages.Where(m => Lines.IsOf(user, m)))
        {
            if (await lines.CameLate(ours, channel, message) is not { } reply)
                continue;
            if (!reply.Accepted)
                return (read, false); // the store is busy
            read++;
            late.Add((SlackTime.Read(message.Text("ts"))!.Value, reply));
            // What was answered and not kept is no note because it was put right later.
            var isNote = notes.Contains(message.Text("ts")!) || reply is { Text: null, Late: null };
            if (isNote && message.At("edited") is not null)
                await lines.Changed(ours, channel, Edited(message), quiet: true);
        }
        foreach (var ts in notes.Where(ts => SlackTime.Read(ts) is { } at && there.Lacks(at)))
        {
            if (await histories.IsGone(ours, channel, ts, ct))
                await lines.Gone(ours, user, ts);
        }
        await news.Tell(ours, user, channel, late);
        return (read, !there.Interrupted);
    }

    /// <summary>The messages that living notes of these interviews were typed as.</summary>
    private async Task<HashSet<string>> Notes(Place place, IReadOnlyList<StreamId> open, CancellationToken ct)
    {
        var found = new HashSet<string>();
        foreach (var stream in open)
        {
            if (await interviews.View(stream, ct) is { } view)
                found.UnionWith(
                    view.Interview.LivingNotes.Select(n => n.Id)
                        .Where(id => id.StartsWith($"{place.Lane}:", StringComparison.Ordinal))
                        .Select(id => id[(place.Lane.Length + 1)..])
                );
        }
        return found;
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
