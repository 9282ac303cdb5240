using System.Collections.Concurrent;

namespace InterviewBot.Interviews.Deciding;

/// <summary>Folds kept in memory: an optimisation, never a truth. When full, an arbitrary tenth goes, as any of them can be folded again in 50 µs.</summary>
/// <param name="seqOf">Where a fold stands: of two of one stream the newer is kept, whoever comes last.</param>
internal sealed class Folds<T>(int capacity, Func<T, long> seqOf)
    where T : class
{
    private readonly ConcurrentDictionary<long, T> _byStream = new();

    public T? Find(long stream) => _byStream.GetValueOrDefault(stream);

    public void Keep(long stream, T fold)
    {
        if (_byStream.Count >= capacity)
        {
            foreach (var key in _byStream.Keys.Take(capacity / 10))
                _byStream.TryRemove(key, out _);
        }
        _byStream.AddOrUpdate(stream, fold, (_, kept) => seqOf(kept) > seqOf(fold) ? kept : fold);
    }

    public void Drop(long stream) => _byStream.TryRemove(stream, out _);
}
