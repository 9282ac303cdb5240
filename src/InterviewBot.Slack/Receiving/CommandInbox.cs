using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Calling;
using InterviewBot.Slack.Cards;
using InterviewBot.Slack.Modals;
using InterviewBot.Slack.Texts;

namespace InterviewBot.Slack.Receiving;

/// <summary><c>/interview</c>, and the shortcuts "Start interview" and "Add to notes".</summary>
internal sealed class CommandInbox(
    Orders orders,
    People people,
    SlackHouse house,
    IReception reception,
    IGuideShelf shelf,
    PrivateAnswers answers,
    TypedText typedText,
    TimeProvider clock
)
{
    public async Task<SlackAnswer> Take(Workspace ours, JsonElement command)
    {
        if (
            command.Text("user_id") is not { } user
            || command.Text("channel_id") is not { } channel
            || command.Text("trigger_id") is not { } trigger
        )
            return SlackAnswer.Senseless;
        var by = await people.Of(ours, user, command.Text("user_name"));
        var texts = SlackTexts.In(by.Language);
        var text = Mrkdwn.Unescape(command.Text("text") ?? "", ours.BotUser);
        var direct = DirectMessages.IsDirect(channel);
        if (Orders.WantsForm(text))
        {
            Form(ours, by, trigger, channel, direct ? null : channel);
            return SlackAnswer.Done;
        }
        var place = direct ? house.Dm(by.Person) : new Place(SlackHouse.ChannelName, ours.Id, channel);
        var (reply, started) = await orders.Do(ours, by, place, text, trigger, $"cmd-{trigger}");
        if (!reply.Accepted)
            return SlackAnswer.Busy;
        if (started)
            return direct ? SlackAnswer.Done : Privately(new Reply(true, texts["started"], null));
        return reply is { Text: null or "", Card: null } ? SlackAnswer.Done : Privately(reply);
    }

    public async Task<SlackAnswer> Shortcut(Workspace ours, JsonElement payload)
    {
        if (payload.Text("user", "id") is not { } user || payload.Text("trigger_id") is not { } trigger)
            return SlackAnswer.Senseless;
        var by = await people.Of(ours, user, payload.Text("user", "username"));
        if (await people.IsForeign(ours, user, payload.Text("user", "team_id")))
        {
            answers.Say(ours, user, payload.Text("channel", "id"), null, SlackTexts.In(by.Language)["foreign-person"]);
            return SlackAnswer.Done;
        }
        switch (payload.Text("callback_id"))
        {
            case "start_interview":
                Form(ours, by, trigger, null, null);
                return SlackAnswer.Done;
            case "add_to_notes":
                return await AddToNotes(ours, by, payload);
            default:
                SlackMetrics.Refused("unknown-shortcut");
                return SlackAnswer.Done;
        }
    }

    /// <summary>Opens the start form.</summary>
    /// <param name="seen">Where the person is, for private answers.</param>
    /// <param name="proposed">The hiring channel proposed.</param>
    public void Form(Workspace ours, Speaker by, string trigger, string? seen, string? proposed)
    {
        var texts = SlackTexts.In(by.Language);
        answers.Open(
            ours,
            trigger,
            StartModal.Of(shelf.For(by.Language), proposed, texts),
            // With the button in it: what opened the form is good for one try.
            () =>
                answers.Say(
                    ours,
                    by.Person.User,
                    seen,
                    null,
                    new CardMessage(
                        Mrkdwn.Fallback(texts["form-late"]),
                        new JsonArray(
                            Elements.Section(texts["form-late"]),
                            Elements.Actions([
                                Elements.Button(texts["start-title"], "start", "start", ButtonStyle.Default),
                            ])
                        )
                    )
                )
        );
    }

    private async Task<SlackAnswer> AddToNotes(Workspace ours, Speaker by, JsonElement payload)
    {
        var message = payload.At("message") ?? default;
        var channel = payload.Text("channel", "id");
        var words = await typedText.Of(ours, message);
        if (channel is null || message.Text("ts") is not { } ts || words.Length == 0)
        {
            answers.Say(ours, by.Person.User, null, null, SlackTexts.In(by.Language)["no-shortcut-text"]);
            return SlackAnswer.Done;
        }
        // With its author in front it is a note in any case: a quoted "next" is no command.
        var author =
            message.Text("user") is { } user && user != by.Person.User
                ? (await people.Of(ours, user, null)).Name
                : by.Name;
        var place = house.Dm(by.Person);
        var reply = await reception.Typed(
            new TypedLine(
                by,
                place,
                true,
                $"{channel}/{ts}",
                $"{author}: {words}",
                clock.GetUtcNow(),
                null,
                message.List("files").Any(),
                new Cause($"{place}:{channel}/{ts}:shortcut")
            )
        );
        if (!reply.Accepted)
            return SlackAnswer.Busy;
        answers.Say(ours, by.Person.User, null, null, reply);
        return SlackAnswer.Done;
    }

    private static SlackAnswer Privately(Reply reply)
    {
        var message = PrivateAnswers.Message(reply);
        return SlackAnswer.With(
            new JsonObject
            {
                ["response_type"] = "ephemeral",
                ["text"] = message.Text,
                ["blocks"] = message.Blocks,
            }
        );
    }
}
