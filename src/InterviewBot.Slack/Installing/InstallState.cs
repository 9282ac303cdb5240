using System.Security.Cryptography;
using System.Text;
using InterviewBot.Interviews.Seams;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.WebUtilities;

namespace InterviewBot.Slack.Installing;

/// <summary>
/// What ties the answer of Slack's consent page to the browser that began: a secret in a cookie, and the state, which holds its hash. Good for ten
/// minutes and once. Only what was used is stored, so that asking for many states fills nothing.
/// </summary>
internal sealed class InstallState(IAddressBook book, IDataProtectionProvider protection, TimeProvider clock)
{
    public static readonly TimeSpan Lives = TimeSpan.FromMinutes(10);
    private const string Shelf = "app";
    private const string Kind = "used-state";
    private readonly IDataProtector protector = protection.CreateProtector("InterviewBot.Slack.InstallState.v1");

    public (string State, string Secret) Begin()
    {
        var secret = WebEncoders.Base64UrlEncode(RandomNumberGenerator.GetBytes(32));
        var until = (clock.GetUtcNow() + Lives).UtcTicks;
        return (protector.Protect($"{until}:{Hash(secret)}"), secret);
    }

    /// <summary>Whether state and cookie belong together, are fresh, and were not used before; afterwards they are used.</summary>
    public async Task<bool> Use(string? state, string? secret)
    {
        if (string.IsNullOrEmpty(state) || string.IsNullOrEmpty(secret) || Open(state) is not var (until, hash))
            return false;
        var now = clock.GetUtcNow();
        if (
            until < now.UtcTicks
            || !CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(hash),
                Encoding.ASCII.GetBytes(Hash(secret))
            )
        )
            return false;
        foreach (var used in await book.List(SlackHouse.ChannelName, Shelf, Kind, CancellationToken.None))
        {
            if (used.At + Lives + Lives < now)
                await book.Drop(SlackHouse.ChannelName, Shelf, Kind, used.Key);
        }
        return await book.Keep(new Address(SlackHouse.ChannelName, Shelf, Kind, hash, "{}", now));
    }

    private (long Until, string Hash)? Open(string state)
    {
        try
        {
            return protector.Unprotect(state).Split(':') is [var until, var hash]
                ? (long.Parse(until, System.Globalization.CultureInfo.InvariantCulture), hash)
                : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static string Hash(string secret) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(secret)));
}
