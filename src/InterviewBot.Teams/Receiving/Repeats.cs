using System.Collections.Concurrent;
using InterviewBot.Conversation.Cards;
using InterviewBot.Delivery.Receiving;
using InterviewBot.Interviews.Deciding;

namespace InterviewBot.Teams.Receiving;

/// <summary>
/// A finger that presses twice, or a phone that sends twice: each copy comes with an id of its own. The second one means nothing else, so it
/// turns nothing back and gets no reproach. Kept in this process only; what may be done twice is decided by the rules.
/// </summary>
internal sealed class Repeats(TimeProvider clock)
{
    private const int Kept = 5_000;

    /// <summary>Whoever wants the words to change once more has seen them by then.</summary>
    private static readonly TimeSpan OneDeed = TimeSpan.FromSeconds(3);

    private static readonly TimeSpan Late = TimeSpan.FromSeconds(15);
    private readonly ConcurrentDictionary<(string Person, string? Message, Press Press), DateTimeOffset> _done = new();

    /// <summary>A press that would turn back what its first copy did.</summary>
    public bool IsSecondCopy(Sender by, Press press) =>
        press.Verb == Presses.Verbs.Simpler && Since(by, press) is { } ago && ago < OneDeed;

    /// <summary>The reply without the reproach, when the same press was taken a moment ago.</summary>
    public Reply Heard(Sender by, Press press, Reply reply)
    {
        if (reply.Refused is Refusal.AlreadyMovedOn && Since(by, press) is { } ago && ago < Late)
            return reply with { Text = null };
        if (reply is { Accepted: true, Refused: null })
        {
            if (_done.Count >= Kept)
                _done.Clear();
            _done[Key(by, press)] = clock.GetUtcNow();
        }
        return reply;
    }

    private TimeSpan? Since(Sender by, Press press) =>
        _done.TryGetValue(Key(by, press), out var at) ? clock.GetUtcNow() - at : null;

    private static (string, string?, Press) Key(Sender by, Press press) =>
        (by.By.Person.ToString(), by.Activity.ReplyToId, press);
}
