using InterviewBot.Delivery.Receiving;
using InterviewBot.Web.Inbox;
using InterviewBot.Web.People;
using InterviewBot.Web.Showing;
using Microsoft.AspNetCore.Http;

namespace InterviewBot.Web.Endpoints;

/// <summary>What people do on the page. 200 or 204 only after the commit; 503 means that nothing was taken.</summary>
internal static class ActEndpoints
{
    private const int LongestLine = 4_000;

    /// <summary>Fields of a card may be longer than a chat line; each field has its own limit below this.</summary>
    private const int LongestValue = 20_000;

    public static async Task<IResult> Say(
        string user,
        SayAct act,
        HttpContext context,
        LocalInbox inbox,
        Fragments fragments
    )
    {
        if (
            ViewerOf(context, user) is not { } by
            || !IsLine(act.Text)
            || !IsDelivery(act.Delivery)
            || act.Conversation is null
        )
            return TypedResults.BadRequest();
        var outcome = await inbox.Say(by, act.Conversation, act.Thread, act.Text!.Trim(), act.Delivery!);
        return await Answer(by, act.Conversation, outcome, fragments);
    }

    public static async Task<IResult> Edit(
        string user,
        EditAct act,
        HttpContext context,
        LocalInbox inbox,
        Fragments fragments
    ) =>
        ViewerOf(context, user) is { } by && IsLine(act.Text)
            ? await Answer(by, by.Person.Dm, await inbox.Edit(by, act.Message, act.Text!.Trim()), fragments)
            : TypedResults.BadRequest();

    public static async Task<IResult> Delete(
        string user,
        DeleteAct act,
        HttpContext context,
        LocalInbox inbox,
        Fragments fragments
    ) =>
        ViewerOf(context, user) is { } by
            ? await Answer(by, by.Person.Dm, await inbox.Delete(by, act.Message), fragments)
            : TypedResults.BadRequest();

    public static async Task<IResult> Press(
        string user,
        PressAct act,
        HttpContext context,
        LocalPresses presses,
        Fragments fragments
    )
    {
        if (
            ViewerOf(context, user) is not { } by
            || act is not { Card: { } card, Press: { Verb: { Length: > 0 and <= 64 } } press }
            || !IsDelivery(act.Delivery)
            || act.Value?.Length > LongestValue
            || act.Text?.Length > LongestLine
        )
            return TypedResults.BadRequest();
        var outcome = await presses.Press(by, card, press, act.Value, act.Text, act.Delivery!);
        return await Answer(by, by.Person.Dm, outcome, fragments);
    }

    public static async Task<IResult> Start(
        string user,
        StartAct act,
        HttpContext context,
        LocalPresses presses,
        Fragments fragments
    )
    {
        if (
            ViewerOf(context, user) is not { } by
            || act.Guide is not { Length: > 0 and <= 200 } guide
            || !IsDelivery(act.Delivery)
            || act.Candidate?.Length > 100
            || act.Minutes is < 1 or > 600
        )
            return TypedResults.BadRequest();
        var candidate = string.IsNullOrWhiteSpace(act.Candidate) ? null : act.Candidate.Trim();
        var outcome = await presses.Start(by, guide, candidate, act.Minutes, act.Delivery!);
        return await Answer(by, by.Person.Dm, outcome, fragments);
    }

    private static async Task<IResult> Answer(
        LocalViewer by,
        string conversation,
        ActOutcome outcome,
        Fragments fragments
    ) =>
        outcome switch
        {
            ActOutcome.Done { Reply: { } reply } when await fragments.Private(by, conversation, reply) is { } html =>
                TypedResults.Ok(new ActAnswer(html, !reply.NotKept)),
            ActOutcome.Done => TypedResults.NoContent(),
            ActOutcome.Busy busy => TypedResults.Json(
                new ActAnswer((await fragments.Private(by, conversation, new Reply(false, Why(by, busy), null)))!),
                ActJson.Default.ActAnswer,
                statusCode: StatusCodes.Status503ServiceUnavailable
            ),
            _ => TypedResults.StatusCode(StatusCodes.Status403Forbidden),
        };

    private static string Why(LocalViewer by, ActOutcome.Busy busy) =>
        string.IsNullOrEmpty(busy.Text) ? by.Texts["busy"] : busy.Text;

    private static LocalViewer? ViewerOf(HttpContext context, string user) =>
        LocalPeople.Find(user) is { } person ? LocalViewers.Of(context.Request, person) : null;

    private static bool IsLine(string? text) => !string.IsNullOrWhiteSpace(text) && text.Length <= LongestLine;

    private static bool IsDelivery(string? delivery) =>
        delivery is { Length: >= 8 and <= 64 } && delivery.All(c => char.IsAsciiLetterOrDigit(c) || c == '-');
}
