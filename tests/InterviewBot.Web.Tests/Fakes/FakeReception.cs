using System.Collections.Concurrent;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Web.Tests.Fakes;

/// <summary>Writes down what arrives, once per cause as the real one, and answers what the test says.</summary>
public sealed class FakeReception : IReception
{
    private readonly ConcurrentDictionary<string, byte> _seen = new();

    /// <summary>One line per thing done, in order: "typed hello", "edited hi", "deleted", "pressed next text", "start guide".</summary>
    public ConcurrentQueue<string> Done { get; } = new();

    public ConcurrentQueue<string> Causes { get; } = new();

    /// <summary>What it answers; null: taken, nothing to say.</summary>
    public Func<string, Task<Reply>>? Answer { get; set; }

    public TypedLine? LastLine { get; private set; }

    public Task<Reply> Typed(TypedLine line)
    {
        LastLine = line;
        return Do(line.Cause, $"typed {line.Text}");
    }

    public Task<Reply> Edited(
        Speaker by,
        Place place,
        string messageRef,
        string text,
        DateTimeOffset editedAt,
        Cause cause
    ) => Do(cause, $"edited {text}");

    public Task<Reply> Deleted(Speaker by, Place place, string messageRef, DateTimeOffset deletedAt, Cause cause) =>
        Do(cause, "deleted");

    public Task<Reply> Pressed(Speaker by, Place place, Press press, string? value, string? text, Cause cause) =>
        Do(cause, $"pressed {press.Verb} {value}{text}".TrimEnd());

    public Task<Reply> StartForm(
        Speaker by,
        Place place,
        string guideName,
        string? candidate,
        int? minutes,
        string startKey,
        Cause cause
    ) => Do(cause, $"start {guideName} {candidate} {minutes}");

    private async Task<Reply> Do(Cause cause, string what)
    {
        var reply = Answer is null ? new Reply(true, null, null) : await Answer(what);
        if (reply.Accepted && _seen.TryAdd(cause.Text, 0))
        {
            Causes.Enqueue(cause.Text);
            Done.Enqueue(what);
        }
        return reply;
    }
}
