using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace InterviewBot.Teams;

/// <summary>Section <c>Teams</c>. Teams is on when <see cref="AppId"/> or <see cref="Anonymous"/> is set.</summary>
public sealed class TeamsOptions
{
    public const string Section = "Teams";

    /// <summary>The bot's app id (client id) as the Azure Bot has it.</summary>
    public string AppId { get; set; } = "";

    /// <summary>The tenant the bot is registered in; its conversations are served.</summary>
    public string TenantId { get; set; } = "";

    /// <summary>One of secret, certificate and managed identity is needed.</summary>
    public string ClientSecret { get; set; } = "";

    /// <summary>A PFX file; its password is <see cref="CertificatePassword"/>.</summary>
    public string CertificatePath { get; set; } = "";

    public string CertificatePassword { get; set; } = "";

    /// <summary>Client id of a user-assigned managed identity.</summary>
    public string ManagedIdentityClientId { get; set; } = "";

    /// <summary>
    /// No tokens are asked for and none are sent. Only for the Playground on this machine: it starts on loopback addresses only and answers
    /// requests of this machine only.
    /// </summary>
    public bool Anonymous { get; set; }

    /// <summary>Where the Playground takes what the bot says; with <see cref="Anonymous"/> nothing is sent anywhere else. On loopback.</summary>
    public string PlaygroundUrl { get; set; } = "http://localhost:56150/_connector";

    /// <summary>Where the keys of Teams' tokens are found. Gov and China have their own; http only on loopback.</summary>
    public string OpenIdMetadataUrl { get; set; } = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    public string Issuer { get; set; } = "https://api.botframework.com";

    /// <summary>Where the bot gets its own token; Gov: <c>https://login.microsoftonline.us</c>.</summary>
    public string LoginUrl { get; set; } = "https://login.microsoftonline.com";

    /// <summary>What its token is for; Gov: <c>https://api.botframework.us</c>.</summary>
    public string TokenResource { get; set; } = "https://api.botframework.com";

    /// <summary>Further tenants whose conversations are served.</summary>
    public IList<string> AllowedTenants { get; } = [];

    /// <summary>Hosts beside Microsoft's own to which the bot's token may go, exact names (ring users: <c>canary.botapi.skype.com</c>).</summary>
    public IList<string> ServiceHosts { get; } = [];

    /// <summary>Conversation id (<c>19:…@thread.tacv2</c>) of the channel proposed when a person has used none before.</summary>
    public string? HiringChannel { get; set; }

    /// <summary>The name people know it by, without #.</summary>
    public string? HiringChannelName { get; set; }

    /// <summary>Entra object ids of the recruiters who get a message about each loop.</summary>
    public IList<string> Recruiters { get; } = [];

    /// <summary>Lets boards and summaries go to channels in which guests or other organisations read.</summary>
    public bool AllowExternalChannels { get; set; }

    /// <summary>The organisation the tenant belongs to; default: it is its own.</summary>
    public string? Organisation { get; set; }

    /// <summary>IANA zone of people whose client tells none.</summary>
    public string DefaultZone { get; set; } = "Etc/UTC";

    internal bool Serves(string tenant) =>
        Anonymous
        || tenant.Equals(TenantId, StringComparison.OrdinalIgnoreCase)
        || AllowedTenants.Contains(tenant, StringComparer.OrdinalIgnoreCase);
}

/// <summary>Checked at start: what is missing stops the host and switches nothing off.</summary>
internal sealed class TeamsOptionsCheck(IConfiguration configuration) : IValidateOptions<TeamsOptions>
{
    public ValidateOptionsResult Validate(string? name, TeamsOptions options)
    {
        var wrong = (options.Anonymous ? Anonymous(options) : WithTokens(options)).Concat(Either(options)).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    /// <summary>Whether a host name means this machine and nothing else.</summary>
    public static bool IsLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
        || (IPAddress.TryParse(host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip));

    private IEnumerable<string> Anonymous(TeamsOptions options)
    {
        if (!Uri.TryCreate(options.PlaygroundUrl, UriKind.Absolute, out var playground) || !IsLoopback(playground.Host))
            yield return "Teams:PlaygroundUrl must be an address of this machine.";
        foreach (
            var address in (configuration["urls"] ?? "")
                .Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
                // Kestrel's own section, which wins over the addresses above.
                .Concat(
                    configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(e => e["Url"]).OfType<string>()
                )
        )
        {
            // "http://*:80" and "http://+:80" are no URIs at all.
            if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || !IsLoopback(uri.Host))
                yield return $"Teams:Anonymous is for this machine only, but the bot listens on {address}.";
        }
    }

    private static IEnumerable<string> WithTokens(TeamsOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.AppId))
            yield return "Teams:AppId is missing.";
        if (string.IsNullOrWhiteSpace(options.TenantId))
            yield return "Teams:TenantId is missing.";
        string[] proofs = [options.ClientSecret, options.CertificatePath, options.ManagedIdentityClientId];
        if (proofs.Count(p => !string.IsNullOrWhiteSpace(p)) != 1)
            yield return "Teams needs exactly one of Teams:ClientSecret, Teams:CertificatePath and Teams:ManagedIdentityClientId.";
    }

    private static IEnumerable<string> Either(TeamsOptions options)
    {
        if (!IsSafe(options.OpenIdMetadataUrl))
            yield return "Teams:OpenIdMetadataUrl must be https; http only for this machine.";
        if (!IsSafe(options.LoginUrl))
            yield return "Teams:LoginUrl must be https.";
        if (options.CertificatePath.Length > 0 && !File.Exists(options.CertificatePath))
            yield return "Teams:CertificatePath names no file.";
        else if (options.CertificatePath.Length > 0 && !Opens(options))
            yield return "Teams:CertificatePath does not open: it has to be a PFX with its private key, and Teams:CertificatePassword its password.";
        if (!TimeZoneInfo.TryFindSystemTimeZoneById(options.DefaultZone, out _))
            yield return "Teams:DefaultZone is no time zone.";
    }

    private static bool Opens(TeamsOptions options)
    {
        try
        {
            using var certificate = X509CertificateLoader.LoadPkcs12FromFile(
                options.CertificatePath,
                options.CertificatePassword
            );
            return certificate.HasPrivateKey;
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static bool IsSafe(string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme == "https" || (uri.Scheme == "http" && IsLoopback(uri.Host)));
}
