using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace InterviewBot.Teams.Calling;

/// <summary>
/// Client credentials or managed identity, by MSAL, which caches and renews five minutes early. One request at a time: when a token is turned
/// down, all calls that had it get the same new one.
/// </summary>
internal sealed class MsalToken : IBotToken, IDisposable
{
    private readonly SemaphoreSlim _turn = new(1);
    private readonly Func<bool, CancellationToken, Task<AuthenticationResult>> _acquire;

    /// <param name="http">Null: MSAL's own.</param>
    public MsalToken(IOptions<TeamsOptions> options, IMsalHttpClientFactory? http = null)
    {
        var set = options.Value;
        _acquire = set.ManagedIdentityClientId.Length > 0 ? ByIdentity(set, http) : ByProof(set, http);
    }

    public async Task<string> Get(string? refused, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            var token = (await _acquire(false, ct)).AccessToken;
            return token == refused ? (await _acquire(true, ct)).AccessToken : token;
        }
        catch (MsalException why)
        {
            throw new NoToken(why.ErrorCode, why);
        }
        finally
        {
            _turn.Release();
        }
    }

    public void Dispose() => _turn.Dispose();

    private static Func<bool, CancellationToken, Task<AuthenticationResult>> ByIdentity(
        TeamsOptions set,
        IMsalHttpClientFactory? http
    )
    {
        var builder = ManagedIdentityApplicationBuilder.Create(
            ManagedIdentityId.WithUserAssignedClientId(set.ManagedIdentityClientId)
        );
        if (http is not null)
            builder.WithHttpClientFactory(http);
        var identity = builder.Build();
        return (fresh, ct) =>
            identity.AcquireTokenForManagedIdentity(set.TokenResource).WithForceRefresh(fresh).ExecuteAsync(ct);
    }

    private static Func<bool, CancellationToken, Task<AuthenticationResult>> ByProof(
        TeamsOptions set,
        IMsalHttpClientFactory? http
    )
    {
        var builder = ConfidentialClientApplicationBuilder
            .Create(set.AppId)
            .WithAuthority(new Uri($"{set.LoginUrl.TrimEnd('/')}/{Uri.EscapeDataString(set.TenantId)}"))
            .WithInstanceDiscovery(false);
        builder =
            set.CertificatePath.Length > 0
                ? builder.WithCertificate(
                    X509CertificateLoader.LoadPkcs12FromFile(set.CertificatePath, set.CertificatePassword)
                )
                : builder.WithClientSecret(set.ClientSecret);
        if (http is not null)
            builder.WithHttpClientFactory(http);
        var client = builder.Build();
        return (fresh, ct) =>
            client.AcquireTokenForClient([set.TokenResource + "/.default"]).WithForceRefresh(fresh).ExecuteAsync(ct);
    }
}
