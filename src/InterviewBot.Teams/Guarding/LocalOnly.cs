using System.Net;
using Microsoft.AspNetCore.Http;

namespace InterviewBot.Teams.Guarding;

/// <summary>
/// Who may speak without a token: a program of this machine that means the bot. The page of a stranger, open in somebody's browser, reaches
/// loopback as well; browsers name the page, or that it is one.
/// </summary>
internal static class LocalOnly
{
    private static readonly string[] OfBrowsers = ["Origin", "Sec-Fetch-Site"];

    private static readonly string[] OfForwarders =
    [
        "Forwarded",
        "Via",
        "X-Real-IP",
        "True-Client-IP",
        "CF-Connecting-IP",
        "X-ProxyUser-IP",
    ];

    // X-Forwarded-For, -Host, -Proto, …; and what is left of them behind a middleware that took them in.
    private static readonly string[] OfForwardersToo = ["X-Forwarded", "X-Original", "X-Envoy-", "X-Azure-"];

    /// <returns>Null: it may speak; else a code for the metric, and the status.</returns>
    public static (string Why, int Status)? Refuses(ConnectionInfo connection, HttpRequest request)
    {
        if (connection.RemoteIpAddress is not { } peer || !IPAddress.IsLoopback(peer) || IsForwarded(request.Headers))
            return ("not-loopback", StatusCodes.Status403Forbidden);
        // Addressed by another name: DNS rebinding.
        if (!TeamsOptionsCheck.IsLoopback(request.Host.Host))
            return ("not-loopback", StatusCodes.Status403Forbidden);
        if (OfBrowsers.Any(request.Headers.ContainsKey))
            return ("browser", StatusCodes.Status403Forbidden);
        // A form can send text/plain to anybody without being asked; JSON it cannot.
        return request.HasJsonContentType() ? null : ("not-json", StatusCodes.Status415UnsupportedMediaType);
    }

    private static bool IsForwarded(IHeaderDictionary headers) =>
        OfForwarders.Any(headers.ContainsKey)
        || headers.Keys.Any(name =>
            OfForwardersToo.Any(start => name.StartsWith(start, StringComparison.OrdinalIgnoreCase))
        );
}
