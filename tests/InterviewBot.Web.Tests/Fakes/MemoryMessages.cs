using InterviewBot.Interviews.Seams;

namespace InterviewBot.Web.Tests.Fakes;

/// <summary>The local chat's memory without a disk. Outlives a host, as a file would.</summary>
public sealed class MemoryMessages : ILocalMessages
{
    private readonly Lock _lock = new();
    private readonly List<LocalMessage> _all = [];
    private long _version;
    private TaskCompletionSource _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public IReadOnlyList<LocalMessage> All
    {
        get
        {
            lock (_lock)
                return [.. _all];
        }
    }

    public Task<LocalMessage> Add(LocalMessage message)
    {
        lock (_lock)
        {
            if (message.PostKey is not null && _all.Find(m => m.PostKey == message.PostKey) is { } there)
                return Task.FromResult(there);
            // Beyond 2^53, as the page must never take an id for a number.
            var added = message with
            {
                Id = 9_007_199_254_740_993 + _all.Count,
                Version = ++_version,
            };
            _all.Add(added);
            Raise();
            return Task.FromResult(added);
        }
    }

    public Task<LocalMessage?> Change(
        long id,
        string? body,
        DateTimeOffset? editedAt,
        DateTimeOffset? deletedAt,
        bool handled
    )
    {
        lock (_lock)
        {
            var at = _all.FindIndex(m => m.Id == id);
            if (at < 0)
                return Task.FromResult<LocalMessage?>(null);
            var deleted = _all[at].DeletedAt ?? deletedAt;
            _all[at] = _all[at] with
            {
                Body = deleted is null ? body ?? _all[at].Body : "",
                DeletedAt = deleted,
                EditedAt = editedAt ?? _all[at].EditedAt,
                Handled = handled,
                Version = ++_version,
            };
            Raise();
            return Task.FromResult<LocalMessage?>(_all[at]);
        }
    }

    public Task MarkHandled(long id)
    {
        lock (_lock)
        {
            var at = _all.FindIndex(m => m.Id == id);
            _all[at] = _all[at] with { Handled = true };
        }
        return Task.CompletedTask;
    }

    public ValueTask<LocalMessage?> Find(long id, CancellationToken ct) => new(All.FirstOrDefault(m => m.Id == id));

    public ValueTask<IReadOnlyList<LocalMessage>> Recent(string conversation, int limit, CancellationToken ct) =>
        new([.. All.Where(m => m.Conversation == conversation).TakeLast(limit)]);

    public ValueTask<IReadOnlyList<LocalMessage>> Since(
        long version,
        IReadOnlyList<string> conversations,
        int limit,
        CancellationToken ct
    ) =>
        new([
            .. All.Where(m => m.Version > version && conversations.Contains(m.Conversation))
                .OrderBy(m => m.Version)
                .Take(limit),
        ]);

    public ValueTask<IReadOnlyList<LocalMessage>> Unhandled(CancellationToken ct) =>
        new([.. All.Where(m => !m.Handled && m.Author != "bot")]);

    public Task Changed(CancellationToken ct)
    {
        lock (_lock)
            return _changed.Task.WaitAsync(ct);
    }

    private void Raise()
    {
        _changed.TrySetResult();
        _changed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
