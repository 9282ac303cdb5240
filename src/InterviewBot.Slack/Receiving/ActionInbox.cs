using System.Globalization;
using System.Text.Json;
using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Speaking;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Calling;
using InterviewBot.Slack.Cards;
using InterviewBot.Slack.Modals;
using InterviewBot.Slack.Texts;

namespace InterviewBot.Slack.Receiving;

/// <summary>Presses on buttons, menus and fields (<c>block_actions</c>), in messages, modals and the home tab.</summary>
internal sealed class ActionInbox(
    IReception reception,
    People people,
    SlackHouse house,
    ShownCards cards,
    CommandInbox commands,
    PrivateAnswers answers
)
{
    public async Task<SlackAnswer> Take(Workspace ours, JsonElement payload)
    {
        if (payload.Text("user", "id") is not { } user)
            return SlackAnswer.Senseless;
        var by = await people.Of(ours, user, payload.Text("user", "username"));
        var view = payload.At("view");
        var channel =
            payload.Text("channel", "id")
            ?? payload.Text("container", "channel_id")
            ?? (view is { } shown ? ViewState.Memory(shown).Text("channel") : null);
        if (await people.IsForeign(ours, user, payload.Text("user", "team_id")))
        {
            answers.Say(ours, user, channel, null, SlackTexts.In(by.Language)["foreign-person"]);
            return SlackAnswer.Done;
        }
        var where = new Where(
            ours,
            by,
            channel,
            payload.Text("container", "thread_ts"),
            payload.Text("trigger_id"),
            view
        );
        foreach (var action in payload.List("actions"))
        {
            if (await Take(where, action) is { Status: not 200 } failed)
                return failed;
        }
        return SlackAnswer.Done;
    }

    private async Task<SlackAnswer> Take(Where where, JsonElement action)
    {
        var id = action.Text("action_id") ?? "";
        var bar = id.IndexOf('|', StringComparison.Ordinal);
        var kind = (bar < 0 ? id : id[..bar]).TrimEnd([.. "0123456789"]);
        var chosen = action.Text("selected_option", "value");
        switch (kind)
        {
            case "press" when PressCode.Read(action.Text("value")) is { } press:
                return await Press(where, action, press, null);
            case "menu" when chosen is ['o', ..] && PressCode.Read(chosen[1..]) is { } press:
                return await Press(where, action, press, null);
            case "menu" when chosen is ['t', ..] && PressCode.Read(chosen[1..]) is { } press:
                return await AskForLine(where, press, action.At("selected_option", "text")?.Text("text"));
            case "field" when bar > 0 && chosen is not null && PressCode.Read(id[(bar + 1)..]) is { } press:
                return await Choose(where, action, press, chosen);
            case "check" when bar > 0 && PressCode.Read(id[(bar + 1)..]) is { } press:
                return await Press(where, action, press, action.List("selected_options").Any() ? "true" : "false");
            case "text" when PressCode.Read(action.Text("value")) is { } press:
                return await AskForField(where, press);
            case "list" or "form" or "all" when CardSource.Read(action.Text("value")) is { } read:
                return await OpenCard(where, kind, read.Source, read.More);
            case "start" when where.Trigger is not null:
                commands.Form(where.Ours, where.By, where.Trigger, where.Channel, null);
                return SlackAnswer.Done;
            // An element in a form that is read when the form is sent.
            case LineModal.Act:
                return SlackAnswer.Done;
            default:
                return MovedOn(where, "unknown-action");
        }
    }

    private async Task<SlackAnswer> Press(Where where, JsonElement action, Press press, string? value)
    {
        if (await cards.Whole(where.By, press) is not { } whole)
            return MovedOn(where);
        var conversation = where.Channel ?? "view";
        var cause = new Cause(
            $"{SlackHouse.ChannelName}:{where.By.Person.Tenant}:{conversation}:{where.By.Person.User}:{action.Text("action_ts")}:{action.Text("action_id")}:press"
        );
        var reply = await reception.Pressed(where.By, where.Place(house), whole, value, null, cause);
        answers.Say(where.Ours, where.By.Person.User, where.Channel, where.Thread, reply);
        return reply.Accepted ? SlackAnswer.Done : SlackAnswer.Busy;
    }

    private async Task<SlackAnswer> Choose(Where where, JsonElement action, Press press, string chosen)
    {
        if (FieldValue.Read(chosen) is { } value)
            return await Press(where, action, press, value);
        if (
            await cards.Whole(where.By, press) is not { } whole
            || await cards.Field<ChoiceField>(where.By, whole, f => f.OnChange) is not { } field
            || field.Options.FirstOrDefault(o => FieldValue.Write(o.Value) == chosen) is not { } option
        )
            return MovedOn(where);
        return await Press(where, action, whole, option.Value);
    }

    private async Task<SlackAnswer> AskForLine(Where where, Press press, string? label)
    {
        if (await cards.Whole(where.By, press) is not { } whole)
            return MovedOn(where);
        return Open(where, LineModal.ForOption(whole, label ?? where.Texts["option"], where.Channel, where.Texts));
    }

    private async Task<SlackAnswer> AskForField(Where where, Press press)
    {
        if (
            await cards.Whole(where.By, press) is not { } whole
            || await cards.Field<TextField>(where.By, whole, f => f.OnChange) is not { } field
        )
            return MovedOn(where);
        return Open(where, LineModal.ForField(field, where.Channel, where.Texts));
    }

    private async Task<SlackAnswer> OpenCard(Where where, string kind, CardSource source, string more)
    {
        if (await cards.Find(where.By, where.Channel, source) is not { } card)
            return MovedOn(where, "no-such-card");
        switch (kind)
        {
            case "all":
                return Open(where, CardModals.Whole(card, where.Texts));
            case "list":
                return
                    card.Actions.OfType<MenuAction>().FirstOrDefault(m => m.Id == more)
                        is { Options.IsEmpty: false } menu
                    ? Open(
                        where,
                        PlanModal.Is(menu)
                            ? PlanModal.Of(menu, where.Channel, where.Texts)
                            : CardModals.List(menu, where.Channel, where.Texts)
                    )
                    : MovedOn(where);
            default:
                _ = int.TryParse(more, NumberStyles.None, CultureInfo.InvariantCulture, out var page);
                var form = CardModals.Form(card, source, page, where.Channel, where.Texts);
                if (where.View?.Text("id") is not { } open)
                    return Open(where, form);
                answers.Update(where.Ours, open, form);
                return SlackAnswer.Done;
        }
    }

    private SlackAnswer Open(Where where, System.Text.Json.Nodes.JsonObject modal)
    {
        answers.Open(
            where.Ours,
            where.Trigger,
            modal,
            () => answers.Say(where.Ours, where.By.Person.User, where.Channel, where.Thread, where.Texts["form-late"])
        );
        return SlackAnswer.Done;
    }

    private SlackAnswer MovedOn(Where where, string why = "not-on-the-card")
    {
        SlackMetrics.Refused(why);
        var sentence = Sentences.For(Refusal.AlreadyMovedOn, where.By.Language);
        answers.Say(where.Ours, where.By.Person.User, where.Channel, where.Thread, sentence);
        return SlackAnswer.Done;
    }

    private sealed record Where(
        Workspace Ours,
        Speaker By,
        string? Channel,
        string? Thread,
        string? Trigger,
        JsonElement? View
    )
    {
        public SlackTexts Texts { get; } = SlackTexts.In(By.Language);

        public Place Place(SlackHouse house) =>
            Channel is null || DirectMessages.IsDirect(Channel)
                ? house.Dm(By.Person)
                : new Place(SlackHouse.ChannelName, By.Person.Tenant, Channel);
    }
}
