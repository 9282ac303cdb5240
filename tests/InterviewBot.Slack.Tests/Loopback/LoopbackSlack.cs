using System.Collections.Concurrent;
using System.Globalization;
using System.Net.WebSockets;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>
/// A Slack of our own for tests: strict about tokens, limits, trigger ids and channels, and it records everything. Real HTTP and WebSockets on an
/// ephemeral loopback port.
/// </summary>
internal sealed class LoopbackSlack : IAsyncDisposable
{
    public const string Team = "T1";
    public const string BotUser = "UBOT";
    public const string BotToken = "xoxb-loopback";
    public const string AppToken = "xapp-loopback";

    private static readonly TimeSpan TriggerLives = TimeSpan.FromSeconds(3);

    // A clock that stands still unless a test moves it: a busy machine lets no trigger die.
    private readonly FakeTimeProvider triggerClock = new(TimeProvider.System.GetUtcNow());
    private readonly TimeProvider clock = TimeProvider.System;
    private readonly WebApplication app;
    private readonly Lock gate = new();
    private readonly List<Sent> messages = [];
    private readonly ConcurrentDictionary<string, DateTimeOffset> triggers = new();
    private readonly ConcurrentDictionary<string, int> failures = new();
    private readonly ConcurrentDictionary<string, Func<HttpContext, Task<bool>>> faults = new();
    private long serial = 100;
    private long lastTs;

    private LoopbackSlack(WebApplication app) => this.app = app;

    public const string ClientId = "7.7";
    public const string ClientSecret = "client-secret";

    public ConcurrentQueue<Called> Calls { get; } = new();

    /// <summary>Bot tokens that are good, and whose they are.</summary>
    public ConcurrentDictionary<string, Installed> Tokens { get; } =
        new(new Dictionary<string, Installed> { [BotToken] = new(Team, null, false, BotUser) });

    /// <summary>Codes that the consent page gave; each is good for one exchange.</summary>
    public ConcurrentDictionary<string, string> Codes { get; } = new();

    /// <summary>Whose a person or a channel is; default: <see cref="Team"/>'s.</summary>
    public ConcurrentDictionary<string, string> Homes { get; } = new();

    /// <summary>A workspace's organisation.</summary>
    public ConcurrentDictionary<string, string> Enterprises { get; } = new();

    public ConcurrentDictionary<string, JsonElement> Views { get; } = new();

    /// <summary>Channels the bot is in, and what <c>conversations.info</c> tells of them.</summary>
    public ConcurrentDictionary<string, JsonObject> Channels { get; } =
        new(
            new Dictionary<string, JsonObject>
            {
                ["C1"] = new()
                {
                    ["id"] = "C1",
                    ["name"] = "hiring",
                    ["is_ext_shared"] = false,
                },
                ["CEXT"] = new()
                {
                    ["id"] = "CEXT",
                    ["name"] = "partners",
                    ["is_ext_shared"] = true,
                },
            }
        );

    public ConcurrentDictionary<string, (string Name, string Locale, string Zone)> Users { get; } =
        new(
            new Dictionary<string, (string, string, string)>
            {
                ["U1"] = ("Ann", "en-GB", "Europe/London"),
                ["U2"] = ("Lin", "zh-CN", "Asia/Shanghai"),
                ["U3"] = ("Rae", "en-US", "America/New_York"),
            }
        );

    public ConcurrentQueue<LoopbackSocket> Sockets { get; } = new();

    /// <summary>New connections are opened and then left: nothing is read, no ping is answered.</summary>
    public bool Mute { get; set; }

    public LoopbackFiles Files { get; } = new();

    /// <summary>When a file was shared, before it is answered.</summary>
    public Action<HttpContext>? AfterShare { get; set; }

    /// <summary>When a post was done, before it is answered.</summary>
    public Action<HttpContext>? AfterPost { get; set; }

    public Uri ApiBase { get; private set; } = null!;

    /// <summary>The redirect address in the app's settings: where the consent page leads when it is asked for no other.</summary>
    public Uri? AppRedirect { get; set; }

    /// <summary>Who allows the installation on the consent page, and with which token.</summary>
    public (string Token, Installed Installed)? Consents { get; set; }

    public IReadOnlyList<Sent> Messages
    {
        get
        {
            lock (gate)
                return [.. messages];
        }
    }

