using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;

namespace InterviewBot.Teams.Guarding;

/// <summary>
/// The keys by which Teams signs. Kept for a day; a key id that is not among them is looked for at most once an hour, or anybody could make
/// the bot fetch; when fetching fails, the old keys serve on.
/// </summary>
internal sealed class SigningKeys(
    IOptions<TeamsOptions> options,
    IDocumentRetriever documents,
    TimeProvider clock,
    ILogger<SigningKeys> logger
) : IDisposable
{
    private static readonly TimeSpan Keep = TimeSpan.FromHours(24);
    private static readonly TimeSpan LookAgain = TimeSpan.FromHours(1);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(30);

    private readonly SemaphoreSlim _fetching = new(1);
    private Fetched? _fetched;
    private DateTimeOffset _notBefore;

    /// <returns>Null: there is no such key, or nobody could be asked.</returns>
    public async ValueTask<JsonWebKey?> Find(string? kid, CancellationToken ct)
    {
        if (string.IsNullOrEmpty(kid))
            return null;
        var now = clock.GetUtcNow();
        if (_fetched is { } fresh && now - fresh.At < Keep && fresh.Keys.TryGetValue(kid, out var key))
            return key;
        await _fetching.WaitAsync(ct);
        try
        {
            var found = _fetched?.Keys.GetValueOrDefault(kid);
            var isOld = _fetched is not { } kept || now - kept.At >= Keep;
            if (now >= _notBefore && (found is null || isOld))
            {
                await Fetch(now, ct);
                found = _fetched?.Keys.GetValueOrDefault(kid);
            }
            return found;
        }
        finally
        {
            _fetching.Release();
        }
    }

    public void Dispose() => _fetching.Dispose();

    private async Task Fetch(DateTimeOffset now, CancellationToken ct)
    {
        try
        {
            var metadata = await OpenIdConnectConfigurationRetriever.GetAsync(
                options.Value.OpenIdMetadataUrl,
                documents,
                ct
            );
            var keys = metadata
                .JsonWebKeySet.Keys.Where(k => k.Kty == JsonWebAlgorithmsKeyTypes.RSA && k.Kid is { Length: > 0 })
                .GroupBy(k => k.Kid)
                .ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
            _fetched = new Fetched(keys, now);
            _notBefore = now + LookAgain;
        }
        catch (Exception e) when (!ct.IsCancellationRequested)
        {
            // Old keys serve on; without any, every request is turned away until this succeeds.
            _notBefore = now + AfterFailure;
            logger.KeysNotFetched(Delivery.Channels.Unanswered.Name(e));
        }
    }

    private sealed record Fetched(IReadOnlyDictionary<string, JsonWebKey> Keys, DateTimeOffset At);
}
