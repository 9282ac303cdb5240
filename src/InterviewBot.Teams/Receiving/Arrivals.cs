using InterviewBot.Conversation.Speaking;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Teams.Texts;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Teams.Receiving;

/// <summary>What to do with an activity that is known to come from Teams.</summary>
internal sealed class Arrivals(
    People people,
    Lines lines,
    CardPresses presses,
    Dialogs dialogs,
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
            // Nothing is acknowledged, and no text of it reaches anybody; who pressed is told all the same.
            return Failed(e, activity, People.LanguageOf(activity) ?? "en") ?? new Answer(500);
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

    /// <summary>A client shows "unable to reach app" for anything but an answer it can draw, so there is one even when nobody knows what happened.</summary>
    private async Task<Answer> Invoked(Activity activity)
    {
        if (activity.Name is not ("adaptiveCard/action" or "task/fetch" or "task/submit"))
        {
            TeamsMetrics.TurnedAway("unknown-invoke");
            return Answer.Unknown;
        }
        var by = await Arrived(activity);
        if (!activity.IsPersonal && !activity.IsChannel)
            return Says(activity, TeamsTexts.In(by.By.Language)["no-groups"], by.By.Language);
        try
        {
            return IsPress(activity)
                ? await presses.Executed(by)
                : await dialogs.Answer(by, submitted: activity.Name == "task/submit");
        }
        catch (Exception e)
        {
            return Failed(e, activity, by.By.Language)!;
        }
    }

    /// <returns>Null: it was no invoke, so there is nobody to answer.</returns>
    private Answer? Failed(Exception e, Activity activity, string language)
    {
        var reference = ReferenceOf(e, activity);
        logger.ActivityFailed(reference, e.GetType().Name);
        TeamsMetrics.TurnedAway("failed");
        return activity.Type == "invoke" ? Says(activity, Sentences.WentWrong(reference, language), language) : null;
    }

    private static Answer Says(Activity invoke, string text, string language) =>
        IsPress(invoke) ? CardPresses.Line(text, language) : Answer.DialogSays(text);

    private static bool IsPress(Activity invoke) => invoke.Name == "adaptiveCard/action";

    private static string ReferenceOf(Exception e, Activity activity) =>
        e is ReceptionFailedException failed
            ? failed.Reference
            : new Cause($"{activity.ConversationId}:{activity.Id}").Hash.ToString(
                "x",
                System.Globalization.CultureInfo.InvariantCulture
            );

    private Task<Sender> Arrived(Activity activity)
    {
        TeamsMetrics.Arrived(activity.Type);
        return people.Of(activity);
    }
}
