using System.Net;
using Microsoft.AspNetCore.Http;

namespace InterviewBot.Web.Guarding;

/// <summary>
/// Nothing of the local chat is reachable from another machine, whatever address the server is bound to: the peer must be this
/// machine, the Host header must name it (a foreign name that resolves to 127.0.0.1 is DNS rebinding), and nobody may have forwarded
/// the request (a proxy on this machine would open it to others). A proxy that does not tell is found by no header: the key
/// (<see cref="LocalKey"/>) keeps it out.
/// </summary>
internal static class LoopbackOnly
{
    private static readonly string[] Forwarding =
    [
        "Forwarded",
        "Via",
        "X-Real-IP",
        "X-Client-IP",
        "X-Cluster-Client-IP",
        "True-Client-IP",
        "CF-Connecting-IP",
        "X-Envoy-External-Address",
    ];

    // -For, -Host, -Proto, -Port, -Server, -Prefix and what else they come up with.
    private static readonly string[] ForwardingPrefixes = ["X-Forwarded", "X-Original-", "X-ProxyUser-"];

    public static bool Allows(HttpContext context) =>
        context.Connection.RemoteIpAddress is { } peer
        && IPAddress.IsLoopback(peer)
        && context.Request.Host.Host.ToLowerInvariant() is ("localhost" or "127.0.0.1" or "[::1]")
        // No browser speaks HTTP/1.0; nginx does, unless it is told otherwise.
        && !HttpProtocol.IsHttp10(context.Request.Protocol)
        && !Forwarding.Any(context.Request.Headers.ContainsKey)
        && !context.Request.Headers.Keys.Any(IsForwarding);

    private static bool IsForwarding(string header) =>
        ForwardingPrefixes.Any(prefix => header.StartsWith(prefix, StringComparison.OrdinalIgnoreCase));
}
