using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace InterviewBot.Web.Guarding;

/// <summary>
/// Nothing of the local chat is reachable from another machine, whatever address the server is bound to: the peer must be this
/// machine, the Host header must name it (a foreign name that resolves to 127.0.0.1 is DNS rebinding), and nobody may have forwarded
/// the request (a proxy on this machine would open it to others).
/// </summary>
internal static class LoopbackOnly
{
    private static readonly string[] Forwarding =
    [
        "Forwarded",
        "X-Forwarded-For",
        "X-Forwarded-Host",
        "X-Original-For",
        "X-Real-IP",
        "Via",
    ];

    /// <summary>Wraps the endpoint's delegate, so that it stands before binding, filters and bodies.</summary>
    public static void Guard(EndpointBuilder endpoint)
    {
        var inner = endpoint.RequestDelegate!;
        endpoint.RequestDelegate = context =>
        {
            if (!Allows(context))
            {
                context.Response.StatusCode = StatusCodes.Status404NotFound;
                return Task.CompletedTask;
            }
            SecurityHeaders.Set(context.Response.Headers);
            return inner(context);
        };
    }

    public static bool Allows(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } peer
        && IPAddress.IsLoopback(peer)
        && context.Request.Host.Host.ToLowerInvariant() is ("localhost" or "127.0.0.1" or "[::1]")
        && !Forwarding.Any(context.Request.Headers.ContainsKey);
}
