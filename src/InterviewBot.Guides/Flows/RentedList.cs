using System.Buffers;
using System.Runtime.CompilerServices;

namespace InterviewBot.Guides.Flows;

/// <summary>
/// A list in rented memory, for what is thrown away when the flow is read: half of what a reading needs, so the collector has half the work.
/// Numbers count from 1; number 0 is an empty item.
/// </summary>
internal sealed class RentedList<T> : IDisposable
    where T : struct
{
    private T[] _items;

    public RentedList(int expected)
    {
        _items = ArrayPool<T>.Shared.Rent(expected + 1);
        _items[0] = default;
    }

    /// <summary>The greatest number.</summary>
    public int Count { get; private set; }

    /// <summary>By number. Not to be held over an <see cref="Add"/>.</summary>
    public Span<T> Items => _items.AsSpan(0, Count + 1);

    /// <summary>Not to be held over an <see cref="Add"/>.</summary>
    public ref T this[int number] => ref _items[number];

    /// <summary>A fresh item, to be filled in place; its number is the <see cref="Count"/>.</summary>
    public ref T Add()
    {
        if (++Count == _items.Length)
            Grow();
        ref var item = ref _items[Count];
        item = default;
        return ref item;
    }

    public void Dispose()
    {
        Return();
        (_items, Count) = ([], 0);
    }

    private void Grow()
    {
        var larger = ArrayPool<T>.Shared.Rent(_items.Length * 2);
        _items.CopyTo(larger, 0);
        Return();
        _items = larger;
    }

    private void Return()
    {
        if (RuntimeHelpers.IsReferenceOrContainsReferences<T>())
            _items.AsSpan(0, Math.Min(Count + 1, _items.Length)).Clear();
        ArrayPool<T>.Shared.Return(_items);
    }
}
