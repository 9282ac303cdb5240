using System.Text.Json;
using InterviewBot.Teams.Receiving;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace InterviewBot.Teams.Guarding;

/// <summary>
/// Whether a request comes from Teams: the token of the channel path. The emulator's path, which takes Entra tokens and with them the bot's
/// own, does not exist here.
/// </summary>
internal sealed class TokenCheck(IOptions<TeamsOptions> options, SigningKeys keys, TimeProvider clock)
{
    private const string Scheme = "Bearer ";
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);
    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSha384,
        SecurityAlgorithms.RsaSha512,
    ];
    private static readonly JsonWebTokenHandler Handler = new() { MapInboundClaims = false };

    /// <summary>Null: it is no token of Teams for this bot.</summary>
    public async Task<TeamsToken?> Read(string? authorization, CancellationToken ct)
    {
        if (authorization is null || !authorization.StartsWith(Scheme, StringComparison.Ordinal))
            return null;
        var text = authorization[Scheme.Length..];
        if (text.Contains(' ') || !Handler.CanReadToken(text))
            return null;
        JsonWebToken unread;
        try
        {
            unread = Handler.ReadJsonWebToken(text);
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException or JsonException)
        {
            return null;
        }
        // Before a key is looked for, so that only Teams' own tokens can make the bot look.
        if (unread.Issuer != options.Value.Issuer || !Algorithms.Contains(unread.Alg))
            return null;
        if (await keys.Find(unread.Kid, ct) is not { } key)
            return null;
        var result = await Handler.ValidateTokenAsync(text, Parameters(key));
        return result is { IsValid: true, SecurityToken: JsonWebToken token }
            ? new TeamsToken(
                token.TryGetPayloadValue<string>("serviceurl", out var service) ? service : null,
                Endorsements(key)
            )
            : null;
    }

    private TokenValidationParameters Parameters(JsonWebKey key) =>
        new()
        {
            ValidIssuer = options.Value.Issuer,
            ValidAudience = options.Value.AppId,
            ValidAlgorithms = Algorithms,
            IssuerSigningKey = key,
            TryAllIssuerSigningKeys = false,
            RequireSignedTokens = true,
            RequireExpirationTime = true,
            ValidateIssuerSigningKey = true,
            LifetimeValidator = (from, until, _, _) => IsNow(from, until),
        };

    private bool IsNow(DateTime? from, DateTime? until)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return until is { } end && now <= end + Skew && (from is not { } begin || now >= begin - Skew);
    }

    // A key may speak for the channels it is endorsed for: a leaked key of web chat cannot speak for Teams.
    private static IReadOnlyCollection<string> Endorsements(JsonWebKey key) =>
        key.AdditionalData.TryGetValue("endorsements", out var found)
        && found is JsonElement { ValueKind: JsonValueKind.Array } list
            ? [.. list.EnumerateArray().Select(e => e.ToString())]
            : [];
}

/// <summary>A token that Teams signed for this bot.</summary>
/// <param name="Endorsements">Channels its key may speak for; empty: none, as Teams' own keys name theirs.</param>
internal sealed record TeamsToken(string? ServiceUrl, IReadOnlyCollection<string> Endorsements)
{
    /// <summary>The address to which the bot will send its own token has to be the one that was signed.</summary>
    public bool Covers(Activity activity) =>
        ServiceUrl is { Length: > 0 } signed
        && signed.Equals(activity.ServiceUrl, StringComparison.OrdinalIgnoreCase)
        && Endorsements.Contains(activity.ChannelId);
}
