using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace InterviewBot.Teams.Guarding;

/// <summary>Without tokens anybody who reaches the bot could be anybody: it does not stay up on an address that others reach.</summary>
internal sealed class LoopbackAtStart(IOptions<TeamsOptions> options, IServer server) : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        var addresses = server.Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
        var open = addresses.FirstOrDefault(a =>
            !Uri.TryCreate(a, UriKind.Absolute, out var uri) || !TeamsOptionsCheck.IsLoopback(uri.Host)
        );
        return options.Value.Anonymous && open is not null
            ? throw new OptionsValidationException(
                nameof(TeamsOptions),
                typeof(TeamsOptions),
                [$"Teams:Anonymous is for this machine only, but the bot listens on {open}."]
            )
            : Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
