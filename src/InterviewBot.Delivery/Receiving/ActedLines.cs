using System.Collections.Concurrent;

namespace InterviewBot.Delivery.Receiving;

/// <summary>
/// Typed lines that acted, for the button [It was a note]: personal text, so it lives in this process only and for a few minutes' worth of lines.
/// </summary>
internal sealed class ActedLines
{
    private const int Kept = 1_000;
    private readonly ConcurrentDictionary<string, (string Text, DateTimeOffset SaidAt)> _byNote = new();
    private readonly ConcurrentQueue<string> _order = new();

    public void Keep(string noteId, string text, DateTimeOffset saidAt)
    {
        if (_byNote.TryAdd(noteId, (text, saidAt)))
            _order.Enqueue(noteId);
        while (_order.Count > Kept && _order.TryDequeue(out var oldest))
            _byNote.TryRemove(oldest, out _);
    }

    public (string Text, DateTimeOffset SaidAt)? Find(string noteId) =>
        _byNote.TryGetValue(noteId, out var line) ? line : null;
}
