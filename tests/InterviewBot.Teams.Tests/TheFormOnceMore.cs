using System.Net;
using System.Text.Json.Nodes;
using InterviewBot.Teams.Tests.Kit;
using Xunit;

namespace InterviewBot.Teams.Tests;

/// <summary>The start form stays in the chat, and so it is used again.</summary>
public sealed class TheFormOnceMore : IAsyncLifetime
{
    private BotHost _bot = null!;
    private Ana _ana = null!;
    private Held _form = null!;

    public async ValueTask InitializeAsync()
    {
        _bot = await BotHost.Start();
        _ana = new Ana(_bot);
        await _ana.Types("Hello");
        _form = _ana.Card;
    }

    public ValueTask DisposeAsync() => _bot.DisposeAsync();

    private int Prepared => _bot.Platform.In(Ana.Chat).Count(m => m.All.Contains("Begin", StringComparison.Ordinal));

    [Theory]
    [InlineData("Lin")]
    [InlineData("")]
    public async Task After_its_interview_it_starts_another(string candidate)
    {
        await Starts(candidate);
        Assert.Equal(1, Prepared);
        await _ana.Presses(Title("Cancel"));
        if (Prepared > 0)
            await _ana.Presses(Title("yes"));
        Assert.Equal(0, Prepared);
        await Starts(candidate);
        Assert.Equal(1, Prepared);
        // And that one once.
        await Starts(candidate);
        Assert.Equal(1, Prepared);
    }

    [Fact]
    public async Task Pressed_twice_it_starts_one()
    {
        await Starts("Lin");
        await Starts("Lin");
        Assert.Equal(1, Prepared);
    }

    [Fact]
    public async Task For_somebody_else_it_starts_another_at_once()
    {
        await Starts("Lin");
        await Starts("Kim");
        Assert.Contains("Kim", _ana.Card.All);
    }

    private string Title(string words) =>
        CardRules
            .All(_ana.Card.Card)
            .Where(a => (string?)a["type"] == "Action.Execute")
            .Select(a => (string)a["title"]!)
            .First(t => t.StartsWith(words, StringComparison.OrdinalIgnoreCase));

    private async Task Starts(string candidate)
    {
        var action = CardRules.All(_form.Card).First(a => (string?)a["verb"] == "start-form");
        var data = (JsonObject)action["data"]!.DeepClone();
        (data["in-guide"], data["in-candidate"]) = ("backend", candidate);
        Assert.Equal(HttpStatusCode.OK, (await _bot.Send(_ana.Invoke("start-form", data, _form.Id))).Status);
        await _bot.Settle();
    }
}
