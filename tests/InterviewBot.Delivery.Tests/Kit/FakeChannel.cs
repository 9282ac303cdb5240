using System.Collections.Concurrent;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Channels;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Delivery.Tests.Kit;

/// <summary>
/// A platform that remembers every call in order and what each message shows.
/// A message is edited where it was posted and nowhere else. Posts are idempotent by (stream, surface, generation) when told so.
/// </summary>
internal sealed class FakeChannel(string name = "fake", bool idempotent = true) : IChannel
{
    private readonly Lock gate = new();
    private readonly Dictionary<string, Message> messages = [];
    private readonly Dictionary<string, string> keys = [];
    private readonly HashSet<string> busy = [];
    private int refs;

    public sealed record Message(string Ref, Place Place, string? Parent, string Text, int Order);

    /// <summary>What to answer instead of doing it; null: do it. Asked before each call.</summary>
    public Func<string, Place, Drawing?, CancellationToken, Task<SendResult?>>? Instead { get; set; }

    /// <summary>Runs after a call was carried out; the answer is lost when it throws.</summary>
    public Func<string, Task>? Afterwards { get; set; }

    /// <summary>How often two sendings were under way at once in one conversation.</summary>
    public int Overlaps { get; private set; }

    public ConcurrentQueue<string> Calls { get; } = new();

    public ConcurrentQueue<PostRequest> Posts { get; } = new();

    public string Name => name;

    public PictureWay Pictures { get; init; } = PictureWay.OnPages;

    public IReadOnlyList<Message> Messages(Place place)
    {
        lock (gate)
            return [.. messages.Values.Where(m => m.Place == place).OrderBy(m => m.Order)];
    }

    public IReadOnlyList<string> Texts(Place place) => [.. Messages(place).Select(m => m.Text)];

    /// <summary>Somebody deletes a message by hand.</summary>
    public void Lose(string reference)
    {
        lock (gate)
            messages.Remove(reference);
    }

    public Task<SendResult> Post(PostRequest post, CancellationToken ct)
    {
        Posts.Enqueue(post);
        return Call(
            "post",
            post.Place,
            post.Drawing,
            () =>
            {
                if (post.ParentRef is not null && !messages.ContainsKey(post.ParentRef))
                    return new SendResult.Missing();
                var key = $"{post.Stream}/{post.Surface}/{post.Gen}";
                if (idempotent && keys.TryGetValue(key, out var there))
                    return new SendResult.Sent(there);
                var reference = $"m{++refs}";
                keys[key] = reference;
                messages[reference] = new Message(reference, post.Place, post.ParentRef, Text(post.Drawing), refs);
                return new SendResult.Sent(reference);
            },
            ct
        );
    }

    public Task<SendResult> Edit(Place place, string reference, Drawing drawing, CancellationToken ct) =>
        Call(
            "edit",
            place,
            drawing,
            () =>
            {
                if (!messages.TryGetValue(reference, out var message))
                    return new SendResult.Missing();
                Assert.Equal(place, message.Place);
                messages[reference] = message with { Text = Text(drawing) };
                return new SendResult.Sent(reference);
            },
            ct
        );

    public Task<SendResult> Erase(Place place, string reference, CancellationToken ct) =>
        Call(
            "erase",
            place,
            null,
            () =>
            {
                messages.Remove(reference);
                return new SendResult.Sent(reference);
            },
            ct
        );

    private async Task<SendResult> Call(
        string method,
        Place place,
        Drawing? drawing,
        Func<SendResult> act,
        CancellationToken ct
    )
    {
        Assert.IsNotType<Drawing.Gone>(drawing);
        lock (gate)
        {
            if (!busy.Add(place.Lane))
                Overlaps++;
        }
        try
        {
            Calls.Enqueue(
                drawing is null ? $"{method} {place.Conversation}" : $"{method} {place.Conversation} {Text(drawing)}"
            );
            if (Instead is not null && await Instead(method, place, drawing, ct) is { } answer)
                return answer;
            SendResult result;
            lock (gate)
                result = act();
            if (Afterwards is not null)
                await Afterwards(method);
            return result;
        }
        finally
        {
            lock (gate)
                busy.Remove(place.Lane);
        }
    }

    public static string Text(Drawing drawing) =>
        drawing switch
        {
            Drawing.Shown s => string.Join(' ', s.Card.Parts.OfType<TextLine>().Select(t => t.Text)),
            Drawing.Line l => $"({l.Text})",
            _ => "",
        };
}
