using Microsoft.AspNetCore.Http;

namespace InterviewBot.Slack.Receiving;

/// <summary>
/// Bodies of requests while they arrive. Whose they are is known only when they are whole, so what anybody may have waiting here is bounded:
/// each by itself, all together, and in time.
/// </summary>
internal sealed class Bodies(TimeProvider clock)
{
    public const int Longest = 1 << 20;
    public const int Together = 32 << 20;

    /// <summary>Slack sends a body at once and hangs up after three seconds.</summary>
    private static readonly TimeSpan Within = TimeSpan.FromSeconds(5);
    private long waiting;

    /// <returns>The body, or the status that it is refused with.</returns>
    public async Task<(byte[]? Body, int Refused)> Read(HttpRequest request)
    {
        if (request.ContentLength > Longest)
            return (null, StatusCodes.Status413PayloadTooLarge);
        using var slow = new CancellationTokenSource(Within, clock);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(
            slow.Token,
            request.HttpContext.RequestAborted
        );
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, over.Token)) > 0)
            {
                if (body.Length + read > Longest)
                    return (null, StatusCodes.Status413PayloadTooLarge);
                body.Write(buffer, 0, read);
                if (Interlocked.Add(ref waiting, read) > Together)
                    return (null, StatusCodes.Status503ServiceUnavailable);
            }
            return (body.ToArray(), 0);
        }
        catch (OperationCanceledException) when (slow.IsCancellationRequested)
        {
            return (null, StatusCodes.Status408RequestTimeout);
        }
        finally
        {
            Interlocked.Add(ref waiting, -body.Length);
        }
    }
}
