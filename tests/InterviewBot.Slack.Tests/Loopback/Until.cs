namespace InterviewBot.Slack.Tests.Loopback;

/// <summary>Waits for what must come. The limit is for what never comes; a busy machine does not reach it.</summary>
internal static class Until
{
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(90);
    private static readonly TimeSpan LookEvery = TimeSpan.FromMilliseconds(20);

    public static async Task True(Func<bool> condition, string otherwise) =>
        await Found(() => condition() ? "" : null, () => otherwise);

    public static async Task<T> Some<T>(Func<T?> look, string otherwise)
        where T : struct => (T)await Found(() => (object?)look(), () => otherwise);

    public static async Task<T> Found<T>(Func<T?> look, Func<string> otherwise)
        where T : class
    {
        var end = TimeProvider.System.GetUtcNow() + Limit;
        while (true)
        {
            if (look() is { } found)
                return found;
            if (TimeProvider.System.GetUtcNow() > end)
                throw new TimeoutException(otherwise());
            await Task.Delay(LookEvery, TimeProvider.System);
        }
    }
}
