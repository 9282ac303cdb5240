using System.Text.Json;
using System.Text.Json.Nodes;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;
using InterviewBot.Slack.Calling;
using InterviewBot.Slack.Cards;
using InterviewBot.Slack.Modals;
using InterviewBot.Slack.Texts;

namespace InterviewBot.Slack.Receiving;

/// <summary>Forms that were sent (<c>view_submission</c>). An empty answer closes the form.</summary>
internal sealed class ViewInbox(
    IReception reception,
    People people,
    SlackHouse house,
    ShownCards cards,
    Audiences audiences,
    BoardPlaces boards,
    IGuideShelf shelf,
    PrivateAnswers answers,
    Patience patience
)
{
    public async Task<SlackAnswer> Take(Workspace ours, JsonElement payload)
    {
        if (
            payload.Text("user", "id") is not { } user
            || payload.At("view") is not { } view
            || view.Text("id") is not { } id
        )
            return SlackAnswer.Senseless;
        var by = await people.Of(ours, user, payload.Text("user", "username"));
        var form = new Form(
            ours,
            by,
            view,
            ViewState.Memory(view),
            $"{SlackHouse.ChannelName}:{ours.Id}:{id}:{view.Text("hash")}:{user}"
        );
        if (await people.IsForeign(ours, user, payload.Text("user", "team_id")))
        {
            answers.Say(ours, user, form.Channel, null, form.Texts["foreign-person"]);
            return SlackAnswer.Done;
        }
        switch (view.Text("callback_id"))
        {
            case StartModal.Callback:
                return await Start(form, ours, id);
            case LineModal.Callback:
                return await Line(form);
            case CardModals.ListCallback:
                return await List(form);
            case PlanModal.Callback:
                return await Plan(form);
            case CardModals.FormCallback:
                return await Fields(form);
            default:
                SlackMetrics.Refused("unknown-form");
                return SlackAnswer.Done;
        }
    }

    private async Task<SlackAnswer> Start(Form form, Workspace ours, string id)
    {
        var (guide, candidate, minutes, wrong) = StartModal.Read(form.View, shelf.Guides, form.Texts);
        if (wrong.Count > 0)
            return SlackAnswer.Wrong(wrong);
        var (place, outside) = await boards.Proposed(
            ours,
            form.By,
            form.Channel is { } channel ? new Place(SlackHouse.ChannelName, ours.Id, channel) : house.Dm(form.By.Person)
        );
        // One form, one interview: the key is the view, however often it is sent.
        var key = $"{SlackHouse.ChannelName}:{ours.Id}:{id}:{form.By.Person.User}";
        var reply = await reception.StartForm(
            form.By,
            place,
            guide!,
            candidate,
            minutes,
            key,
            new Cause($"{form.Cause}:start")
        );
        if (outside is not null && reply is { Accepted: true, Text: null })
            reply = reply with { Text = outside };
        return Close(form, StartModal.Guide, reply);
    }

    private async Task<SlackAnswer> Line(Form form)
    {
        if (
            PressCode.Read(form.Memory.Text("press")) is not { } code
            || await cards.Whole(form.By, code) is not { } press
        )
            return SlackAnswer.Wrong([new(LineModal.Block, form.Texts["moved-on"])]);
        var (value, text) = (default(string), default(string));
        switch (form.Memory.Text("as"))
        {
            case "channel":
                var (id, name, wrong) = await Channel(form);
                if (wrong is not null)
                    return SlackAnswer.Wrong([new(LineModal.Block, wrong)]);
                (value, text) = (id, name);
                break;
            case "value":
                value = Value(form, LineModal.Block, LineModal.More);
                break;
            default:
                text = ViewState.Text(form.View, LineModal.Block)?.Trim();
                if (string.IsNullOrEmpty(text))
                    return SlackAnswer.Wrong([new(LineModal.Block, form.Texts["needed"])]);
                break;
        }
        var reply = await reception.Pressed(
            form.By,
            form.Place(house),
            press,
            value,
            text,
            new Cause($"{form.Cause}:line")
        );
        return Close(form, LineModal.Block, reply);
    }

    private async Task<SlackAnswer> List(Form form)
    {
        var chosen = ViewState.Option(form.View, CardModals.ListBlock);
        if (
            chosen is null or ""
            || PressCode.Read(chosen[1..]) is not { } code
            || await cards.Whole(form.By, code) is not { } press
        )
            return SlackAnswer.Wrong([new(CardModals.ListBlock, form.Texts["moved-on"])]);
        if (chosen[0] == 't')
            return SlackAnswer.With(
                new JsonObject
                {
                    ["response_action"] = "update",
                    ["view"] = LineModal.ForOption(
                        press,
                        ViewState.OptionLabel(form.View, CardModals.ListBlock) ?? form.Texts["option"],
                        form.Channel,
                        form.Texts
                    ),
                }
            );
        var reply = await reception.Pressed(
            form.By,
            form.Place(house),
            press,
            null,
            null,
            new Cause($"{form.Cause}:list")
        );
        return Close(form, CardModals.ListBlock, reply);
    }

    private async Task<SlackAnswer> Plan(Form form)
    {
        var (changes, wrong) = PlanModal.Read(form.View, form.Memory, form.Texts);
        if (wrong.Count > 0)
            return SlackAnswer.Wrong(wrong);
        var said = new List<string>();
        foreach (var (block, press, text) in changes)
        {
            if (await cards.Whole(form.By, press) is not { } whole)
                return SlackAnswer.Wrong([new(block, form.Texts["moved-on"])]);
            var cause = new Cause($"{form.Cause}:plan:{PressCode.Hash($"{PressCode.Write(whole, 200)}:{text}")}");
            var reply = await reception.Pressed(form.By, form.Place(house), whole, null, text, cause);
            if (!reply.Accepted || reply.Refused is not null)
                return SlackAnswer.Wrong([new(block, reply.Text ?? form.Texts["busy"])]);
            if (reply.Text is { } words && !said.Contains(words))
                said.Add(words);
        }
        if (said.Count > 0)
            answers.Say(form.Ours, form.By.Person.User, form.Channel, null, string.Join('\n', said));
        return SlackAnswer.Done;
    }

    private async Task<SlackAnswer> Fields(Form form)
    {
        var n = -1;
        foreach (var field in form.Memory.List("texts"))
        {
            n++;
            var value = Value(form, $"t{n}", $"t{n}more");
            if (PressCode.Hash(value) == field.Text("was"))
                continue;
            if (
                PressCode.Read(field.Text("press")) is not { } code
                || await cards.Whole(form.By, code) is not { } press
            )
                return SlackAnswer.Wrong([new($"t{n}", form.Texts["moved-on"])]);
            // The same form may come again with other words, when one of its fields was wrong.
            var cause = new Cause($"{form.Cause}:field:{n}:{PressCode.Hash(value)}");
            var reply = await reception.Pressed(form.By, form.Place(house), press, value, null, cause);
            if (Close(form, $"t{n}", reply) is { Body: not null } wrong)
                return wrong;
        }
        return SlackAnswer.Done;
    }

    private async Task<(string? Id, string? Name, string? Wrong)> Channel(Form form)
    {
        if (ViewState.Conversation(form.View, LineModal.Block) is not { } id)
            return (null, null, form.Texts["needed"]);
        // Slack waits three seconds for the form's answer.
        using var limit = new CancellationTokenSource(patience.Question);
        var info = await audiences.Of(form.Ours, id, limit.Token);
        return info.Audience switch
        {
            Audience.Own => (id, info.Name ?? id, null),
            Audience.External => (null, null, form.Texts["external-channel"]),
            Audience.NotThere => (null, null, form.Texts["unknown-channel"]),
            _ => (null, null, form.Texts["busy"]),
        };
    }

    private static string Value(Form form, string block, string more) =>
        (ViewState.Text(form.View, block) ?? "") + (ViewState.Text(form.View, more) ?? "");

    /// <summary>Slack does not send a form again: what was not taken has to be said in it, and what was typed stays there.</summary>
    private SlackAnswer Close(Form form, string block, Reply reply)
    {
        if (!reply.Accepted || reply.Refused is not null)
            return SlackAnswer.Wrong([new(block, reply.Text ?? form.Texts["busy"])]);
        answers.Say(form.Ours, form.By.Person.User, form.Channel, null, reply);
        return SlackAnswer.Done;
    }

    private sealed record Form(Workspace Ours, Speaker By, JsonElement View, JsonElement Memory, string Cause)
    {
        public SlackTexts Texts { get; } = SlackTexts.In(By.Language);

        public string? Channel => Memory.Text("channel");

        public Place Place(SlackHouse house) =>
            Channel is null || DirectMessages.IsDirect(Channel)
                ? house.Dm(By.Person)
                : new Place(SlackHouse.ChannelName, By.Person.Tenant, Channel);
    }
}
