using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using InterviewBot.Interviews.Seams;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Slack.Calling;

/// <summary>Installations in the store; tokens encrypted by ASP.NET Data Protection, whose keys lie outside of the database.</summary>
internal sealed partial class Vault(IAddressBook book, IDataProtectionProvider protection, ILogger<Vault> logger)
{
    private const string Shelf = "app";
    private const string Kind = "installation";
    private readonly IDataProtector protector = protection.CreateProtector("InterviewBot.Slack.Tokens.v1");

    public Task Keep(Workspace workspace) =>
        book.Keep(
            new Address(
                SlackHouse.ChannelName,
                Shelf,
                Kind,
                workspace.Id,
                JsonSerializer.Serialize(
                    new Kept(
                        protector.Protect(workspace.Token),
                        workspace.BotUser,
                        workspace.BotId,
                        workspace.Enterprise
                    ),
                    KeptJson.Default.Kept
                ),
                workspace.InstalledAt!.Value
            )
        );

    public async ValueTask<Workspace?> Find(string id, CancellationToken ct) =>
        await book.Find(SlackHouse.ChannelName, Shelf, Kind, id, ct) is { } row ? Open(row) : null;

    public async ValueTask<IReadOnlyList<Workspace>> All(CancellationToken ct) =>
        [.. (await book.List(SlackHouse.ChannelName, Shelf, Kind, ct)).Select(Open).OfType<Workspace>()];

    public Task Drop(string id) => book.Drop(SlackHouse.ChannelName, Shelf, Kind, id);

    // Null: the keys were lost or changed. Such a workspace has to install the app again; the others are served.
    private Workspace? Open(Address row)
    {
        try
        {
            var kept = JsonSerializer.Deserialize(row.Data, KeptJson.Default.Kept)!;
            var token = protector.Unprotect(kept.Token);
            return new Workspace(row.Key, token, kept.BotUser, kept.BotId, kept.Enterprise, row.At);
        }
        catch (Exception e) when (e is CryptographicException or JsonException)
        {
            logger.TokenUnreadable(row.Key);
            return null;
        }
    }

    private sealed record Kept(string Token, string BotUser, string? BotId, string? Enterprise);

    [JsonSerializable(typeof(Kept))]
    private sealed partial class KeptJson : JsonSerializerContext;
}
