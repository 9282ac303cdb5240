using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Channels;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Delivery.Pumping;

/// <summary>One attempt at a platform: gate, time left, the attempt itself within its limit. Exceptions and silence become values.</summary>
internal sealed class Sender(
    IOutbox outbox,
    IReadOnlyDictionary<string, IChannel> channels,
    TimeProvider clock,
    ILogger logger
)
{
    /// <summary>Whether a surface is a message there: how an interview went is a file, a card or on a page.</summary>
    public bool Shows(Place place, string surface) =>
        !channels.TryGetValue(place.Channel, out var channel)
        || channel.Pictures switch
        {
            PictureWay.AsFiles => true,
            PictureWay.InCards => !Surfaces.IsPicture(surface),
            _ => !Surfaces.IsPicture(surface) && !Surfaces.IsTable(surface),
        };

    /// <summary>Null: the way is free.</summary>
    public async ValueTask<Halt?> MayGo(Place place, string method, Term term)
    {
        if (!term.AllowsSending)
            return new Halt.OutOfTime();
        return await outbox.Gate(Gates.Key(place, method), CancellationToken.None) is { } until
            ? new Halt.Gated(until)
            : null;
    }

    /// <summary>A card that the platform does not take is tried once more as text only, so that the question at least arrives.</summary>
    public async Task<Tried> Show(
        Place place,
        string method,
        Term term,
        Drawing drawing,
        Func<IChannel, Drawing, CancellationToken, Task<SendResult>> send
    )
    {
        var tried = await Try(place, method, term, (channel, ct) => send(channel, drawing, ct));
        if (tried.Result is not SendResult.RowFault || drawing is not Drawing.Shown { Card: var card })
            return tried;
        var text = new Drawing.Line(card.Fallback, card.Language);
        var second = await Try(place, method, term, (channel, ct) => send(channel, text, ct));
        return second with { TextOnly = true };
    }

    public async Task<Tried> Try(
        Place place,
        string method,
        Term term,
        Func<IChannel, CancellationToken, Task<SendResult>> send
    )
    {
        if (!channels.TryGetValue(place.Channel, out var channel))
            return new Tried(new SendResult.Retry(null)); // not configured in this process, or not any more; nothing is dropped
        if (await MayGo(place, method, term) is { } halt)
            return new Tried(halt);
        var result = await Attempt(channel, place, send);
        if (result is SendResult.Sent)
            DeliveryMetrics.Sent(place.Channel, method);
        if (result is SendResult.Retry { Gate: { } gate } wait)
            await outbox.CloseGate(
                Gates.Key(place, gate),
                clock.GetUtcNow() + Backoff.Wait(1, TimeSpan.Zero, wait.After, 1)
            );
        return new Tried(result);
    }

    /// <summary>Without term and gate: nobody else knows this message, so no order can break.</summary>
    public async Task<SendResult> EraseOurs(Place place, string reference) =>
        channels.TryGetValue(place.Channel, out var channel)
            ? await Attempt(channel, place, (c, ct) => c.Erase(place, reference, ct))
            : new SendResult.Retry(null);

    private async Task<SendResult> Attempt(
        IChannel channel,
        Place place,
        Func<IChannel, CancellationToken, Task<SendResult>> send
    )
    {
        // Never the token of a stopping process: what is under way ends by itself within its limit.
        using var limit = new CancellationTokenSource(Term.AttemptLimit, clock);
        try
        {
            return await send(channel, limit.Token).WaitAsync(Term.AttemptLimit, clock, CancellationToken.None);
        }
        catch (Exception e)
        {
            logger.SendingThrew(place.Lane, Unanswered.Name(e));
            return new SendResult.Retry(null);
        }
    }
}

/// <summary>What became of an attempt: a result of the platform, or a reason why there was none.</summary>
internal readonly record struct Tried(SendResult? Result, Halt? Halt, bool TextOnly = false)
{
    public Tried(SendResult result)
        : this(result, null) { }

    public Tried(Halt halt)
        : this(null, halt) { }
}
