using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using InterviewBot.Teams.Guarding;
using InterviewBot.Teams.Tests.Kit;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>Half characters, bodies that never end, ids in capitals, lines that come back.</summary>
public sealed class WhatIsHardToRead : IAsyncLifetime
{
    private const string Rita = "0a1b2c3d-0000-4000-8000-00000000abcd";
    private BotHost _bot = null!;
    private Ana _ana = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotHost.Start(
            new Dictionary<string, string?> { ["Teams:Recruiters:0"] = Rita.ToUpperInvariant() }
        );
        _ana = new Ana(_bot);
        _bot.Platform.Conversations[Ana.Chat] = true;
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [InlineData(@"a \ud83d b", "a \uFFFD b")]
    [InlineData(@"a \ude00 b", "a \uFFFD b")]
    [InlineData(@"a \ud83d\ude00 b", "a \U0001F600 b")]
    [InlineData(@"a \ud83d\ud83d\ude00", "a \uFFFD\U0001F600")]
    [InlineData(@"a \\ud83d b", @"a \ud83d b")]
    public async Task Half_a_character_is_a_mark_and_the_rest_is_kept(string json, string note)
    {
        await _ana.Types("start backend for Lin");
        await _ana.Presses("Begin");
        var message = _ana.Activity("message");
        message["text"] = "@@";
        message["channelData"] = new JsonObject { ["@@"] = "@@" };
        var body = message.ToJsonString().Replace("@@", json, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Accepted, await _bot.SendRaw(body));
        await _bot.Settle();
        Assert.Contains(note, CardRules.Texts(_ana.Card.Card!).Aggregate("", (all, text) => $"{all}\n{text}"));
    }

    [Theory]
    [InlineData(@"\ud83")]
    [InlineData(@"\ud83d\")]
    [InlineData(@"\")]
    public async Task What_ends_within_a_character_is_no_JSON(string end) =>
        Assert.Equal(HttpStatusCode.BadRequest, await _bot.SendRaw($"{{\"type\":\"{end}"));

    [Fact]
    public async Task Nor_is_what_is_not_UTF_8()
    {
        var (activity, status) = await Open(new MemoryStream([.. "{\"type\":\""u8, 0xED, 0xA0, 0x80, .. "\"}"u8]));
        Assert.Null(activity);
        Assert.Equal(400, status);
    }

    [Theory]
    [InlineData(408)]
    [InlineData(413)]
    public async Task A_body_that_does_not_come_is_the_senders_fault(int status)
    {
        var slow = new Breaking(new BadHttpRequestException("Reading the request body timed out.", status));
        Assert.Equal((null, status), await Open(slow));
    }

    [Fact]
    public async Task So_is_one_whose_sender_has_gone() =>
        Assert.Equal((null, 400), await Open(new Breaking(new IOException("reset"))));

    [Fact]
    public async Task A_recruiter_whose_id_was_copied_in_capitals_gets_the_message()
    {
        _bot.Platform.Members.Add(TeamsPlatform.Person("29:recruiter", Rita));
        _bot.Platform.Installed.Add("29:recruiter");
        await _ana.Mentions("start backend for Lin");
        await _ana.Presses("Begin");
        Assert.Contains("Lin", Assert.Single(_bot.Platform.In("a:recruiter")).All);
    }

    [Fact]
    public async Task What_the_bot_does_not_know_is_answered_when_it_was_said_to_the_bot()
    {
        await _ana.Mentions("good morning everybody");
        Assert.Contains("Commands", Assert.Single(_bot.Platform.In(Ana.Chat)).All);
        Assert.Empty(_bot.Platform.In(TeamsPlatform.Hiring));
    }

    [Fact]
    public async Task A_line_that_comes_back_after_its_deletion_does_not_seem_to_be_a_note_again()
    {
        await _ana.Types("start backend for Lin");
        await _ana.Presses("Begin");
        var id = await _ana.Types("only snapshots");
        foreach (
            var (type, what) in new[] { ("messageDelete", "softDeleteMessage"), ("messageUpdate", "undeleteMessage") }
        )
        {
            var change = _ana.Activity(type);
            (change["id"], change["text"]) = (id, "only snapshots");
            change["channelData"] = new JsonObject { ["eventType"] = what };
            await _bot.Send(change);
            await _bot.Settle();
        }
        Assert.DoesNotContain("only snapshots", _ana.Card.All);
        Assert.Contains(_bot.Platform.In(Ana.Chat), m => m.Text?.Contains("stays deleted") == true);
    }

    private async Task<(object?, int)> Open(Stream body)
    {
        var context = new DefaultHttpContext();
        context.Request.Body = body;
        context.Request.Headers.Authorization = $"Bearer {_bot.Signer.Token(_bot.Clock.GetUtcNow())}";
        return await _bot.Services.GetRequiredService<Gate>().Open(context);
    }

    private sealed class Breaking(Exception how) : MemoryStream(Encoding.UTF8.GetBytes("{"))
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
            throw how;
    }
}
