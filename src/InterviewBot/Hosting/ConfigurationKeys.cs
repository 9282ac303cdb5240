namespace InterviewBot.Hosting;

/// <summary>
/// The keys under the prefixes of this bot. A misspelt key would be ignored in silence and look like a fault of the bot. A test compares the
/// table with the types of the options, which reflection cannot read in the published program.
/// </summary>
internal static class ConfigurationKeys
{
    private static readonly string[] OfWorkspace = ["HiringChannel", "HiringChannelName", "Recruiters", "Organisation"];

    /// <summary>Sections with their keys. What stands below a key (a list, a workspace) is not looked at.</summary>
    public static IReadOnlyDictionary<string, string[]> Known { get; } =
        new Dictionary<string, string[]>(StringComparer.OrdinalIgnoreCase)
        {
            ["Store"] = ["Provider", "ConnectionString"],
            ["Guides"] = ["Path"],
            ["Web"] = ["Enabled"],
            ["Slack"] =
            [
                .. OfWorkspace,
                "BotToken",
                "AppToken",
                "SigningSecret",
                "ClientId",
                "ClientSecret",
                "RedirectUrl",
                "Workspaces",
                "ApiBaseUrl",
                "AllowExternalChannels",
            ],
            ["Teams"] =
            [
                .. OfWorkspace,
                "AppId",
                "TenantId",
                "ClientSecret",
                "CertificatePath",
                "CertificatePassword",
                "ManagedIdentityClientId",
                "Anonymous",
                "OpenIdMetadataUrl",
                "Issuer",
                "LoginUrl",
                "TokenResource",
                "AllowedTenants",
                "ServiceHosts",
                "AllowExternalChannels",
                "DefaultZone",
                "PlaygroundUrl",
            ],
        };

    // Each is of no use without one of those on its right.
    private static readonly (string Key, string[] Needs)[] Parts =
    [
        ("Slack:AppToken", ["Slack:BotToken", "Slack:ClientId"]),
        ("Slack:SigningSecret", ["Slack:BotToken", "Slack:ClientId"]),
        ("Slack:ClientSecret", ["Slack:ClientId"]),
        ("Teams:ClientSecret", ["Teams:AppId"]),
        ("Teams:CertificatePath", ["Teams:AppId"]),
        ("Teams:TenantId", ["Teams:AppId", "Teams:Anonymous"]),
    ];

    /// <summary>Keys that nobody reads, as they were written.</summary>
    public static IEnumerable<string> Unknown(IConfiguration configuration) =>
        from section in Known
        from key in configuration.GetSection(section.Key).GetChildren()
        where !section.Value.Contains(key.Key, StringComparer.OrdinalIgnoreCase)
        select key.Path;

    /// <exception cref="CannotStart">A channel is configured by half: it would stay off without a word.</exception>
    public static void Check(IConfiguration configuration)
    {
        foreach (var (key, needs) in Parts)
        {
            if (IsSet(configuration, key) && !needs.Any(need => IsSet(configuration, need)))
                throw new CannotStart($"{key} is set, but not {string.Join(" or ", needs)}.{Misspelt(configuration)}");
        }
    }

    private static bool IsSet(IConfiguration configuration, string key) =>
        !string.IsNullOrWhiteSpace(configuration[key]);

    private static string Misspelt(IConfiguration configuration) =>
        Unknown(configuration).FirstOrDefault() is { } key ? $" {key} is no key of this bot." : "";
}
