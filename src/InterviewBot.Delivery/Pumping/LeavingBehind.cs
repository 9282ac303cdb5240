using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Channels;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Delivery.Pumping;

/// <summary>Messages that stopped being the card: those a re-post left behind, and those that were one too many.</summary>
internal sealed class LeavingBehind(IOutbox outbox, Sender sender, Book book, ILogger logger, Term term)
{
    /// <summary>Gives the message left behind, if one still owes it, its one-line form. What the platform never takes stays as it is, and the log says so.</summary>
    public async Task<Halt?> Retire(SurfaceRow surface, Drawn drawn)
    {
        if (await LeftBehind.Owed(outbox, surface) is not { } left || Place.Parse(left.Lane) is not { } place)
            return null;
        var tried = await sender.Try(
            place,
            Gates.Edit,
            term,
            (channel, ct) => channel.Edit(place, left.Ref!, drawn.Retired, ct)
        );
        switch (tried.Result)
        {
            case null or SendResult.Retry:
                return await book.Failed(tried, left, []);
            case SendResult.PlaceFault fault when left.Lane == term.Lease.Lane:
                return new Halt.Dead(fault.Reason);
            case SendResult.PlaceFault fault:
                logger.LeftAsItIs(surface.Name, surface.Stream, fault.Reason);
                break;
            case SendResult.RowFault fault:
                logger.LeftAsItIs(surface.Name, surface.Stream, fault.Reason);
                break;
        }
        var settled = left with { IntentAt = null, DrawnSeq = drawn.Seq, DrawnHash = DrawingJson.Hash(drawn.Retired) };
        return await book.Record([], settled, tried.Result is SendResult.Missing ? [book.Gone(left)] : []);
    }

    /// <summary>Our post came after the lane had passed to somebody who shows another message: ours is one too many.</summary>
    public async Task Collapse(SurfaceRow ours, Place place)
    {
        var theirs = await outbox.Surface(ours.Stream, ours.Name, CancellationToken.None);
        if (theirs?.Ref is null || theirs.Ref == ours.Ref)
            return;
        if (await sender.EraseOurs(place, ours.Ref!) is SendResult.Sent or SendResult.Missing)
            await outbox.Ack(term.Lease, new Sending([], null, [book.Gone(ours)]));
    }
}
