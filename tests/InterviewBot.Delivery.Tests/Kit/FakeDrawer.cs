using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Pumping;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Tests.Kit;

/// <summary>The log's head as the test sets it, drawn when the pump asks.</summary>
internal sealed class FakeDrawer : ISurfaceDrawer
{
    private readonly Lock gate = new();
    private readonly Dictionary<(StreamId, string), Drawn> heads = [];

    public HashSet<string> Undrawable { get; } = [];

    public void Is(
        StreamId stream,
        string surface,
        Place? place,
        string? text,
        int turn = 1,
        long seq = 1,
        string? parent = null,
        int linesSince = 0,
        long calledDownSeq = 0
    )
    {
        Drawing drawing = text is null
            ? new Drawing.Gone()
            : new Drawing.Shown(new Card($"plain {text}", "en", [new TextLine(text)], [], turn));
        lock (gate)
            heads[(stream, surface)] = new Drawn(
                drawing,
                place,
                parent,
                seq,
                linesSince,
                calledDownSeq,
                new Drawing.Line($"was {surface}", "en")
            );
    }

    public ValueTask<Drawn?> Draw(StreamId stream, string surface, DateTimeOffset? postedAt, CancellationToken ct)
    {
        lock (gate)
        {
            if (Undrawable.Contains(surface))
                throw new InvalidOperationException("No such card.");
            return new(heads.GetValueOrDefault((stream, surface)));
        }
    }
}
