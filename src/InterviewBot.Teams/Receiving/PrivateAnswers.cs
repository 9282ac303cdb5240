using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Teams.Calling;
using InterviewBot.Teams.Cards;
using InterviewBot.Teams.Remembering;
using InterviewBot.Teams.Showing;
using InterviewBot.Teams.Texts;

namespace InterviewBot.Teams.Receiving;

/// <summary>What is said to one person. In a channel nobody else is to read it, so it goes to the direct conversation.</summary>
internal sealed class PrivateAnswers(
    Afterwards afterwards,
    Connector connector,
    Routes routes,
    TeamsHouse house,
    TeamsAddresses addresses,
    TimeProvider clock
)
{
    private const int Tries = 4;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    public void Say(Sender to, string kind, Reply reply)
    {
        if (reply is { Text: null or "", Card: null })
            return;
        afterwards.Do(
            to.Cause(kind).Text,
            async () =>
            {
                if (await Tell(to, reply) || to.Activity.IsPersonal)
                    return;
                // Not what was asked, as others read here: only why there is no answer.
                await InThread(to, Messages.Text(TeamsTexts.In(to.By.Language)["install-me"]));
            }
        );
    }

    /// <summary>Once for each delivery, into the conversation it came from.</summary>
    public void Send(Activity activity, string kind, params JsonObject[] messages) =>
        afterwards.Do(
            $"{activity.ConversationId}:{activity.Id}:{kind}",
            async () =>
            {
                foreach (var message in messages)
                    await Patiently(() =>
                        connector.Send(activity.ServiceUrl, activity.ConversationId, message, CancellationToken.None)
                    );
            }
        );

    private async Task<bool> Tell(Sender to, Reply reply)
    {
        var route = await routes.To(house.Dm(to.By.Person), false, CancellationToken.None);
        if (route.Fault is not null)
            return false;
        if (reply.Text is { Length: > 0 } text && !await Sent(route, Messages.Text(text)))
            return false;
        if (reply.Card is not { } card)
            return true;
        var channels = await addresses.Channels(to.By.Person.Tenant);
        var drawn = AdaptiveCard.Of(new Drawing.Shown(card), [.. channels], isPrivate: true);
        return await Sent(route, Messages.Card(drawn, card.Fallback));
    }

    private async Task<bool> Sent(Route route, JsonObject message) =>
        (
            await Patiently(() => connector.Send(route.ServiceUrl, route.Conversation, message, CancellationToken.None))
        ).IsGood;

    /// <summary>What the platform asks to try again is tried again; nothing else is, as a text has no key that would make a second one harmless.</summary>
    private async Task<ConnectorAnswer> Patiently(Func<Task<ConnectorAnswer>> send)
    {
        for (var tried = 1; ; tried++)
        {
            var answer = await send();
            if (tried == Tries || answer.Status is not (412 or 429 or 500 or 502 or 503 or 504))
                return answer;
            var wait = answer.RetryAfter ?? TimeSpan.FromSeconds(1 << tried);
            await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, CancellationToken.None);
        }
    }

    private Task<ConnectorAnswer> InThread(Sender to, JsonObject message) =>
        to.Activity.Id is { } id
            ? connector.Reply(to.Activity.ServiceUrl, to.Activity.ConversationId, id, message, CancellationToken.None)
            : connector.Send(to.Activity.ServiceUrl, to.Activity.ConversationId, message, CancellationToken.None);
}
