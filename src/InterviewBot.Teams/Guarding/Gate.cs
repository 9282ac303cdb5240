using System.Text.Json;
using System.Text.Unicode;
using InterviewBot.Teams.Calling;
using InterviewBot.Teams.Receiving;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InterviewBot.Teams.Guarding;

/// <summary>Lets in what Teams sent to this bot; everything else gets a status and no explanation.</summary>
internal sealed class Gate(IOptions<TeamsOptions> options, TokenCheck tokens, TrustedHosts hosts, ILogger<Gate> logger)
{
    /// <summary>Teams' own limit is 100 KB counted as UTF-16; JSON may escape each character.</summary>
    public const int LongestBody = 1_000_000;

    private const int DeepestBody = 64;

    /// <returns>The activity, or the status that turns the request away.</returns>
    public async Task<(Activity? Activity, int Status)> Open(HttpContext context)
    {
        var set = options.Value;
        TeamsToken? token = null;
        if (set.Anonymous)
        {
            if (LocalOnly.Refuses(context.Connection, context.Request) is { } foreign)
                return Away(foreign.Why, foreign.Status);
        }
        else
        {
            var headers = context.Request.Headers.Authorization;
            token = headers.Count == 1 ? await tokens.Read(headers[0], context.RequestAborted) : null;
            if (token is null)
                return Away("token", StatusCodes.Status401Unauthorized);
        }
        var (activity, status) = await Read(context.Request);
        if (activity is null)
            return Away("not-json", status);
        if (activity.Wrong() is { } wrong)
        {
            // Without a serviceUrl there is nothing that the token could cover.
            return activity.ServiceUrl.Length == 0 && token is not null
                ? Away("serviceurl", StatusCodes.Status401Unauthorized)
                : Away(wrong, StatusCodes.Status400BadRequest);
        }
        if (activity.ChannelId != Activity.Teams)
            return Away("channel", StatusCodes.Status403Forbidden);
        if (set.Anonymous)
            return Uri.TryCreate(activity.ServiceUrl, UriKind.Absolute, out var local) && hosts.Allows(local)
                ? (activity, 0)
                : Away("serviceurl", StatusCodes.Status403Forbidden);
        if (!token!.Covers(activity))
            return Away("serviceurl", StatusCodes.Status401Unauthorized);
        if (!activity.RecipientId.Equals($"28:{set.AppId}", StringComparison.OrdinalIgnoreCase))
            return Away("recipient", StatusCodes.Status403Forbidden);
        return activity.Tenant is { } tenant && set.Serves(tenant)
            ? (activity, 0)
            : Away("tenant", StatusCodes.Status403Forbidden);
    }

    private (Activity?, int) Away(string why, int status)
    {
        TeamsMetrics.TurnedAway(why);
        logger.TurnedAway(why);
        return (null, status);
    }

    /// <returns>No activity: the status says what is wrong with the body.</returns>
    private static async Task<(Activity? Activity, int Status)> Read(HttpRequest request)
    {
        if (request.ContentLength > LongestBody)
            return (null, StatusCodes.Status400BadRequest);
        using var body = new MemoryStream();
        var buffer = new byte[16_384];
        try
        {
            int read;
            while ((read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0)
            {
                if (body.Length + read > LongestBody)
                    return (null, StatusCodes.Status400BadRequest);
                body.Write(buffer, 0, read);
            }
        }
        catch (BadHttpRequestException e)
        {
            // Too slow, or cut off: the sender's fault, and Teams sends it again.
            return (null, e.StatusCode);
        }
        catch (Exception e) when (e is IOException or OperationCanceledException)
        {
            return (null, StatusCodes.Status400BadRequest); // nobody is there any more
        }
        return (Parse(body.GetBuffer().AsMemory(0, (int)body.Length)), StatusCodes.Status400BadRequest);
    }

    private static Activity? Parse(Memory<byte> body)
    {
        if (!Utf8.IsValid(body.Span))
            return null;
        LoneSurrogates.Mend(body.Span);
        try
        {
            using var json = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = DeepestBody });
            return new Activity(json.RootElement.Clone());
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
