using System.Net;
using System.Net.Sockets;
using System.Text;
using InterviewBot.Web.Tests.Fakes;
using Xunit;

namespace InterviewBot.Web.Tests;

/// <summary>A proxy on this machine that tells nothing of itself looks like a browser here; it does not have the key.</summary>
public sealed class TheKeyOfTheLocalPages
{
    public static TheoryData<string> Paths =>
        new(
            "/",
            "/?as=recruiter",
            "/local/token",
            "/local/assets/chat.js",
            "/local/interviewer/live",
            "/local/interviewer/report/1"
        );

    [Theory]
    [MemberData(nameof(Paths))]
    public async Task Without_it_nothing_is_served_but_a_sentence(string path)
    {
        await using var host = await ChatHost.Start(haveKey: false);
        await host.Note("dm-interviewer", "interviewer", "she is weak on SQL");
        using var http = new HttpClient { BaseAddress = host.Address };
        foreach (var address in new[] { path, With(path, "wrong"), With(path, "") })
        {
            var answer = await http.GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            var text = await answer.Content.ReadAsStringAsync();
            Assert.StartsWith("Open the address that the bot printed", text, StringComparison.Ordinal);
            Assert.DoesNotContain("SQL", text, StringComparison.Ordinal);
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Fact]
    public async Task Nor_are_the_guides()
    {
        await using var host = (await GuideHost.Start(haveKey: false)).With("good", "# Good\n## 1. Opening\nHello.\n");
        using var http = new HttpClient { BaseAddress = host.Address };
        foreach (var path in new[] { "/guides", "/guides/good", "/guides/assets/guides.css" })
            Assert.Equal(HttpStatusCode.Forbidden, (await http.GetAsync(new Uri(path, UriKind.Relative))).StatusCode);
        var list = await http.GetStringAsync(new Uri(With("/guides", Visitors.Key.Value), UriKind.Relative));
        Assert.Contains("Good", list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_act_without_it_is_not_done()
    {
        await using var host = await ChatHost.Start(haveKey: false);
        using var http = new HttpClient { BaseAddress = host.Address };
        using var body = new StringContent("{}", Encoding.UTF8, "application/json");
        var path = new Uri(With("/local/interviewer/say", Visitors.Key.Value), UriKind.Relative);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.PostAsync(path, body)).StatusCode);
        Assert.Empty(host.Messages.All);
    }

    [Fact]
    public async Task The_printed_address_opens_the_page_for_good_and_the_key_leaves_the_address()
    {
        await using var host = await ChatHost.Start(haveKey: false);
        using var http = new HttpClient { BaseAddress = host.Address };
        var opened = await http.GetAsync(new Uri(With("/?as=recruiter", Visitors.Key.Value), UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, opened.StatusCode);
        Assert.Equal("/?as=recruiter", opened.RequestMessage!.RequestUri!.PathAndQuery);
        Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri("/", UriKind.Relative))).StatusCode);

        using var watching = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false })
        {
            BaseAddress = host.Address,
        };
        var first = await watching.GetAsync(new Uri(With("/", Visitors.Key.Value), UriKind.Relative));
        var cookie = Assert.Single(first.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith($"interviewbot-key-{host.Address.Port}=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("no-store", first.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
    }

    /// <summary>What nginx sends to its proxy_pass with nothing else configured: its own Host, no header of its own, HTTP/1.0.</summary>
    [Fact]
    public async Task HTTP_1_0_is_no_browser()
    {
        await using var host = await ChatHost.Start();
        Assert.StartsWith("HTTP/1.1 404", await Raw(host.Address, "1.0"), StringComparison.Ordinal);
        Assert.StartsWith("HTTP/1.1 200", await Raw(host.Address, "1.1"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("cross-site", "no-cors", "script", HttpStatusCode.Forbidden)]
    [InlineData("same-site", "cors", "empty", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "navigate", "iframe", HttpStatusCode.Forbidden)]
    [InlineData("cross-site", "navigate", "document", HttpStatusCode.OK)]
    [InlineData("none", "navigate", "document", HttpStatusCode.OK)]
    [InlineData("same-origin", "cors", "empty", HttpStatusCode.OK)]
    public async Task Another_sites_page_may_lead_here_and_nothing_else(
        string site,
        string mode,
        string destination,
        HttpStatusCode expected
    )
    {
        await using var host = await ChatHost.Start();
        using var http = new HttpClient { BaseAddress = host.Address };
        foreach (var path in new[] { "/", "/local/token", "/local/assets/chat.js" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("Sec-Fetch-Site", site);
            request.Headers.Add("Sec-Fetch-Mode", mode);
            request.Headers.Add("Sec-Fetch-Dest", destination);
            Assert.Equal(expected, (await http.SendAsync(request)).StatusCode);
        }
    }

    private static string With(string path, string key) =>
        $"{path}{(path.Contains('?', StringComparison.Ordinal) ? '&' : '?')}key={key}";

    private static async Task<string> Raw(Uri address, string version)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(address.Host, address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(
            Encoding.ASCII.GetBytes($"GET / HTTP/{version}\r\nHost: {address.Authority}\r\nConnection: close\r\n\r\n")
        );
        using var reader = new StreamReader(stream);
        return await reader.ReadToEndAsync();
    }
}
