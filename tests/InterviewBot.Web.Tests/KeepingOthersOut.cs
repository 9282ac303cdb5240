using System.Net;
using System.Text.RegularExpressions;
using InterviewBot.Web.Guarding;
using InterviewBot.Web.Tests.Fakes;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace InterviewBot.Web.Tests;

public sealed class KeepingOthersOut
{
    private static readonly string[] Paths =
    [
        "/",
        "/local/token",
        "/local/assets/chat.js",
        "/local/interviewer/live",
        "/local/interviewer/say",
    ];

    [Theory]
    [InlineData("evil.example")]
    [InlineData("localhost.evil.example")]
    [InlineData("192.168.1.20")]
    [InlineData("127.0.0.1.nip.io")]
    public async Task A_foreign_host_name_finds_nothing(string name)
    {
        await using var host = await ChatHost.Start();
        foreach (var path in Paths)
            Assert.Equal(HttpStatusCode.NotFound, await Status(host, path, r => r.Headers.Host = name));
    }

    [Theory]
    [InlineData("X-Forwarded-For", "203.0.113.9")]
    [InlineData("Forwarded", "for=203.0.113.9")]
    [InlineData("Via", "1.1 proxy")]
    [InlineData("X-Forwarded-Proto", "https")]
    [InlineData("X-Forwarded-Whatever", "yes")]
    [InlineData("X-Original-Host", "bot.example")]
    [InlineData("CF-Connecting-IP", "203.0.113.9")]
    public async Task What_a_proxy_on_this_machine_passes_on_finds_nothing(string header, string value)
    {
        await using var host = await ChatHost.Start();
        foreach (var path in Paths)
            Assert.Equal(HttpStatusCode.NotFound, await Status(host, path, r => r.Headers.Add(header, value)));
    }

    [Theory]
    [InlineData("192.168.1.20", "localhost", false)]
    [InlineData("::ffff:192.168.1.20", "127.0.0.1", false)]
    [InlineData("2001:db8::1", "[::1]", false)]
    [InlineData(null, "localhost", false)]
    [InlineData("127.0.0.1", "evil.example", false)]
    [InlineData("127.0.0.1", "", false)]
    [InlineData("127.0.0.1", "LOCALHOST:3978", true)]
    [InlineData("::1", "[::1]:3978", true)]
    [InlineData("::ffff:127.0.0.1", "127.0.0.1", true)]
    public void Only_this_machine_is_let_in(string? peer, string name, bool expected)
    {
        var context = new DefaultHttpContext();
        context.Connection.RemoteIpAddress = peer is null ? null : IPAddress.Parse(peer);
        context.Request.Host = new HostString(name);
        Assert.Equal(expected, LoopbackOnly.Allows(context));
    }

    [Theory]
    [InlineData("Origin", "https://evil.example")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost:1")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task Another_page_cannot_act(string header, string value)
    {
        await using var host = await ChatHost.Start();
        using var http = new HttpClient { BaseAddress = host.Address };
        var token = await http.GetStringAsync("/local/token");
        using var request = Say(token);
        request.Headers.Add(header, value);
        Assert.Equal(HttpStatusCode.Forbidden, (await http.SendAsync(request)).StatusCode);
        Assert.Empty(host.Messages.All);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_done_and_the_page_is_told_to_fetch_one()
    {
        await using var host = await ChatHost.Start();
        using var http = new HttpClient { BaseAddress = host.Address };
        var token = await http.GetStringAsync("/local/token");
        using var stranger = new HttpClient { BaseAddress = host.Address };

        var answer = await http.SendAsync(Say("made up"));
        var withoutCookie = await stranger.SendAsync(Say(token));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("stale-token", await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, withoutCookie.StatusCode);
        Assert.Empty(host.Messages.All);
        Assert.Equal(HttpStatusCode.NoContent, (await http.SendAsync(Say(token))).StatusCode);
    }

    [Fact]
    public async Task The_page_allows_its_own_files_only_and_holds_nothing_inline()
    {
        await using var host = await ChatHost.Start();
        await host.Post("dm-interviewer", SampleCards.Scorecard);
        using var http = new HttpClient { BaseAddress = host.Address };

        var answer = await http.GetAsync(new Uri("/", UriKind.Relative));
        var page = await answer.Content.ReadAsStringAsync();

        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'; script-src 'self'; style-src 'self'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.DoesNotMatch(new Regex("<style|\\sstyle=|\\son[a-z]+=", RegexOptions.IgnoreCase), page);
        Assert.All(Regex.Matches(page, "<script[^>]*>"), s => Assert.Contains("src=\"/local/assets/", s.Value));
        foreach (Match asset in Regex.Matches(page, "/local/assets/[a-z.]+"))
            Assert.Equal(HttpStatusCode.OK, (await http.GetAsync(new Uri(asset.Value, UriKind.Relative))).StatusCode);
    }

    private static async Task<HttpStatusCode> Status(ChatHost host, string path, Action<HttpRequestMessage> change)
    {
        using var http = new HttpClient { BaseAddress = host.Address };
        using var request = path.EndsWith("say", StringComparison.Ordinal)
            ? Say("any")
            : new HttpRequestMessage(HttpMethod.Get, path);
        change(request);
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        return answer.StatusCode;
    }

    private static HttpRequestMessage Say(string token) =>
        new(HttpMethod.Post, "/local/interviewer/say")
        {
            Content = System.Net.Http.Json.JsonContent.Create(
                new
                {
                    conversation = "dm-interviewer",
                    text = "hi",
                    delivery = "delivery-1",
                }
            ),
            Headers = { { "RequestVerificationToken", token } },
        };
}
