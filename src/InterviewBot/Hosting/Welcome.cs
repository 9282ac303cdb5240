using InterviewBot.Delivery.Receiving;
using InterviewBot.Web;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace InterviewBot.Hosting;

/// <summary>The first lines an operator reads: where the bot is, and what it found.</summary>
internal static class Welcome
{
    /// <param name="key">Opens the local pages; it stands in the address that is printed for them.</param>
    public static void SayWhenStarted(WebApplication app, ChannelChoice channels, LocalKey key) =>
        app.Lifetime.ApplicationStarted.Register(() =>
        {
            var addresses =
                app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses ?? [];
            var guides = app.Services.GetRequiredService<IGuideShelf>().Guides;
            Console.WriteLine();
            foreach (var address in addresses)
                Console.WriteLine($"InterviewBot is at {Reachable(address)}/");
            var local = addresses
                .Select(Reachable)
                .FirstOrDefault(a => a.StartsWith("http://", StringComparison.Ordinal));
            if (channels.Web && local is not null)
                Console.WriteLine(
                    $"Local chat: open {local}/?{LocalKey.InAddress}={key.Value} in a browser on this computer; nobody else can."
                );
            else if (local is not null)
                Console.WriteLine($"Guides: {local}/guides?{LocalKey.InAddress}={key.Value} on this computer.");
            if (channels.Slack)
                Console.WriteLine("Slack is on.");
            if (channels.Teams)
                Console.WriteLine("Teams is on: it sends to /api/messages.");
            foreach (var guide in guides)
                Console.WriteLine($"Guide: {guide.Guide.Name} ({guide.Guide.Title})");
            if (guides.Count == 0)
                Console.WriteLine(
                    $"No guide: put Markdown guides into {app.Services.GetRequiredService<IOptions<GuidesOptions>>().Value.FullFolder}, or name another folder with --guides."
                );
            Console.WriteLine("Ctrl-C stops it.");
        });

    // Listening everywhere is no address to open, and the local pages answer to this computer's own names only.
    private static string Reachable(string address) =>
        address
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://[::]", "://127.0.0.1", StringComparison.Ordinal);
}
