using System.Text.Json;
using System.Text.Json.Nodes;

namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>Takes what Slack delivers to the bot: a request or an envelope.</summary>
internal delegate Task<(int Status, string Body)> Deliver(string kind, JsonObject payload);

/// <summary>Somebody in Slack: types, presses, fills forms, and looks at what is there.</summary>
internal sealed class Person(
    LoopbackSlack slack,
    Deliver deliver,
    string user,
    string team = LoopbackSlack.Team,
    string? across = null
)
{
    private int events;

    public string User => user;

    public string Direct => LoopbackSlack.DirectOf(user);

    public async Task<Sent> Say(string text, string? thread = null)
    {
        var message = slack.Type(user, text, thread);
        Assert.Equal(200, (await deliver("events_api", Event(Said(message)))).Status);
        return message;
    }

    public JsonObject Said(Sent message)
    {
        var what = new JsonObject
        {
            ["type"] = "message",
            ["channel_type"] = "im",
            ["channel"] = message.Channel,
            ["user"] = user,
            ["text"] = message.Text,
            ["ts"] = message.Ts,
        };
        if (message.Thread is not null)
            what["thread_ts"] = message.Thread;
        return what;
    }

    public async Task Edit(Sent message, string text) =>
        Assert.Equal(
            200,
            (
                await deliver(
                    "events_api",
                    Event(
                        new JsonObject
                        {
                            ["type"] = "message",
                            ["subtype"] = "message_changed",
                            ["channel_type"] = "im",
                            ["channel"] = message.Channel,
                            ["ts"] = slack.NextTs(),
                            ["message"] = new JsonObject
                            {
                                ["user"] = user,
                                ["text"] = text,
                                ["ts"] = message.Ts,
                                ["edited"] = new JsonObject { ["user"] = user, ["ts"] = slack.NextTs() },
                            },
                        }
                    )
                )
            ).Status
        );

    public async Task Delete(Sent message) =>
        Assert.Equal(
            200,
            (
                await deliver(
                    "events_api",
                    Event(
                        new JsonObject
                        {
                            ["type"] = "message",
                            ["subtype"] = "message_deleted",
                            ["channel_type"] = "im",
                            ["channel"] = message.Channel,
                            ["deleted_ts"] = message.Ts,
                            ["event_ts"] = slack.NextTs(),
                            ["previous_message"] = new JsonObject { ["user"] = user, ["ts"] = message.Ts },
                        }
                    )
                )
            ).Status
        );

    public JsonObject Event(JsonObject what) =>
        new()
        {
            ["type"] = "event_callback",
            ["event_id"] = $"Ev{user}{slack.NextTs()}{Interlocked.Increment(ref events)}",
            ["team_id"] = team,
            ["enterprise_id"] = across,
            ["event_time"] = TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(),
            ["authorizations"] = new JsonArray(
                new JsonObject
                {
                    ["team_id"] = across is null ? team : null,
                    ["enterprise_id"] = across,
                    ["is_enterprise_install"] = across is not null,
                }
            ),
            ["event"] = what,
        };

    public async Task<(int Status, string Body)> Command(string text, string channel = "C1") =>
        await deliver(
            "slash_commands",
            new JsonObject
            {
                ["command"] = "/interview",
                ["text"] = text,
                ["user_id"] = user,
                ["user_name"] = "x",
                ["team_id"] = team,
                ["enterprise_id"] = across ?? "",
                ["channel_id"] = channel,
                ["trigger_id"] = slack.NewTrigger(),
                ["is_enterprise_install"] = across is null ? "false" : "true",
            }
        );

    /// <summary>Presses the button or chooses the option whose words begin so, on a message the person sees.</summary>
    public async Task Press(Sent message, string words, string? optionOf = null)
    {
        var payload = PressOf(message, words, optionOf);
        var answer = await deliver("interactive", payload);
        Assert.Equal((200, ""), answer);
    }

    public JsonObject PressOf(Sent message, string words, string? menu = null)
    {
        foreach (var element in message.Elements)
        {
            var isButton = element.GetProperty("type").GetString() == "button";
            if (
                isButton
                && menu is null
                && Words(element.GetProperty("text")).StartsWith(words, StringComparison.Ordinal)
            )
                return Acted(message, element, ("value", element.GetProperty("value").GetString()!), null);
            if (isButton || (menu is not null && Words(element.GetProperty("placeholder")) != menu))
                continue;
            var option = Options(element)
                .FirstOrDefault(o => Words(o.GetProperty("text")).StartsWith(words, StringComparison.Ordinal));
            if (option.ValueKind == JsonValueKind.Object)
                return Acted(message, element, null, option);
        }
        throw new InvalidOperationException($"Nothing on the card says {words}: {message.Json}");
    }

    /// <summary>Presses the button, or chooses the option of the menu of that label, in a modal that is open.</summary>
    public async Task PressIn(string view, string words, string? label = null)
    {
        var shown = slack.Views[view];
        var inside = new Sent("", "", LoopbackSlack.BotUser, "", shown.GetProperty("blocks"), null, null);
        var payload = PressOf(inside, words, label);
        payload.Remove("channel");
        payload["container"] = new JsonObject { ["type"] = "view", ["view_id"] = view };
        payload["view"] = new JsonObject
        {
            ["id"] = view,
            ["hash"] = "1.a",
            ["callback_id"] = shown.GetProperty("callback_id").GetString(),
            ["private_metadata"] = shown.GetProperty("private_metadata").GetString(),
        };
        Assert.Equal((200, ""), await deliver("interactive", payload));
    }

    public static IEnumerable<JsonElement> Options(JsonElement select) =>
        select.TryGetProperty("options", out var options)
            ? options.EnumerateArray()
            : select
                .GetProperty("option_groups")
                .EnumerateArray()
                .SelectMany(g => g.GetProperty("options").EnumerateArray());

    /// <summary>Sends a form that is open, with these values in its inputs.</summary>
    public async Task<string> Submit(string view, params (string Block, JsonObject Element)[] values)
    {
        var (status, body) = await deliver("interactive", Submission(view, values));
        Assert.Equal(200, status);
        return body;
    }

    public JsonObject Submission(string view, params (string Block, JsonObject Element)[] values)
    {
        var shown = slack.Views[view];
        return new()
        {
            ["type"] = "view_submission",
            ["user"] = new JsonObject { ["id"] = user, ["team_id"] = team },
            ["team"] = Team(),
            ["enterprise"] = Enterprise(),
            ["is_enterprise_install"] = across is not null,
            ["trigger_id"] = slack.NewTrigger(),
            ["view"] = new JsonObject
            {
                ["id"] = view,
                ["hash"] = "1.a",
                ["callback_id"] = shown.GetProperty("callback_id").GetString(),
                ["private_metadata"] = shown.TryGetProperty("private_metadata", out var memory)
                    ? memory.GetString()
                    : "",
                ["state"] = new JsonObject
                {
                    ["values"] = new JsonObject(
                        values.Select(v =>
                            KeyValuePair.Create(v.Block, (JsonNode?)new JsonObject { ["in"] = v.Element.DeepClone() })
                        )
                    ),
                },
            },
        };
    }

    public static JsonObject Typed(string? text) => new() { ["type"] = "plain_text_input", ["value"] = text };

    public static JsonObject Ticked(string value) =>
        new() { ["type"] = "checkboxes", ["selected_options"] = new JsonArray(new JsonObject { ["value"] = value }) };

    public static JsonObject Chosen(string value) =>
        new()
        {
            ["type"] = "static_select",
            ["selected_option"] = new JsonObject { ["value"] = value },
        };

    /// <summary>The newest card of the bot in the person's direct conversation once it says so.</summary>
    public Task<Sent> Card(string words) => Sees(Direct, words);

    public Task<Sent> Sees(string channel, string words) => Sees(channel, words, m => Shows(m, words));

    public Task<Sent> Card(string words, string and) => Sees(Direct, words, m => Shows(m, words) && Shows(m, and));

    private Task<Sent> Sees(string channel, string words, Func<Sent, bool> shows) =>
        Until.Found(
            () => slack.Messages.LastOrDefault(m => m.Channel == channel && m.IsBot && shows(m)),
            () =>
                $"No card in {channel} says {words}. There: {string.Join('\n', slack.Messages.Where(m => m.Channel == channel).Select(m => m.Json))}\n"
                + string.Join('\n', slack.Calls.Where(c => c.Error is not null).Select(c => $"{c.Method} {c.Error}"))
        );

    public Task<Called> Call(string method, Func<Called, bool> fits) =>
        Until.Found(
            () => slack.Calls.LastOrDefault(c => c.Method == method && fits(c)),
            () =>
                $"No such call of {method}: {string.Join('\n', slack.Calls.Where(c => c.Method == method).Select(c => c.Body))}"
        );

    /// <summary>A modal that was opened and says so.</summary>
    public Task<string> Opened(string words) =>
        Until.Found(
            () =>
                slack
                    .Views.FirstOrDefault(v =>
                        JsonSerializer.Serialize(v.Value, Approved.Compact).Contains(words, StringComparison.Ordinal)
                    )
                    .Key,
            () => $"No view says {words}."
        );

    public JsonObject Acted(Sent message, JsonElement element, (string Name, string Value)? value, JsonElement? option)
    {
        var action = new JsonObject
        {
            ["type"] = element.GetProperty("type").GetString(),
            ["action_id"] = element.GetProperty("action_id").GetString(),
            ["action_ts"] = slack.NextTs(),
        };
        if (value is { } v)
            action[v.Name] = v.Value;
        if (option is { } o)
            action["selected_option"] = JsonNode.Parse(o.GetRawText());
        return new()
        {
            ["type"] = "block_actions",
            ["user"] = new JsonObject { ["id"] = user, ["team_id"] = team },
            ["team"] = Team(),
            ["enterprise"] = Enterprise(),
            ["is_enterprise_install"] = across is not null,
            ["container"] = new JsonObject
            {
                ["type"] = "message",
                ["message_ts"] = message.Ts,
                ["channel_id"] = message.Channel,
            },
            ["channel"] = new JsonObject { ["id"] = message.Channel },
            ["trigger_id"] = slack.NewTrigger(),
            ["actions"] = new JsonArray(action),
        };
    }

    // Installed across an organisation, Slack names no workspace.
    private JsonObject? Team() => across is null ? new() { ["id"] = team } : null;

    private JsonObject? Enterprise() => across is null ? null : new() { ["id"] = across };

    private static bool Shows(Sent message, string words) =>
        message.Json.Contains(JsonSerializer.Serialize(words, Approved.Compact)[1..^1], StringComparison.Ordinal);

    private static string Words(JsonElement text) => text.GetProperty("text").GetString()!;
}
