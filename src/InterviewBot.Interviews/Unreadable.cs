using System.Collections.Concurrent;
using InterviewBot.Interviews.Deciding;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Interviews;

/// <summary>Streams that turned out unreadable in this process: damaged, or of a newer release. Each concerns itself alone, and readiness tells of them.</summary>
public sealed class Unreadable
{
    private const int Bound = 1_000;
    private readonly ConcurrentDictionary<StreamId, bool> _streams = new();

    public IReadOnlyCollection<StreamId> Streams => [.. _streams.Keys.Order()];

    /// <summary>Folds one stored commit; whatever is wrong with it, <see cref="UnknownEventException"/> says so and nothing else does.</summary>
    internal T Fold<T>(StreamId stream, Func<T> fold)
    {
        try
        {
            return fold();
        }
        catch (Exception)
        {
            // The cause may quote what people wrote. The stream's id is all that an operator needs.
            if (_streams.Count < Bound)
                _streams.TryAdd(stream, true);
            throw new UnknownEventException();
        }
    }
}
