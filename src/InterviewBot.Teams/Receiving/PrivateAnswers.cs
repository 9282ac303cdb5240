using System.Text.Json.Nodes;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Teams.Calling;
using InterviewBot.Teams.Cards;
using InterviewBot.Teams.Remembering;
using InterviewBot.Teams.Showing;
using InterviewBot.Teams.Texts;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Teams.Receiving;

/// <summary>What is said to one person. In a channel nobody else is to read it, so it goes to the direct conversation.</summary>
internal sealed class PrivateAnswers(
    Afterwards afterwards,
    Connector connector,
    Routes routes,
    TeamsHouse house,
    TeamsAddresses addresses,
    TimeProvider clock,
    ILogger<PrivateAnswers> logger
)
{
    private const int Tries = 4;

    // Before the first byte of the message left.
    private static readonly HttpRequestError[] NeverSent =
    [
        HttpRequestError.ConnectionError,
        HttpRequestError.NameResolutionError,
        HttpRequestError.SecureConnectionError,
        HttpRequestError.ProxyTunnelError,
    ];
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
                    await Carefully(
                        one =>
                            connector.Send(activity.ServiceUrl, activity.ConversationId, one, CancellationToken.None),
                        message,
                        People.LanguageOf(activity) ?? "en"
                    );
            }
        );

    private async Task<bool> Tell(Sender to, Reply reply)
    {
        var route = await routes.To(house.Dm(to.By.Person), false, CancellationToken.None);
        if (route.Fault is not null)
            return false;
        if (reply.Text is { Length: > 0 } text && !await Sent(route, Messages.Text(text), to.By.Language))
            return false;
        if (reply.Card is not { } card)
            return true;
        var channels = await addresses.Channels(to.By.Person.Tenant);
        var drawn = AdaptiveCard.Of(new Drawing.Shown(card), [.. channels], isPrivate: true);
        return await Sent(route, Messages.Card(drawn, card.Fallback), to.By.Language);
    }

    private async Task<bool> Sent(Route route, JsonObject message, string language) =>
        (
            await Carefully(
                one => connector.Send(route.ServiceUrl, route.Conversation, one, CancellationToken.None),
                message,
                language
            )
        ).IsGood;

    /// <summary>
    /// A text has no key that would make a second one harmless: it is sent again only when the first is known not to stand there. When nobody
    /// knows, that is said, and who wants the answer asks once more.
    /// </summary>
    private async Task<ConnectorAnswer> Carefully(
        Func<JsonObject, Task<ConnectorAnswer>> send,
        JsonObject message,
        string language
    )
    {
        var answer = await Patiently(() => send(message));
        if (!IsUnknown(answer))
            return answer;
        logger.AnswerLost($"http-{answer.Status}");
        var said = await Patiently(() => send(Messages.Text(TeamsTexts.In(language)["maybe-lost"])));
        return IsUnknown(said) ? answer : said;
    }

    private static bool IsUnknown(ConnectorAnswer answer) => answer.Status is 408 or 500 or 502 or 504;

    private async Task<ConnectorAnswer> Patiently(Func<Task<ConnectorAnswer>> send)
    {
        for (var tried = 1; ; tried++)
        {
            var answer = await Once(send);
            if (tried == Tries || answer.Status is not (412 or 429 or 503))
                return answer;
            var wait = answer.RetryAfter ?? TimeSpan.FromSeconds(1 << tried);
            await Task.Delay(wait < LongestWait ? wait : LongestWait, clock, CancellationToken.None);
        }
    }

    /// <summary>A failure of the connection, as an answer: 503 when nothing can have been sent, 504 when nobody knows.</summary>
    private static async Task<ConnectorAnswer> Once(Func<Task<ConnectorAnswer>> send)
    {
        try
        {
            return await send();
        }
        catch (HttpRequestException e) when (NeverSent.Contains(e.HttpRequestError))
        {
            return new ConnectorAnswer(503, "not-connected", null, null);
        }
        catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
        {
            return new ConnectorAnswer(504, "no-answer", null, null);
        }
    }

    private Task<ConnectorAnswer> InThread(Sender to, JsonObject message) =>
        to.Activity.Id is { } id
            ? connector.Reply(to.Activity.ServiceUrl, to.Activity.ConversationId, id, message, CancellationToken.None)
            : connector.Send(to.Activity.ServiceUrl, to.Activity.ConversationId, message, CancellationToken.None);
}
