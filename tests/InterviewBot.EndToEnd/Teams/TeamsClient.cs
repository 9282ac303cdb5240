using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using InterviewBot.Teams.Tests.Kit;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace InterviewBot.EndToEnd.Teams;

/// <summary>
/// Teams as far as dialogs need it, on loopback: a Connector that takes the bot's messages and turns down what Teams would, and the page of a
/// client (<c>Pages/client.html</c>) whose presses reach the bot as invokes. What nobody of Teams knows is put down as wrong.
/// </summary>
public sealed class TeamsClient : IAsyncDisposable
{
    public const string Team = "19:team@thread.tacv2";
    public const string Hiring = "19:hiring@thread.tacv2";
    private const string Chat = "a:ana";
    private readonly WebApplication _app;
    private readonly HttpClient _bot;
    private readonly ConcurrentQueue<string> _wrong = new();
    private readonly List<(string Id, JsonObject Card)> _cards = [];
    private int _ids;

    private TeamsClient(WebApplication app, Uri bot) =>
        (_app, _bot) = (app, new HttpClient { BaseAddress = bot, Timeout = TimeSpan.FromSeconds(60) });

    public Uri Address => new(_app.Urls.Single());

    /// <summary>Everything that neither Teams nor its client would have taken.</summary>
    public IReadOnlyCollection<string> Wrong => _wrong;

    public static async Task<TeamsClient> Start(Uri bot)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var client = new TeamsClient(app, bot);
        foreach (var (name, path) in CardPages.Files)
            app.MapGet($"/{name}", () => Results.File(path, CardPages.TypeOf(name)));
        app.MapGet("/cards", client.Cards);
        app.MapPost("/invoke", client.Invoke);
        app.MapPost("/v3/conversations/{conversation}/activities", client.Post);
        app.MapPut("/v3/conversations/{conversation}/activities/{id}", client.Put);
        app.MapGet(
            "/v3/teams/{team}/conversations",
            (string team) =>
                team == Team
                    ? Results.Text($$"""{"conversations":[{"id":"{{Team}}"},{"id":"{{Hiring}}","name":"hiring"}]}""")
                    : Results.NotFound()
        );
        app.MapFallback(
            (HttpContext context) =>
            {
                client._wrong.Enqueue($"{context.Request.Method} {context.Request.Path}");
                return Results.NotFound();
            }
        );
        await app.StartAsync();
        return client;
    }

    /// <summary>Ana adds the app for herself and to her team.</summary>
    public async Task Install()
    {
        var added = Activity("installationUpdate");
        added["action"] = "add";
        await Send(added);
        var inTeam = Activity("conversationUpdate", Team, "channel");
        inTeam["membersAdded"] = new JsonArray(new JsonObject { ["id"] = "28:bot" });
        inTeam["channelData"] = new JsonObject
        {
            ["eventType"] = "teamMemberAdded",
            ["team"] = new JsonObject { ["id"] = Team, ["name"] = "Backend" },
        };
        await Send(inTeam);
    }

    /// <summary>Ana types a line.</summary>
    public async Task Say(string text)
    {
        var message = Activity("message");
        message["text"] = text;
        await Send(message);
    }

    /// <summary>Somebody deletes the hiring channel.</summary>
    public async Task LoseChannel()
    {
        var deleted = Activity("conversationUpdate", Team, "channel");
        deleted["channelData"] = new JsonObject
        {
            ["eventType"] = "channelDeleted",
            ["team"] = new JsonObject { ["id"] = Team },
            ["channel"] = new JsonObject { ["id"] = Hiring },
        };
        await Send(deleted);
    }

    public async ValueTask DisposeAsync()
    {
        _bot.Dispose();
        await _app.DisposeAsync();
    }

    private IResult Cards()
    {
        lock (_cards)
            return Results.Json(
                _cards.Select(c => new JsonObject { ["id"] = c.Id, ["card"] = c.Card.DeepClone() }).ToArray()
            );
    }

    /// <summary>From the page: the name and value of an invoke. Its answer goes back as the bot gave it.</summary>
    private async Task<IResult> Invoke(HttpRequest request)
    {
        var pressed = (await request.ReadFromJsonAsync<JsonObject>())!;
        var invoke = Activity("invoke");
        foreach (var (key, value) in pressed)
            invoke[key] = value?.DeepClone();
        var (status, answer) = await Send(invoke);
        if (status != HttpStatusCode.OK)
            _wrong.Enqueue($"{pressed["name"]} answered with {(int)status}");
        return Results.Text(answer, "application/json", Encoding.UTF8, (int)status);
    }

    private async Task<IResult> Post(string conversation, HttpRequest request) =>
        await Taken(conversation, request) is { } message ? Shown(message, null) : Results.BadRequest();

    private async Task<IResult> Put(string conversation, string id, HttpRequest request) =>
        await Taken(conversation, request) is { } message ? Shown(message, id) : Results.BadRequest();

    private IResult Shown(JsonObject message, string? id)
    {
        lock (_cards)
        {
            var known = _cards.FindIndex(c => c.Id == id);
            if (id is not null && known < 0)
                return Results.NotFound();
            id ??= $"m{++_ids}";
            if (message["attachments"]?[0]?["content"] is not JsonObject card)
                return Results.Json(new { id }, statusCode: 201);
            if (known < 0)
                _cards.Add((id, card));
            else
                _cards[known] = (id, card);
            return Results.Json(new { id }, statusCode: known < 0 ? 201 : 200);
        }
    }

    private async Task<JsonObject?> Taken(string conversation, HttpRequest request)
    {
        var message = (await request.ReadFromJsonAsync<JsonObject>())!;
        var problem =
            conversation is not (Chat or Team or Hiring) ? $"conversation {conversation}"
            : message["text"] is not null == message["attachments"] is not null ? "text or card, one of them"
            : message["attachments"]?[0]?["content"] is JsonObject card ? string.Join("; ", CardRules.Problems(card))
            : "";
        if (problem.Length == 0)
            return conversation == Chat ? message : new JsonObject();
        _wrong.Enqueue(problem);
        return null;
    }

    private async Task<(HttpStatusCode Status, string Body)> Send(JsonObject activity)
    {
        using var answer = await _bot.PostAsJsonAsync(new Uri("/api/messages", UriKind.Relative), activity);
        if (!answer.IsSuccessStatusCode)
            _wrong.Enqueue($"{activity["type"]} answered with {(int)answer.StatusCode}");
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    private JsonObject Activity(string type, string conversation = Chat, string kind = "personal") =>
        new()
        {
            ["type"] = type,
            ["id"] = $"f:{Interlocked.Increment(ref _ids)}",
            ["timestamp"] = TimeProvider.System.GetUtcNow().ToString("O", CultureInfo.InvariantCulture),
            ["channelId"] = "msteams",
            ["serviceUrl"] = Address.ToString(),
            ["from"] = new JsonObject
            {
                ["id"] = "29:ana",
                ["name"] = "Ana",
                ["aadObjectId"] = "ana-object",
            },
            ["recipient"] = new JsonObject { ["id"] = "28:bot", ["name"] = "InterviewBot" },
            ["conversation"] = new JsonObject
            {
                ["id"] = conversation,
                ["conversationType"] = kind,
                ["tenantId"] = "tenant-1",
            },
            ["locale"] = "en-US",
        };
}