    public static async Task<LoopbackSlack> Start()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var slack = new LoopbackSlack(app);
        app.UseWebSockets();
        app.MapPost("/api/{method}", slack.Call);
        app.Map("/link", slack.Link);
        app.MapPost("/upload/v1/{ticket}", slack.Files.Upload);
        app.MapGet("/oauth/v2/authorize", slack.Authorize);
        await app.StartAsync();
        slack.ApiBase = new Uri(app.Urls.Single() + "/api/");
        return slack;
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var socket in Sockets)
            socket.Drop();
        using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await app.StopAsync(soon.Token);
        await app.DisposeAsync();
    }

    /// <summary>The time in microseconds; no two are the same.</summary>
    public string NextTs()
    {
        lock (gate)
        {
            var micros = (clock.GetUtcNow() - DateTimeOffset.UnixEpoch).Ticks / 10;
            lastTs = Math.Max(micros, lastTs + 1);
            return string.Create(CultureInfo.InvariantCulture, $"{lastTs / 1_000_000}.{lastTs % 1_000_000:000000}");
        }
    }

    /// <summary>A trigger id that lives three seconds and opens one view.</summary>
    public string NewTrigger()
    {
        var trigger = $"{Interlocked.Increment(ref serial)}.{RandomId()}";
        triggers[trigger] = triggerClock.GetUtcNow();
        return trigger;
    }

    /// <summary>All triggers given so far grow that much older.</summary>
    public void Age(TimeSpan by) => triggerClock.Advance(by);

    /// <summary>The next calls of a method are answered by the fault, until it says false.</summary>
    public void Fault(string method, Func<HttpContext, Task<bool>> fault) => faults[method] = fault;

    public void FailOnce(string method, int status, string? retryAfter = null) =>
        FailTimes(method, 1, status, retryAfter);

    public void FailTimes(string method, int times, int status, string? retryAfter = null)
    {
        failures[method] = times;
        Fault(
            method,
            context =>
            {
                if (failures.AddOrUpdate(method, 0, (_, left) => left - 1) < 0)
                    return Task.FromResult(false);
                context.Response.StatusCode = status;
                if (retryAfter is not null)
                    context.Response.Headers.RetryAfter = retryAfter;
                return Task.FromResult(true);
            }
        );
    }

    /// <summary>A person types in the direct conversation with the bot.</summary>
    public Sent Type(string user, string text, string? thread = null)
    {
        var message = new Sent(
            DirectOf(user),
            NextTs(),
            user,
            text,
            JsonSerializer.SerializeToElement(Array.Empty<int>()),
            thread,
            null
        );
        lock (gate)
            messages.Add(message);
        return message;
    }

    /// <summary>A person edits or deletes what they typed; who is away hears of it from the history, or not at all.</summary>
    public void Retype(Sent message, string? text)
    {
        lock (gate)
        {
            var at = messages.FindIndex(m => m.Channel == message.Channel && m.Ts == message.Ts);
            if (text is null)
                messages.RemoveAt(at);
            else
                messages[at] = messages[at] with
                {
                    Text = text,
                    EditedTs = $"{clock.GetUtcNow().ToUnixTimeSeconds() + 1}.000000",
                };
        }
    }

    /// <summary>A channel gets another id; its messages keep their times.</summary>
    public void Move(string channel, string to)
    {
        if (Channels.TryRemove(channel, out var info))
            Channels[to] = info;
        lock (gate)
        {
            for (var i = 0; i < messages.Count; i++)
            {
                if (messages[i].Channel == channel)
                    messages[i] = messages[i] with { Channel = to };
            }
        }
    }

    public static string DirectOf(string user) => "D" + user[1..];

    private static string RandomId() =>
        Convert.ToHexStringLower(System.Security.Cryptography.RandomNumberGenerator.GetBytes(6));

    private async Task Link(HttpContext context)
    {
        if (!context.WebSockets.IsWebSocketRequest)
        {
            context.Response.StatusCode = 400;
            return;
        }
        using var web = await context.WebSockets.AcceptWebSocketAsync();
        using var socket = new LoopbackSocket(web);
        await socket.Send(new JsonObject { ["type"] = "hello", ["num_connections"] = 1 });
        Sockets.Enqueue(socket);
        await socket.Serve(context, Mute);
    }

    private async Task Call(HttpContext context, string method)
    {
        var token = context.Request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal);
        var body = await Body(context.Request);
        if (faults.TryGetValue(method, out var fault) && await fault(context))
        {
            Calls.Enqueue(new Called(method, body, $"{context.Response.StatusCode}", token));
            return;
        }
        var answer = method switch
        {
            "oauth.v2.access" => Exchange(context, body),
            "apps.connections.open" => token == AppToken ? Answer(method, body, null!) : Error("invalid_auth"),
            _ => Tokens.TryGetValue(token, out var installed)
                ? Reaches(installed, body)
                    ? Answer(method, body, installed)
                    : Error("channel_not_found")
                : Error("invalid_auth"),
        };
        Calls.Enqueue(new Called(method, body, (string?)answer["error"], token));
        if (method == "chat.postMessage")
            AfterPost?.Invoke(context);
        if (method == "files.completeUploadExternal")
            AfterShare?.Invoke(context);
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(answer.ToJsonString());
    }

    private static async Task<JsonElement> Body(HttpRequest request)
    {
        using var reader = new StreamReader(request.Body);
        var text = await reader.ReadToEndAsync();
        if (request.ContentType?.StartsWith("application/json", StringComparison.Ordinal) == true)
            return JsonSerializer.Deserialize<JsonElement>(text);
        return JsonSerializer.SerializeToElement(
            // Slack's own client sends all as a form, with objects in it as JSON.
            QueryHelpers
                .ParseQuery(text)
                .ToDictionary(
                    f => f.Key,
                    f => f.Value.ToString() is ['{' or '[', ..] json ? JsonNode.Parse(json) : f.Value.ToString()
                )
        );
    }

    /// <summary>A person allows the installation; what the browser brings back.</summary>
    public string Consent(string token, Installed installed)
    {
        Tokens[token] = installed;
        var code = RandomId();
        Codes[code] = token;
        return code;
    }

    // The consent page with its button pressed: the browser is led back with a code and the state it came with.
    private IResult Authorize(HttpContext context)
    {
        var query = context.Request.Query;
        if (
            query["client_id"] != ClientId
            || query["state"] is not [{ Length: > 0 } state]
            || query["scope"] is not [{ Length: > 0 }]
            || Consents is not { } given
        )
            return Results.BadRequest();
        var back = query["redirect_uri"] is [{ Length: > 0 } asked] ? asked : $"{AppRedirect}";
        var code = Consent(given.Token, given.Installed);
        return Results.Redirect(
            QueryHelpers.AddQueryString(back, new Dictionary<string, string?> { ["code"] = code, ["state"] = state })
        );
    }

    private JsonObject Exchange(HttpContext context, JsonElement body)
    {
        var basic = Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes($"{ClientId}:{ClientSecret}"));
        if (context.Request.Headers.Authorization != $"Basic {basic}")
            return Error("bad_client_secret");
        if (!Codes.TryRemove(Text(body, "code"), out var token))
            return Error("invalid_code");
        var whose = Tokens[token];
        JsonObject? Named(string? id) => id is null ? null : new() { ["id"] = id, ["name"] = $"<b>{id}</b>" };
        return new()
        {
            ["ok"] = true,
            ["access_token"] = token,
            ["token_type"] = "bot",
            ["bot_user_id"] = whose.BotUser,
            ["app_id"] = "A1",
            ["team"] = whose.Across ? null : Named(whose.Team),
            ["enterprise"] = Named(whose.Enterprise),
            ["is_enterprise_install"] = whose.Across,
            ["authed_user"] = new JsonObject { ["id"] = "U7" },
        };
    }

    // One workspace's token reaches no people and channels of another.
    private bool Reaches(Installed installed, JsonElement body)
    {
        foreach (var name in (string[])["channel", "channel_id", "user", "users", "user_id"])
        {
            var id = Text(body, name);
            if (id.Length == 0)
                continue;
            var home = Homes.GetValueOrDefault(id.StartsWith('D') ? "U" + id[1..] : id, Team);
            if (installed.Across ? Enterprises.GetValueOrDefault(home) != installed.Enterprise : home != installed.Team)
                return false;
        }
        return true;
    }

    private JsonObject Answer(string method, JsonElement body, Installed installed) =>
        method switch
        {
            "auth.test" => new()
            {
                ["ok"] = true,
                ["url"] = "https://loopback.slack.com/",
                ["team"] = installed.Team,
                ["user"] = "interviewbot",
                ["team_id"] = installed.Team,
                ["user_id"] = installed.BotUser,
                ["bot_id"] = "BBOT",
                ["enterprise_id"] = installed.Enterprise,
                ["is_enterprise_install"] = installed.Across,
            },
            "users.info" => UserInfo(Text(body, "user")),
            "conversations.open" => Users.ContainsKey(Text(body, "users"))
                ? new()
                {
                    ["ok"] = true,
                    ["channel"] = new JsonObject { ["id"] = DirectOf(Text(body, "users")) },
                }
                : Error("user_not_found"),
            "conversations.info" => Channels.TryGetValue(Text(body, "channel"), out var info)
                ? new() { ["ok"] = true, ["channel"] = info.DeepClone() }
                : Error("channel_not_found"),
            "conversations.history" => History(body),
            // im:history is for direct conversations alone.
            "conversations.replies" => Text(body, "channel").StartsWith('D')
                ? History(body)
                : new()
                {
                    ["ok"] = false,
                    ["error"] = "missing_scope",
                    ["needed"] = "channels:history",
                },
            "files.getUploadURLExternal" => Files.Ticket(body, ApiBase.Port),
            "files.completeUploadExternal" => Share(body),
            "files.delete" => Files.Delete(body),
            "chat.postMessage" => Post(body),
            "chat.update" => Update(body),
            "chat.delete" => Delete(body),
            "chat.postEphemeral" => Ephemeral(body),
            "reactions.add" => Has(Text(body, "channel"), Text(body, "timestamp")) ? Ok() : Error("message_not_found"),
            "views.open" => Open(body),
            "views.update" => Views.ContainsKey(Text(body, "view_id"))
                ? View(Text(body, "view_id"), body)
                : Error("not_found"),
            "views.publish" => View("VHOME" + Text(body, "user_id"), body),
            "apps.connections.open" => new()
            {
                ["ok"] = true,
                ["url"] = $"ws://{ApiBase.Authority}/link?ticket={RandomId()}",
            },
            _ => Error("unknown_method"),
        };

    private JsonObject UserInfo(string user) =>
        Users.TryGetValue(user, out var info)
            ? new()
            {
                ["ok"] = true,
                ["user"] = new JsonObject
                {
                    ["id"] = user,
                    ["tz"] = info.Zone,
                    ["locale"] = info.Locale,
                    ["profile"] = new JsonObject { ["display_name"] = info.Name },
                    ["team_id"] = Homes.GetValueOrDefault(user, Team),
                    ["enterprise_user"] = Enterprises.GetValueOrDefault(Homes.GetValueOrDefault(user, Team))
                        is { } enterprise
                        ? new JsonObject { ["enterprise_id"] = enterprise }
                        : null,
                },
            }
            : Error("user_not_found");

    private JsonObject Post(JsonElement body)
    {
        var channel = Text(body, "channel");
        if (Refused(channel, body) is { } error)
            return Error(error);
        var thread = body.TryGetProperty("thread_ts", out var t) ? t.GetString() : null;
        if (thread is not null && !Has(channel, thread))
            return Error("thread_not_found");
        var key = body.TryGetProperty("metadata", out var m) ? Text(m.GetProperty("event_payload"), "key") : null;
        var sent = new Sent(
            channel,
            NextTs(),
            BotUser,
            Text(body, "text"),
            body.GetProperty("blocks").Clone(),
            thread,
            key
        );
        lock (gate)
            messages.Add(sent);
        return new()
        {
            ["ok"] = true,
            ["channel"] = channel,
            ["ts"] = sent.Ts,
        };
    }

    private JsonObject Share(JsonElement body)
    {
        var channel = Text(body, "channel_id");
        if (!channel.StartsWith('D') && !Channels.ContainsKey(channel))
            return Error("channel_not_found");
        var thread = body.TryGetProperty("thread_ts", out var t) ? t.GetString() : null;
        // "Never use a reply's ts value; use its parent instead."
        if (thread is not null && !Messages.Any(m => m.Channel == channel && m.Ts == thread && m.Thread is null))
            return Error("invalid_thread_ts");
        var (files, wrong) = Files.Complete(body);
        if (wrong is not null)
            return wrong;
        var none = JsonSerializer.SerializeToElement(Array.Empty<int>());
        lock (gate)
            messages.Add(
                new Sent(channel, NextTs(), BotUser, "", none, thread, null) { Files = [.. files.Select(f => f.Id)] }
            );
        return new()
        {
            ["ok"] = true,
            ["files"] = new JsonArray([.. files.Select(f => new JsonObject { ["id"] = f.Id })]),
        };
    }

    private JsonObject Update(JsonElement body)
    {
        var (channel, ts) = (Text(body, "channel"), Text(body, "ts"));
        if (Refused(channel, body) is { } error)
            return Error(error);
        lock (gate)
        {
            var at = messages.FindIndex(m => m.Channel == channel && m.Ts == ts);
            if (at < 0)
                return Error("message_not_found");
            if (!messages[at].IsBot)
                return Error("cant_update_message");
            messages[at] = messages[at] with { Text = Text(body, "text"), Blocks = body.GetProperty("blocks").Clone() };
        }
        return new() { ["ok"] = true, ["ts"] = ts };
    }

    private JsonObject Delete(JsonElement body)
    {
        lock (gate)
            return
                messages.RemoveAll(m => m.Channel == Text(body, "channel") && m.Ts == Text(body, "ts") && m.IsBot) > 0
                ? Ok()
                : Error("message_not_found");
    }

    private JsonObject Ephemeral(JsonElement body) =>
        Refused(Text(body, "channel"), body) is { } error ? Error(error)
        : Users.ContainsKey(Text(body, "user")) ? new() { ["ok"] = true, ["message_ts"] = NextTs() }
        : Error("user_not_found");

    private JsonObject Open(JsonElement body)
    {
        var trigger = Text(body, "trigger_id");
        if (!triggers.TryRemove(trigger, out var at))
            return Error("exchanged_trigger_id");
        return triggerClock.GetUtcNow() - at > TriggerLives
            ? Error("expired_trigger_id")
            : View("V" + RandomId(), body);
    }

    private JsonObject View(string id, JsonElement body)
    {
        var wrong = BlockRules.OfView(body.GetProperty("view"));
        if (wrong.Count > 0)
            return Invalid(wrong);
        Views[id] = body.GetProperty("view").Clone();
        return new()
        {
            ["ok"] = true,
            ["view"] = new JsonObject { ["id"] = id, ["hash"] = "1.a" },
        };
    }

    private JsonObject History(JsonElement body)
    {
        var oldest = body.TryGetProperty("oldest", out var o)
            ? decimal.Parse(o.GetString()!, CultureInfo.InvariantCulture)
            : 0;
        // With a message asked for: that one and its replies, oldest first. Else what stands in the conversation itself, newest first.
        var thread = Text(body, "ts");
        var all = Messages.Where(m => m.Channel == Text(body, "channel")).ToList();
        if (thread.Length > 0 && !all.Any(m => m.Ts == thread))
            return Error("thread_not_found");
        var shown = all.Where(m =>
                decimal.Parse(m.Ts, CultureInfo.InvariantCulture) >= oldest
                && (thread.Length > 0 ? m.Ts == thread || m.Thread == thread : m.Thread is null || m.IsBroadcast)
            )
            .ToList();
        if (thread.Length == 0)
            shown.Reverse();
        var found = shown.Select(m =>
        {
            var json = new JsonObject
            {
                ["type"] = "message",
                ["user"] = m.User,
                ["text"] = m.Text,
                ["ts"] = m.Ts,
            };
            if (m.Thread is not null)
                json["thread_ts"] = m.Thread;
            if (m.IsBroadcast)
                json["subtype"] = "thread_broadcast";
            if (m.IsTombstone)
                json["subtype"] = "tombstone";
            if (all.Count(r => r.Thread == m.Ts) is > 0 and var replies)
            {
                json["thread_ts"] = m.Ts;
                json["reply_count"] = replies;
            }
            if (m.EditedTs is { } edited)
                json["edited"] = new JsonObject { ["user"] = m.User, ["ts"] = edited };
            if (m.IsBot)
                json["bot_id"] = "BBOT";
            if (m.Files.Count > 0)
                json["files"] = new JsonArray([
                    .. m.Files.Select(id => new JsonObject { ["id"] = id, ["name"] = Files.All[id].Name }),
                ]);
            if (m.Key is not null)
                json["metadata"] = new JsonObject
                {
                    ["event_type"] = "interviewbot_card",
                    ["event_payload"] = new JsonObject { ["key"] = m.Key },
                };
            return json;
        });
        return new() { ["ok"] = true, ["messages"] = new JsonArray([.. found]) };
    }

    private string? Refused(string channel, JsonElement body)
    {
        if (!channel.StartsWith('D') && !Channels.ContainsKey(channel))
            return "channel_not_found"; // a person's id is no conversation for chat.update, so it is refused everywhere
        var wrong = BlockRules.OfMessage(body.GetProperty("blocks"), Text(body, "text"));
        return wrong.Count == 0 ? null : "invalid_blocks";
    }

    private bool Has(string channel, string ts) => Messages.Any(m => m.Channel == channel && m.Ts == ts);

    private static string Text(JsonElement body, string name) =>
        body.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString()! : "";

    private static JsonObject Ok() => new() { ["ok"] = true };

    private static JsonObject Error(string error) => new() { ["ok"] = false, ["error"] = error };

    private static JsonObject Invalid(IEnumerable<string> wrong) =>
        new()
        {
            ["ok"] = false,
            ["error"] = "invalid_blocks",
            ["response_metadata"] = new JsonObject
            {
                ["messages"] = new JsonArray([.. wrong.Select(w => (JsonNode)$"[ERROR] {w}")]),
            },
        };
}
