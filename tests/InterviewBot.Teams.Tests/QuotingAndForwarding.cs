using System.Net;
using System.Text.Json.Nodes;
using InterviewBot.Interviews;
using InterviewBot.Interviews.State;
using InterviewBot.Teams.Tests.Kit;
using Microsoft.Extensions.DependencyInjection;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>Teams puts marks around what a person says: of a quote, of a forwarded message, of its lines.</summary>
public sealed class QuotingAndForwarding : IAsyncLifetime
{
    private BotHost _bot = null!;
    private Ana _ana = null!;
    private Held _first = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotHost.Start();
        _ana = new Ana(_bot);
        await _ana.Types("start backend for Lin");
        await _ana.Presses("Begin");
        _first = _ana.Card;
        _bot.Clock.Advance(TimeSpan.FromMinutes(2));
        foreach (var line in new[] { "one", "two", "three", "four", "five", "six" })
            await _ana.Types(line);
        await _ana.Presses("Next");
        // The first card was left behind above the lines; the next question stands below.
        Assert.NotEqual(_first.Id, _ana.Card.Id);
        _bot.Clock.Advance(TimeSpan.FromMinutes(2));
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    [Theory]
    [InlineData("mark and entity")]
    [InlineData("html twin")]
    [InlineData("html twin and the quote in the text")]
    [InlineData("reference")]
    public async Task A_note_that_quotes_a_question_is_filed_on_it_without_the_quote(string how)
    {
        await Says(Quoting(how, _first.Id, "only snapshots"));
        var note = (await Interview()).LivingNotes.Single(n => n.Text.Contains("snapshots"));
        Assert.Equal("only snapshots", note.Text);
        Assert.Equal((await Interview()).LivingNotes.First(n => n.Text == "one").Question, note.Question);
    }

    [Theory]
    [InlineData("mark and entity")]
    [InlineData("html twin")]
    [InlineData("html twin and the quote in the text")]
    [InlineData("reference")]
    public async Task A_word_of_command_acts_when_it_quotes_something_too(string how)
    {
        var before = (await Interview()).Step;
        await Says(Quoting(how, _first.Id, "next"));
        Assert.Equal(before + 1, (await Interview()).Step);
    }

    [Theory]
    [InlineData("next")]
    [InlineData("finish")]
    [InlineData("help")]
    [InlineData("hello")]
    public async Task What_was_forwarded_is_a_note_and_never_an_order(string text)
    {
        var before = await Interview();
        var shown = _bot.Platform.In(Ana.Chat).Count;
        var message = Html($"<blockquote itemtype=\"http://schema.skype.com/Forward\">\n<p>{text}</p>\n</blockquote>");
        message["text"] = text;
        await Says(message);
        var after = await Interview();
        Assert.Equal(before.Step, after.Step);
        Assert.Contains(after.LivingNotes, n => n.Text == text);
        Assert.Equal(shown, _bot.Platform.In(Ana.Chat).Count);
    }

    [Theory]
    [InlineData("plain", "<div>first</div><div>second &amp; third</div>", null, "first\nsecond & third")]
    [InlineData("xml", "first<br/>second", null, "first\nsecond")]
    [InlineData("plain", "first second", "<p>first</p>\n<p>second</p>", "first\nsecond")]
    [InlineData("plain", "first second", "<div><div>first</div>\n<div>second</div></div>", "first\nsecond")]
    [InlineData(
        "plain",
        "she wrote <div>a</div>",
        "<p>she wrote &lt;div&gt;a&lt;/div&gt;</p>",
        "she wrote <div>a</div>"
    )]
    [InlineData("plain", "<p>a</p>", "<p>&lt;p&gt;a&lt;/p&gt;</p>", "<p>a</p>")]
    [InlineData("plain", "a < b and c > d", null, "a < b and c > d")]
    public async Task Lines_keep_their_breaks(string format, string text, string? twin, string note)
    {
        var message = twin is null ? _ana.Activity("message") : Html(twin);
        (message["text"], message["textFormat"]) = (text, format);
        await Says(message);
        Assert.Equal(note, (await Interview()).LivingNotes.Last().Text);
    }

    private async Task<Interview> Interview()
    {
        var code = (string)CardRules.All(_ana.Card.Card).First(a => a["data"]?["p"] is not null)["data"]!["p"]!;
        Assert.True(InterviewBot.Interviews.Identity.StreamId.TryParse(code.Split('/')[0], out var id));
        return (await _bot.Services.GetRequiredService<InterviewDesk>().View(id, CancellationToken.None))!.Interview;
    }

    private JsonObject Quoting(string how, string id, string text)
    {
        var quote =
            $"<blockquote itemscope=\"\" itemtype=\"http://schema.skype.com/Reply\" itemid=\"{id}\">"
            + "<strong itemprop=\"mri\">Bot</strong><p itemprop=\"preview\">What was asked</p></blockquote>";
        JsonObject message;
        switch (how)
        {
            case "mark and entity":
                message = _ana.Activity("message");
                message["text"] = $"<quoted messageId=\"{id}\"/> {text}";
                message["entities"] = new JsonArray(
                    new JsonObject
                    {
                        ["type"] = "quotedReply",
                        ["quotedReply"] = new JsonObject { ["messageId"] = id },
                    }
                );
                return message;
            case "reference":
                message = _ana.Activity("message");
                message["text"] = text;
                message["attachments"] = new JsonArray(
                    new JsonObject { ["contentType"] = "messageReference", ["id"] = id }
                );
                return message;
            default:
                message = Html($"{quote}\n<p>{text}</p>");
                message["text"] = how == "html twin" ? text : $"Bot\r\nWhat was asked\r\n\r\n{text}";
                return message;
        }
    }

    private JsonObject Html(string content)
    {
        var message = _ana.Activity("message");
        message["attachments"] = new JsonArray(new JsonObject { ["contentType"] = "text/html", ["content"] = content });
        return message;
    }

    private async Task Says(JsonObject message)
    {
        Assert.Equal(HttpStatusCode.Accepted, (await _bot.Send(message)).Status);
        await _bot.Settle();
    }
}
