using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Teams.Tests.Kit;

/// <summary>A message the platform holds.</summary>
public sealed record Held(string Conversation, string Id, JsonObject Activity, string? Parent)
{
    /// <summary>Null: a text.</summary>
    public JsonObject? Card => Activity["attachments"]?[0]?["content"] as JsonObject;

    public string? Text => (string?)Activity["text"];

    public string All => Activity.ToJsonString(InterviewBot.Teams.Cards.AdaptiveCard.Json);
}

/// <summary>Metadata, keys and Connector on loopback. Strict: what Teams would turn down it turns down.</summary>
public sealed class TeamsPlatform : IAsyncDisposable
{
    /// <summary>With a path, as regional addresses have; the bot host's test transport leads it here.</summary>
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";

    public const string BotToken = "bot-token";
    public const string Team = "19:team@thread.tacv2";
    public const string Hiring = "19:hiring@thread.tacv2";
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, Held> _messages = new();
    private readonly List<string> _order = [];
    private long _ids = 1_700_000_000_000;

    private TeamsPlatform(WebApplication app) => _app = app;

    public Uri Address => new(_app.Urls.Single());
    public List<JsonObject> Keys { get; } = [];
    public int KeysFetched { get; private set; }
    public bool KeysFail { get; set; }
    public ConcurrentDictionary<string, bool> Conversations { get; } = new() { [Team] = true, [Hiring] = true };

    /// <summary>Member ids that a direct conversation can be opened with: the app is installed for them.</summary>
    public HashSet<string> Installed { get; } = ["29:ana"];

    public List<JsonObject> Members { get; } =
    [
        Person("29:ana", "ana-object"),
        Person("29:rita", "rita-object"),
        new JsonObject { ["id"] = $"28:{BotHost.AppId}", ["name"] = "InterviewBot" },
    ];

    /// <summary>Answers the next calls instead of doing them: status, body, Retry-After.</summary>
    public ConcurrentQueue<(int Status, string Body, string? After)> Faults { get; } = new();

    /// <summary>Statuses with which the next posts are answered after they were stored.</summary>
    public ConcurrentQueue<int> FaultsAfter { get; } = new();

    /// <summary>Turns down what is said, by its text; null: it is taken.</summary>
    public Func<string, (int Status, string Body)?>? Refuses { get; set; }

    public ConcurrentQueue<string> Calls { get; } = new();

    /// <summary>What reached addresses that are none of the Connector's, with their tokens.</summary>
    public ConcurrentQueue<string> Astray { get; } = new();

    public bool RosterFails { get; set; }

    /// <summary>The Playground wants no token.</summary>
    public bool Anonymous { get; set; }

    public string BotId { get; set; } = $"28:{BotHost.AppId}";
    public string TenantId { get; set; } = BotHost.Tenant;
    public List<string> Wrong { get; } = [];

