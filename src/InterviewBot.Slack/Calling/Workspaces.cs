using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InterviewBot.Slack.Calling;

/// <summary>
/// The workspaces that are served: those that installed the app (<see cref="Vault"/>), and the one of the configured token, which tells by
/// <c>auth.test</c> which one it is.
/// </summary>
internal sealed class Workspaces(
    SlackApi api,
    Vault vault,
    IOptions<SlackOptions> options,
    TimeProvider clock,
    ILogger<Workspaces> logger
) : IHostedService, IDisposable
{
    private static readonly TimeSpan AskAgain = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim asking = new(1);
    private readonly ConcurrentDictionary<string, Workspace> installed = new();
    private volatile Workspace? configured;
    private volatile string? refused;
    private int asked;
    private DateTimeOffset askNotBefore;

    /// <summary>The one of the configured token; null: there is none, or Slack did not tell yet.</summary>
    public string? ConfiguredId => configured?.Id;

    /// <summary>Slack has told whose the configured token is, or there is none.</summary>
    public bool AllKnown => configured is not null || options.Value.BotToken.Length == 0;

    /// <summary>Why Slack does not take the configured token; null: it does, or nobody asked yet.</summary>
    public string? Refused => configured is { IsDead: true } dead ? dead.Death : refused;

    /// <summary>Finds out in the background whether the configured token is taken, unless that is known.</summary>
    public void AskSoon()
    {
        if (options.Value.BotToken.Length == 0 || configured is not null || Interlocked.Exchange(ref asked, 1) == 1)
            return;
        _ = Ask();

        async Task Ask()
        {
            try
            {
                await Configured(CancellationToken.None);
            }
            catch (ObjectDisposedException)
            {
                // The process ends.
            }
            finally
            {
                Interlocked.Exchange(ref asked, 0);
            }
        }
    }

    public bool IsInstalled(string id) => installed.ContainsKey(id);

    /// <summary>The first of these that is served. Null with <c>Known</c>: none of them; null without: Slack did not tell yet, ask again later.</summary>
    public async ValueTask<(Workspace? Ours, bool Known)> Of(IReadOnlyList<string> ids, CancellationToken ct)
    {
        foreach (var id in ids)
        {
            if (await Installed(id, ct) is { } there)
                return (there, true);
        }
        if (options.Value.BotToken.Length == 0)
            return (null, true);
        if (await Configured(ct) is not { } own)
            return (null, false);
        // Without a name for its workspace a delivery can only be for the configured one.
        return ids.Count == 0 || ids.Contains(own.Id) ? (own, true) : (null, true);
    }

    public async ValueTask<(Workspace? Ours, bool Known)> Of(string id, CancellationToken ct) => await Of([id], ct);

    public async ValueTask<IReadOnlyList<Workspace>> All(CancellationToken ct)
    {
        var all = installed.Values.ToList();
        if (options.Value.BotToken.Length > 0 && await Configured(ct) is { } own && !installed.ContainsKey(own.Id))
            all.Add(own);
        return [.. all.Where(w => !w.IsDead)];
    }

    /// <summary>Stored first, then served.</summary>
    public async Task Install(Workspace workspace)
    {
        await vault.Keep(workspace);
        installed[workspace.Id] = workspace;
        logger.WorkspaceServed(workspace.Id);
    }

    /// <summary>Slack says that the app, or its token, is not wanted any more. Both are told, in any order, and late: what was installed since stays.</summary>
    public async Task Left(Workspace ours, string why, DateTimeOffset? at)
    {
        if (ours.InstalledAt is { } since && at < since.AddTicks(-(since.Ticks % TimeSpan.TicksPerSecond)))
            return;
        if (ours.Died(why))
            logger.InstallationDead(ours.Id, why);
        if (ours.InstalledAt is not null)
            await vault.Drop(ours.Id);
        installed.TryRemove(KeyValuePair.Create(ours.Id, ours));
    }

    /// <summary>Before the pump begins: what it sends depends on whose the places are.</summary>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var workspace in await vault.All(cancellationToken))
            installed[workspace.Id] = workspace;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => asking.Dispose();

    // Another copy of the bot may have taken a newer installation in.
    private async ValueTask<Workspace?> Installed(string id, CancellationToken ct)
    {
        if (installed.TryGetValue(id, out var there) && !there.IsDead)
            return there;
        if (!options.Value.TakesInstallations)
            return there;
        if (await vault.Find(id, ct) is not { } kept || kept.InstalledAt == there?.InstalledAt)
            return there;
        return installed[id] = kept;
    }

    private async ValueTask<Workspace?> Configured(CancellationToken ct)
    {
        if (configured is { } there)
            return there;
        await asking.WaitAsync(ct);
        try
        {
            if (configured is not null || clock.GetUtcNow() < askNotBefore)
                return configured;
            (configured, var error) = await Recognise(options.Value.BotToken, null, ct);
            if (error is null)
                refused = null;
            else if (Workspace.IsDeadly(error))
            {
                refused = error;
                askNotBefore = clock.GetUtcNow() + AskAgain;
                logger.InstallationDead("of the configured token", error);
            }
            return configured;
        }
        finally
        {
            asking.Release();
        }
    }

    /// <summary>Whose a token is; null: Slack does not say.</summary>
    public async Task<(Workspace? Workspace, string? Error)> Recognise(
        string token,
        DateTimeOffset? installedAt,
        CancellationToken ct
    )
    {
        var answer = await api.AskWith(token, "auth.test", ct);
        if (!answer.Ok)
            return (null, answer.Error);
        var enterprise = answer.Body.Text("enterprise_id");
        var id =
            enterprise is not null && answer.Body.IsTrue("is_enterprise_install")
                ? enterprise
                : answer.Body.Text("team_id");
        return id is not null && answer.Body.Text("user_id") is { } user
            ? (new Workspace(id, token, user, answer.Body.Text("bot_id"), enterprise, installedAt), null)
            : (null, ApiAnswer.Unanswered);
    }
}
