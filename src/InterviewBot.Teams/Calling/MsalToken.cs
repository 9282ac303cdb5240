using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Microsoft.Identity.Client.AppConfig;

namespace InterviewBot.Teams.Calling;

/// <summary>Client credentials or managed identity, by MSAL, which caches and refreshes.</summary>
internal sealed class MsalToken : IBotToken
{
    private const string Resource = "https://api.botframework.com";
    private readonly Func<bool, CancellationToken, Task<AuthenticationResult>> _acquire;

    /// <param name="http">Null: MSAL's own.</param>
    public MsalToken(IOptions<TeamsOptions> options, IMsalHttpClientFactory? http = null)
    {
        var set = options.Value;
        if (set.ManagedIdentityClientId.Length > 0)
        {
            var identity = ManagedIdentityApplicationBuilder.Create(
                ManagedIdentityId.WithUserAssignedClientId(set.ManagedIdentityClientId)
            );
            if (http is not null)
                identity.WithHttpClientFactory(http);
            var managed = identity.Build();
            _acquire = (fresh, ct) =>
                managed.AcquireTokenForManagedIdentity(Resource).WithForceRefresh(fresh).ExecuteAsync(ct);
            return;
        }
        var builder = ConfidentialClientApplicationBuilder
            .Create(set.AppId)
            .WithAuthority(new Uri($"https://login.microsoftonline.com/{Uri.EscapeDataString(set.TenantId)}"))
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
        _acquire = (fresh, ct) =>
            client.AcquireTokenForClient([Resource + "/.default"]).WithForceRefresh(fresh).ExecuteAsync(ct);
    }

    public async Task<string> Get(bool fresh, CancellationToken ct) => (await _acquire(fresh, ct)).AccessToken;
}
