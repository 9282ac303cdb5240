using System.Text.Json;
using InterviewBot.Slack.Calling;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Slack.Receiving;

/// <summary>Everything Slack sends, by request or by socket. Returns after the commit; showing is the pump's work, private answers come afterwards.</summary>
internal sealed class SlackInbox(
    Deliveries deliveries,
    Workspaces workspaces,
    EventInbox events,
    CommandInbox commands,
    ActionInbox actions,
    ViewInbox views,
    Gaps gaps,
    Patience patience,
    TimeProvider clock,
    ILogger<SlackInbox> logger
)
{
    public async Task<SlackAnswer> Take(SlackDelivery delivery)
    {
        SlackMetrics.Delivered(delivery.Kind == DeliveryKind.Command ? "command" : Known(delivery.Type));
        try
        {
            return await deliveries.Once(delivery.Key, () => Work(delivery)).WaitAsync(patience.Acknowledge, clock);
        }
        catch (TimeoutException)
        {
            SlackMetrics.Refused("too-slow");
            return SlackAnswer.Busy;
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            // A defect of ours. Nothing may be acknowledged, and no text of it leaves the process.
            logger.DeliveryThrew(Known(delivery.Type), e.GetType().Name, e);
            SlackMetrics.Refused("defect");
            return SlackAnswer.Busy;
        }
    }

    private async Task<SlackAnswer> Work(SlackDelivery delivery)
    {
        var payload = delivery.Payload;
        // Signed like the rest, and sent before anything else works.
        if (delivery is { Kind: DeliveryKind.Event, Type: "url_verification" or "app_rate_limited" })
            return await events.Take(null, payload);
        if (Nonsense(delivery))
        {
            SlackMetrics.Refused("unknown-type");
            return SlackAnswer.Senseless;
        }
        var (ours, known) = await workspaces.Of(InstallationsOf(payload), CancellationToken.None);
        if (ours is null && !known)
            return SlackAnswer.Busy;
        if (ours is null)
        {
            SlackMetrics.Refused("other-workspace");
            logger.TurnedAway("other-workspace");
            return SlackAnswer.Done;
        }
        var answer = (delivery.Kind, delivery.Type) switch
        {
            (DeliveryKind.Event, _) => await events.Take(ours, payload),
            (DeliveryKind.Command, _) => await commands.Take(ours, payload),
            (_, "block_actions") => await actions.Take(ours, payload),
            (_, "view_submission") => await views.Take(ours, payload),
            (_, "shortcut" or "message_action") => await commands.Shortcut(ours, payload),
            // view_closed changes nothing; menus carry their options, so none is ever loaded.
            _ => SlackAnswer.Done,
        };
        if (answer.Status == 400)
            SlackMetrics.Refused("incomplete");
        gaps.Heard(ours, payload.Text("event", "user") ?? payload.Text("user", "id") ?? payload.Text("user_id"));
        return answer;
    }

    private static bool Nonsense(SlackDelivery delivery) =>
        delivery switch
        {
            { Payload.ValueKind: not JsonValueKind.Object } => true,
            { Kind: DeliveryKind.Event } => delivery.Type != "event_callback",
            { Kind: DeliveryKind.Interaction } => delivery.Type
                is not (
                    "block_actions"
                    or "view_submission"
                    or "view_closed"
                    or "shortcut"
                    or "message_action"
                    or "block_suggestion"
                ),
            _ => false,
        };

    /// <summary>
    /// Which installation a delivery is for, the likeliest first. Events say it in <c>authorizations</c> (their <c>team_id</c> may be where a shared
    /// channel comes from); commands say "true" and "false" in words; interactions have no <c>team</c> when the app is installed across an organisation.
    /// </summary>
    private static List<string> InstallationsOf(JsonElement payload)
    {
        var to = payload.List("authorizations").FirstOrDefault() is { ValueKind: JsonValueKind.Object } authorization
            ? authorization
            : payload;
        var across = to.IsTrue("is_enterprise_install") || to.Text("is_enterprise_install") == "true";
        var team = to.Text("team_id") ?? to.Text("team", "id") ?? payload.Text("team_id");
        var enterprise = to.Text("enterprise_id") ?? to.Text("enterprise", "id") ?? payload.Text("enterprise_id");
        // Inside Enterprise Grid a form comes with the workspace of the person; whose the app is stands in the form.
        var form = payload.Text("view", "app_installed_team_id");
        string?[] ids = across ? [enterprise, form, team] : [form, team, enterprise];
        return [.. ids.OfType<string>()];
    }

    private static string Known(string type) =>
        type
            is "event_callback"
                or "url_verification"
                or "block_actions"
                or "view_submission"
                or "view_closed"
                or "shortcut"
                or "message_action"
                or "app_rate_limited"
            ? type
            : "other";
}
