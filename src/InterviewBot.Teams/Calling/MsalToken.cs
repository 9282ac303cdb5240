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
    private volatile string? _refused;
    private bool _isKnown;
    private int _asking;

    /// <param name="http">Null: MSAL's own.</param>
    public MsalToken(IOptions<TeamsOptions> options, IMsalHttpClientFactory? http = null)
    {
        var set = options.Value;
        _acquire = set.ManagedIdentityClientId.Length > 0 ? ByIdentity(set, http) : ByProof(set, http);
    }

    /// <summary>The login's code when it does not take the secret or certificate; null: it does, or nobody asked yet.</summary>
    public string? Refused => _refused;

    /// <summary>Finds out in the background whether the login takes what is configured, unless it is known to.</summary>
    public void AskSoon()
    {
        if ((_isKnown && _refused is null) || Interlocked.Exchange(ref _asking, 1) == 1)
            return;
        _ = Ask();

        async Task Ask()
        {
            try
            {
                await Get(null, CancellationToken.None);
            }
            catch (Exception why)
                when (why is NoToken or HttpRequestException or OperationCanceledException or ObjectDisposedException)
            {
                // What was refused is kept by Get; a login out of reach says nothing of the secret, and the process may be ending.
            }
            finally
            {
                Interlocked.Exchange(ref _asking, 0);
            }
        }
    }

    public async Task<string> Get(string? refused, CancellationToken ct)
    {
        await _turn.WaitAsync(ct);
        try
        {
            var token = (await _acquire(false, ct)).AccessToken;
            if (token == refused)
                token = (await _acquire(true, ct)).AccessToken;
            (_isKnown, _refused) = (true, null);
            return token;
        }
        catch (MsalException why)
        {
            if (why is MsalServiceException { StatusCode: 400 or 401 })
                (_isKnown, _refused) = (true, why.ErrorCode);
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
