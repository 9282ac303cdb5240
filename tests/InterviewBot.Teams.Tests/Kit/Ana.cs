using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using Xunit;

namespace InterviewBot.Teams.Tests.Kit;

/// <summary>An interviewer at her client: activities as Teams sends them.</summary>
public sealed class Ana(BotHost bot)
{
    public const string Chat = "a:ana";

    public BotHost Bot { get; } = bot;

    /// <summary>Of her client: the bot speaks it with her.</summary>
    public string Locale { get; init; } = "en-US";

    /// <summary>What the newest card in her chat shows.</summary>
    public Held Card => Bot.Platform.In(Chat).Last(m => m.Card is not null);

    public JsonObject Activity(string type, string conversation = Chat, string kind = "personal") =>
        Activity(type, Bot.NextId(), Bot.Clock.GetUtcNow(), Locale, conversation, kind);

    public static JsonObject Activity(
        string type,
        string id,
        DateTimeOffset at,
        string locale = "en-US",
        string conversation = Chat,
        string kind = "personal"
    ) =>
        new()
        {
            ["type"] = type,
            ["id"] = id,
            ["timestamp"] = at.ToString("O", CultureInfo.InvariantCulture),
            ["channelId"] = "msteams",
            ["serviceUrl"] = TeamsPlatform.ServiceUrl,
            ["from"] = new JsonObject
            {
                ["id"] = "29:ana",
                ["name"] = "Ana",
                ["aadObjectId"] = "ana-object",
            },
            ["recipient"] = new JsonObject { ["id"] = $"28:{BotHost.AppId}", ["name"] = "InterviewBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = conversation,
                ["conversationType"] = kind,
                ["tenantId"] = BotHost.Tenant,
            },
            ["locale"] = locale,
            ["localTimezone"] = "Europe/Berlin",
        };

    public async Task<string> Types(string text)
    {
        Bot.Platform.Conversations[Chat] = true;
        var message = Activity("message");
        message["text"] = text;
        var (status, _) = await Bot.Send(message);
        Assert.Equal(HttpStatusCode.Accepted, status);
        await Bot.Settle();
        return (string)message["id"]!;
    }

    /// <summary>In the hiring channel, with a mention.</summary>
    public async Task Mentions(string text)
    {
        Bot.Platform.Conversations[Chat] = true;
        var message = Activity("message", $"{TeamsPlatform.Hiring};messageid=1", "channel");
        message["text"] = $"<at>InterviewBot</at> {text}";
        message["entities"] = new JsonArray(
            new JsonObject
            {
                ["type"] = "mention",
                ["text"] = "<at>InterviewBot</at>",
                ["mentioned"] = new JsonObject { ["id"] = $"28:{BotHost.AppId}" },
            }
        );
        message["channelData"] = new JsonObject
        {
            ["channel"] = new JsonObject { ["id"] = TeamsPlatform.Hiring },
            ["team"] = new JsonObject { ["id"] = TeamsPlatform.Team },
        };
        var (status, _) = await Bot.Send(message);
        Assert.Equal(HttpStatusCode.Accepted, status);
        await Bot.Settle();
    }

    /// <summary>The press with this title on the newest card; the answer's card.</summary>
    public Task<JsonObject> Presses(string title, string? typed = null) => Presses(Card, title, typed);

    public async Task<JsonObject> Presses(Held message, string title, string? typed = null)
    {
        var action = CardRules
            .All(message.Card)
            .First(a => (string?)a["title"] == title && (string?)a["type"] == "Action.Execute");
        var data = (JsonObject)action["data"]!.DeepClone();
        if (typed is not null)
            data[(string)data["t"]!] = typed;
        var (status, body) = await Bot.Send(Invoke((string)action["verb"]!, data, message.Id));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("application/vnd.microsoft.card.adaptive", (string?)body!["type"]);
        var card = (JsonObject)body["value"]!;
        Assert.Empty(CardRules.Problems(card));
        await Bot.Settle();
        return card;
    }

    public JsonObject Invoke(string verb, JsonObject data, string message)
    {
        var invoke = Activity("invoke");
        invoke["name"] = "adaptiveCard/action";
        invoke["replyToId"] = message;
        invoke["value"] = new JsonObject
        {
            ["action"] = new JsonObject
            {
                ["type"] = "Action.Execute",
                ["verb"] = verb,
                ["data"] = data,
            },
            ["trigger"] = "manual",
        };
        return invoke;
    }
}
