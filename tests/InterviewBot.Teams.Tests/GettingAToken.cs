using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using InterviewBot.Teams.Calling;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>The bot's own token, by MSAL before a login that answers from memory.</summary>
public sealed class GettingAToken
{
    private const string Good = """{"token_type":"Bearer","expires_in":3599,"access_token":"token-{n}"}""";

    [Fact]
    public async Task By_a_secret_from_the_own_tenant_and_kept()
    {
        var login = new Login(Good);
        using var token = new MsalToken(Options.Create(Bot(o => o.ClientSecret = "the-secret")), login);
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => token.Get(null, CancellationToken.None)));
        Assert.All(all, t => Assert.Equal("token-1", t));
        var (address, form) = Assert.Single(login.Asked);
        Assert.Equal("https://login.microsoftonline.com/tenant-1/oauth2/v2.0/token", address);
        Assert.Contains("grant_type=client_credentials", form);
        Assert.Contains("client_secret=the-secret", form);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.com%2F.default", form);
    }

    [Fact]
    public async Task A_refused_one_is_renewed_once_for_all_who_had_it()
    {
        var login = new Login(Good);
        using var token = new MsalToken(Options.Create(Bot(o => o.ClientSecret = "s")), login);
        var first = await token.Get(null, CancellationToken.None);
        var all = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => token.Get(first, CancellationToken.None)));
        Assert.All(all, t => Assert.Equal("token-2", t));
        Assert.Equal(2, login.Asked.Count);
    }

    [Theory]
    [InlineData("invalid_client")]
    [InlineData("unauthorized_client")]
    public async Task A_wrong_secret_is_told_by_its_code_and_asked_once(string code)
    {
        var login = new Login($$"""{"error":"{{code}}","error_description":"AADSTS7000215: secret words"}""", 400);
        using var token = new MsalToken(Options.Create(Bot(o => o.ClientSecret = "s")), login);
        var why = await Assert.ThrowsAsync<NoToken>(() => token.Get(null, CancellationToken.None));
        Assert.Equal(code, why.Code);
        Assert.DoesNotContain("secret words", why.Message);
        Assert.Single(login.Asked);
        Assert.Equal(
            [$"The login of Teams does not take the app's secret, certificate or identity: {code}"],
            new TeamsHealth(token).Troubles
        );
    }

    [Fact]
    public async Task A_login_that_is_out_of_reach_says_nothing_of_the_secret()
    {
        using var token = new MsalToken(Options.Create(Bot(o => o.ClientSecret = "s")), new Login("{}", 503));
        await Assert.ThrowsAsync<NoToken>(() => token.Get(null, CancellationToken.None));
        Assert.Null(token.Refused);
    }

    [Fact]
    public async Task Readiness_asks_by_itself()
    {
        var login = new Login("""{"error":"invalid_client","error_description":"no"}""", 400);
        using var token = new MsalToken(Options.Create(Bot(o => o.ClientSecret = "s")), login);
        _ = new TeamsHealth(token).Troubles;
        await login.WasAsked;
        Assert.NotEmpty(login.Asked);
    }

    [Fact]
    public async Task By_a_certificate()
    {
        using var rsa = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = new CertificateRequest(
            "CN=bot",
            rsa,
            HashAlgorithmName.SHA256,
            RSASignaturePadding.Pkcs1
        ).CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var path = Path.GetTempFileName();
        try
        {
            await File.WriteAllBytesAsync(path, certificate.Export(X509ContentType.Pfx, "pw"));
            var login = new Login(Good);
            using var token = new MsalToken(
                Options.Create(
                    Bot(o =>
                    {
                        o.CertificatePath = path;
                        o.CertificatePassword = "pw";
                    })
                ),
                login
            );
            Assert.Equal("token-1", await token.Get(null, CancellationToken.None));
            Assert.Contains("client_assertion=", Assert.Single(login.Asked).Form);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public async Task By_a_managed_identity()
    {
        var soon = TimeProvider.System.GetUtcNow().AddHours(1).ToUnixTimeSeconds();
        var login = new Login(
            $$"""{"access_token":"token-{n}","expires_on":"{{soon}}","resource":"https://api.botframework.com","token_type":"Bearer","client_id":"x"}"""
        );
        using var token = new MsalToken(Options.Create(Bot(o => o.ManagedIdentityClientId = $"id-{Fresh()}")), login);
        Assert.StartsWith("token-", await token.Get(null, CancellationToken.None));
        Assert.Contains(
            login.Asked,
            a => Uri.UnescapeDataString(a.Address).Contains("resource=https://api.botframework.com")
        );
    }

    [Fact]
    public async Task Gov_has_addresses_of_its_own()
    {
        var login = new Login(Good);
        using var token = new MsalToken(
            Options.Create(
                Bot(o =>
                {
                    o.ClientSecret = "s";
                    o.LoginUrl = "https://login.microsoftonline.us/";
                    o.TokenResource = "https://api.botframework.us";
                })
            ),
            login
        );
        await token.Get(null, CancellationToken.None);
        var (address, form) = Assert.Single(login.Asked);
        Assert.StartsWith("https://login.microsoftonline.us/tenant-", address);
        Assert.Contains("scope=https%3A%2F%2Fapi.botframework.us%2F.default", form);
    }

    [Theory]
    [InlineData("AppId", "", "Teams:AppId is missing")]
    [InlineData("TenantId", "", "Teams:TenantId is missing")]
    [InlineData("ClientSecret", "", "exactly one")]
    [InlineData("CertificatePath", "/none.pfx", "exactly one")]
    [InlineData("ManagedIdentityClientId", "x", "exactly one")]
    [InlineData("OpenIdMetadataUrl", "http://evil.example/x", "must be https")]
    [InlineData("LoginUrl", "http://evil.example/x", "must be https")]
    [InlineData("DefaultZone", "Nowhere/At all", "no time zone")]
    public void What_is_missing_stops_the_host(string key, string value, string why)
    {
        var settings = new Dictionary<string, string?>
        {
            ["Teams:AppId"] = "a",
            ["Teams:TenantId"] = "t",
            ["Teams:ClientSecret"] = "s",
            [$"Teams:{key}"] = value,
        };
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var options = configuration.GetSection("Teams").Get<TeamsOptions>()!;
        var result = new TeamsOptionsCheck(configuration).Validate(null, options);
        Assert.True(result.Failed);
        Assert.Contains(result.Failures, f => f.Contains(why, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(true, "pw", null)]
    [InlineData(true, "another", "does not open")]
    [InlineData(false, "pw", "does not open")]
    public void A_certificate_that_does_not_open_stops_the_host(bool isPfx, string password, string? why)
    {
        using var rsa = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        var request = new CertificateRequest("CN=bot", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, isPfx ? certificate.Export(X509ContentType.Pfx, "pw") : [1, 2, 3]);
            var options = Bot(o => (o.CertificatePath, o.CertificatePassword) = (path, password));
            var result = new TeamsOptionsCheck(new ConfigurationBuilder().Build()).Validate(null, options);
            Assert.Equal(why is null, result.Succeeded);
            Assert.Contains(why ?? "", result.FailureMessage ?? "");
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static TeamsOptions Bot(Action<TeamsOptions> set)
    {
        var options = new TeamsOptions { AppId = $"app-{Fresh()}", TenantId = "tenant-1" };
        set(options);
        return options;
    }

    private static string Fresh() => Convert.ToHexString(RandomNumberGenerator.GetBytes(8));

    private sealed class Login(string body, int status = 200) : HttpMessageHandler, IMsalHttpClientFactory
    {
        private readonly TaskCompletionSource _asked = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _n;

        public Task WasAsked => _asked.Task;

        public List<(string Address, string Form)> Asked { get; } = [];

        public HttpClient GetHttpClient() => new(this, disposeHandler: false);

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
        {
            var form = request.Content is null ? "" : await request.Content.ReadAsStringAsync(ct);
            lock (Asked)
                Asked.Add((request.RequestUri!.ToString(), form));
            _asked.TrySetResult();
            return new HttpResponseMessage((HttpStatusCode)status)
            {
                Content = new StringContent(
                    body.Replace("{n}", $"{Interlocked.Increment(ref _n)}"),
                    Encoding.UTF8,
                    "application/json"
                ),
            };
        }
    }
}
