using InterviewBot.Teams.Texts;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Teams.Receiving;

/// <summary>What to do with an activity that is known to come from Teams.</summary>
internal sealed class Arrivals(
    People people,
    Lines lines,
    CardPresses presses,
    Installing installing,
    ILogger<Arrivals> logger
)
{
    public async Task<Answer> Take(Activity activity)
    {
        try
        {
            return await Sort(activity);
        }
        catch (Exception e)
        {
            // Nothing is acknowledged, and no text of it reaches anybody.
            logger.ActivityFailed(e);
            TeamsMetrics.TurnedAway("failed");
            return new Answer(500);
        }
    }

    private async Task<Answer> Sort(Activity activity)
    {
        switch (activity.Type)
        {
            case "message":
                return await lines.Typed(await Arrived(activity));
            case "messageUpdate" when activity.EventType is null or "editMessage" or "undeleteMessage":
                return await lines.Edited(await Arrived(activity));
            case "messageDelete":
                return await lines.Deleted(await Arrived(activity));
            case "conversationUpdate" or "installationUpdate":
                return await installing.Happened(await Arrived(activity));
            case "invoke":
                return await Invoked(activity);
            default:
                // Reactions, typing, read receipts, and what Teams may send one day.
                TeamsMetrics.Arrived("other");
                return Answer.Empty;
        }
    }

    private async Task<Answer> Invoked(Activity activity)
    {
        if (activity.Name is not ("adaptiveCard/action" or "task/fetch" or "task/submit"))
        {
            TeamsMetrics.TurnedAway("unknown-invoke");
            return Answer.Unknown;
        }
        var by = await Arrived(activity);
        if (!activity.IsPersonal && !activity.IsChannel)
            return Answer.Error(TeamsTexts.In(by.By.Language)["no-groups"]);
        var answer =
            activity.Name == "adaptiveCard/action"
                ? await presses.Executed(by)
                : await presses.Dialog(by, submitted: activity.Name == "task/submit");
        if (answer.Status == 400)
            TeamsMetrics.TurnedAway("ill-formed-value");
        return answer;
    }

    private Task<Sender> Arrived(Activity activity)
    {
        TeamsMetrics.Arrived(activity.Type);
        return people.Of(activity);
    }
}
