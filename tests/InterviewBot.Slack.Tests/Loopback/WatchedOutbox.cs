using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>The store's outbox, which tells which lanes were put off and until when.</summary>
[SuppressMessage("Performance", "CA1852", Justification = "A proxy is made by deriving from it.")]
internal class WatchedOutbox : DispatchProxy
{
    private IOutbox store = null!;
    private ConcurrentQueue<(string Lane, DateTimeOffset Until)> putOff = null!;

    public static IOutbox Around(IOutbox store, ConcurrentQueue<(string Lane, DateTimeOffset Until)> putOff)
    {
        var watched = Create<IOutbox, WatchedOutbox>();
        (((WatchedOutbox)(object)watched).store, ((WatchedOutbox)(object)watched).putOff) = (store, putOff);
        return watched;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args)
    {
        var result = targetMethod!.Invoke(store, args);
        if (targetMethod.Name == nameof(IOutbox.Fail))
            putOff.Enqueue((((Lease)args![0]!).Lane, (DateTimeOffset)args[1]!));
        return result;
    }
}
