using Microsoft.Extensions.Options;

namespace InterviewBot.Teams.Calling;

/// <summary>
/// Where the bot may send. The address comes with what arrives and from what was stored, so the token goes to exact names only:
/// <c>trafficmanager.net</c> is open to every Azure customer.
/// </summary>
internal sealed class TrustedHosts(IOptions<TeamsOptions> options)
{
    private static readonly string[] Microsofts =
    [
        "smba.trafficmanager.net",
        "smba.infra.gcc.teams.microsoft.com",
        "smba.infra.gov.teams.microsoft.us",
        "smba.infra.dod.teams.microsoft.us",
    ];

    public bool Allows(Uri address)
    {
        if (address.UserInfo.Length > 0)
            return false;
        // Without a token nothing can leak; but what a request names is called, and other servers of this machine are not to be.
        if (options.Value.Anonymous)
            return IsPlayground(address);
        return address.Scheme == Uri.UriSchemeHttps
            && address.IsDefaultPort
            && Microsofts
                .Concat(options.Value.ServiceHosts)
                .Any(host => host.Equals(address.IdnHost, StringComparison.OrdinalIgnoreCase));
    }

    private bool IsPlayground(Uri address) =>
        Uri.TryCreate(options.Value.PlaygroundUrl, UriKind.Absolute, out var playground)
        && address.Scheme == playground.Scheme
        && address.Port == playground.Port
        && TeamsOptionsCheck.IsLoopback(address.Host)
        && $"{address.AbsolutePath}/".StartsWith($"{playground.AbsolutePath.TrimEnd('/')}/", StringComparison.Ordinal);
}
