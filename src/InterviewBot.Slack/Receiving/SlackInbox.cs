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
    TimeProvider clock,
    ILogger<SlackInbox> logger
)
{
    /// <summary>Slack hangs up after 3 s; what takes longer is finished all the same, and its next copy finds it done.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(2.5);

    public async Task<SlackAnswer> Take(SlackDelivery delivery)
    {
        SlackMetrics.Delivered(delivery.Kind == DeliveryKind.Command ? "command" : Known(delivery.Type));
        try
        {
            return await deliveries.Once(delivery.Key, () => Work(delivery)).WaitAsync(Patience, clock);
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
        if (await workspaces.Ours(CancellationToken.None) is not { } ours)
            return SlackAnswer.Busy;
        if (TeamOf(payload) is { } team && team != ours.Team)
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

    // Events name the workspace the app is installed in; in interactions it is absent for an installation across an organisation.
    private static string? TeamOf(JsonElement payload) => payload.Text("team_id") ?? payload.Text("team", "id");

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