    /// <param name="certificate">By https, for a bot that is configured as for Teams itself.</param>
    public static async Task<TeamsPlatform> Start(X509Certificate2? certificate = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(
                IPAddress.Loopback,
                0,
                listen =>
                {
                    if (certificate is not null)
                        listen.UseHttps(certificate);
                }
            )
        );
        builder.Logging.ClearProviders();
        var platform = new TeamsPlatform(builder.Build());
        platform._app.Run(platform.Answer);
        await platform._app.StartAsync();
        return platform;
    }

    public IReadOnlyList<Held> In(string conversation)
    {
        lock (_order)
            return
            [
                .. _order
                    .Select(id => _messages.GetValueOrDefault(id))
                    .OfType<Held>()
                    .Where(m => m.Conversation == conversation),
            ];
    }

    /// <summary>Somebody deletes a message.</summary>
    public void Remove(string id) => _messages.TryRemove(id, out _);

    public static JsonObject Person(string id, string user, string role = "user", string tenant = BotHost.Tenant) =>
        new()
        {
            ["id"] = id,
            ["name"] = user,
            ["aadObjectId"] = user,
            ["tenantId"] = tenant,
            ["userRole"] = role,
        };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private async Task Answer(HttpContext context)
    {
        var raw = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var path = raw.Split('?')[0]
            .Split('/', StringSplitOptions.RemoveEmptyEntries)
            .Select(Uri.UnescapeDataString)
            .ToArray();
        var (status, body) = path switch
        {
            ["openid"] when KeysFail => (500, ""),
            ["openid"] => (200, $$"""{"issuer":"https://api.botframework.com","jwks_uri":"{{Address}}keys"}"""),
            ["keys"] => FetchKeys(),
            ["v1", ".well-known", "openidconfiguration"] => (
                200,
                """{"issuer":"https://api.botframework.com","jwks_uri":"https://login.botframework.com/v1/.well-known/keys"}"""
            ),
            ["v1", ".well-known", "keys"] => FetchKeys(),
            [BotHost.Tenant, "oauth2", "v2.0", "token"] => await Login(context),
            ["emea", "v3", .. var rest] => await Connector(context, rest),
            _ => Lost(context, raw),
        };
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json; charset=utf-8";
        await context.Response.WriteAsync(body);
    }

    private (int, string) Lost(HttpContext context, string target)
    {
        Astray.Enqueue($"{target} {context.Request.Headers.Authorization}");
        return (404, "<html>not here</html>");
    }

    /// <summary>As Entra ID has it; who logs in with another secret is turned down.</summary>
    private static async Task<(int, string)> Login(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        return
            form["grant_type"] == "client_credentials"
            && form["client_id"] == BotHost.AppId
            && form["client_secret"] == BotHost.Secret
            && form["scope"] == "https://api.botframework.com/.default"
            ? (200, $$"""{"token_type":"Bearer","expires_in":3599,"access_token":"{{BotToken}}"}""")
            : (401, """{"error":"invalid_client","error_description":"AADSTS7000215"}""");
    }

    private (int, string) FetchKeys()
    {
        KeysFetched++;
        return (200, new JsonObject { ["keys"] = new JsonArray([.. Keys.Select(k => k.DeepClone())]) }.ToJsonString());
    }

    private async Task<(int, string)> Connector(HttpContext context, string[] path)
    {
        var request = context.Request;
        using var reader = new StreamReader(request.Body, Encoding.UTF8);
        var text = await reader.ReadToEndAsync();
        Calls.Enqueue($"{request.Method} {string.Join('/', path)}");
        if (request.Headers.Authorization.ToString() != (Anonymous ? "" : $"Bearer {BotToken}"))
            return (401, Error("Unauthorized"));
        if (Faults.TryDequeue(out var fault))
        {
            if (fault.After is not null)
                context.Response.Headers.RetryAfter = fault.After;
            if (fault.Status is >= 300 and < 400)
                context.Response.Headers.Location = $"{Address}stolen";
            return (fault.Status, fault.Body);
        }
        if (Refuses?.Invoke(text) is { } refused)
            return refused;
        var body = text.Length == 0 ? null : JsonNode.Parse(text) as JsonObject;
        if (body is not null && request.ContentType != "application/json; charset=utf-8")
            return Bad("content type");
        var done = Do(request.Method, path, body, text);
        return done.Item1 == 201 && FaultsAfter.TryDequeue(out var after) ? (after, "") : done;
    }

    private (int, string) Do(string method, string[] path, JsonObject? body, string text) =>
        (method, path) switch
        {
            ("POST", ["conversations"]) => Open(body!),
            ("POST", ["conversations", var c, "activities"]) => Post(c, body!, text, null),
            ("POST", ["conversations", var c, "activities", var a]) => Post(c, body!, text, a),
            ("PUT", ["conversations", var c, "activities", var a]) => Put(c, a, body!, text),
            ("DELETE", ["conversations", var c, "activities", var a]) => Knows(c, a) && _messages.TryRemove(a, out _)
                ? (200, "")
                : (404, Error("ActivityNotFoundInConversation")),
            ("GET", ["conversations", _, "pagedmembers"]) when RosterFails => (500, ""),
            ("GET", ["conversations", var c, "pagedmembers"]) => Conversations.ContainsKey(c)
                ? (
                    200,
                    new JsonObject
                    {
                        ["members"] = new JsonArray([.. Members.Select(m => m.DeepClone())]),
                    }.ToJsonString()
                )
                : (404, Error("ConversationNotFound")),
            ("GET", ["teams", Team, "conversations"]) => (
                200,
                $$"""{"conversations":[{"id":"{{Team}}"},{"id":"{{Hiring}}","name":"hiring"}]}"""
            ),
            _ => (404, Error("NotFound")),
        };

    private (int, string) Open(JsonObject body)
    {
        var member = (string?)body["members"]?[0]?["id"] ?? "";
        if ((string?)body["bot"]?["id"] != BotId || (string?)body["tenantId"] != TenantId)
            return Bad("create conversation");
        if (!Installed.Contains(member))
            return (403, """{"errorCode":209,"message":"{\"subCode\":\"MessageWritesBlocked\",\"details\":null}"}""");
        var id = $"a:{member[3..]}";
        Conversations[id] = true;
        return (201, new JsonObject { ["id"] = id }.ToJsonString());
    }

    private (int, string) Post(string conversation, JsonObject body, string text, string? replyTo)
    {
        var root = conversation.Split(";messageid=");
        if (!Conversations.ContainsKey(root[0]))
            return (404, Error("ConversationNotFound"));
        var parent = replyTo ?? root.ElementAtOrDefault(1);
        if (parent is not null && replyTo is null && !_messages.ContainsKey(parent))
            return (404, Error("ActivityNotFoundInConversation"));
        if (Check(body, text) is { } wrong)
            return wrong;
        var id = Interlocked.Increment(ref _ids).ToString(CultureInfo.InvariantCulture);
        lock (_order)
            _order.Add(id);
        _messages[id] = new Held(root[0], id, (JsonObject)body.DeepClone(), parent);
        return (201, new JsonObject { ["id"] = id }.ToJsonString());
    }

    private (int, string) Put(string conversation, string id, JsonObject body, string text)
    {
        if (!Conversations.ContainsKey(conversation.Split(';')[0]))
            return (404, Error("ConversationNotFound"));
        if (!Knows(conversation, id))
            return (404, Error("ActivityNotFoundInConversation"));
        if (Check(body, text) is { } wrong)
            return wrong;
        _messages[id] = _messages[id] with { Activity = (JsonObject)body.DeepClone() };
        return (200, new JsonObject { ["id"] = id }.ToJsonString());
    }

    private bool Knows(string conversation, string id) =>
        _messages.TryGetValue(id, out var held) && held.Conversation == conversation.Split(';')[0];

    private (int, string)? Check(JsonObject body, string text)
    {
        if ((string?)body["type"] != "message")
            return Bad("type");
        if (text.Length * 2 > 100_000)
            return (413, Error("MessageSizeTooBig"));
        if (body["text"] is not null == body["attachments"] is not null)
            return Bad("text or card, one of them");
        if (body["attachments"]?[0] is { } attachment)
        {
            if ((string?)attachment["contentType"] != "application/vnd.microsoft.card.adaptive")
                return Bad("attachment");
            var problems = CardRules.Problems((JsonObject)attachment["content"]!).ToList();
            if (problems.Count > 0)
                return Bad(string.Join("; ", problems));
        }
        return null;
    }

    private (int, string) Bad(string why)
    {
        lock (Wrong)
            Wrong.Add(why);
        return (400, Error("BadSyntax"));
    }

    private static string Error(string code) => $$$"""{"error":{"code":"{{{code}}}","message":"of the platform"}}""";
}
