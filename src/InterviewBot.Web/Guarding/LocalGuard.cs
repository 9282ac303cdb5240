using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;

namespace InterviewBot.Web.Guarding;

/// <summary>What stands before each local page: this computer only, no other site's page, and the key of the printed address.</summary>
internal static class LocalGuard
{
    private static readonly TimeSpan Remembered = TimeSpan.FromDays(365);

    /// <summary>Wraps each endpoint's delegate, so that it stands before binding, filters and bodies.</summary>
    public static Action<EndpointBuilder> With(LocalKey key) =>
        endpoint =>
        {
            var inner = endpoint.RequestDelegate!;
            endpoint.RequestDelegate = context => Pass(context, key, inner);
        };

    private static Task Pass(HttpContext context, LocalKey key, RequestDelegate inner)
    {
        if (!LoopbackOnly.Allows(context))
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }
        SecurityHeaders.Set(context.Response.Headers);
        if (IsOfAnotherSite(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        }
        // A browser keeps one jar for all ports of a machine: each bot has its own cookie in it.
        var cookie = $"interviewbot-key-{context.Connection.LocalPort}";
        if (key.Is(context.Request.Cookies[cookie]))
            return inner(context);
        if (HttpMethods.IsGet(context.Request.Method) && key.Is(context.Request.Query[LocalKey.InAddress]))
            return Enter(context, cookie, key);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            "Open the address that the bot printed when it started, with its key.\n请打开机器人启动时打印的地址（带 key）。\n"
        );
    }

    // The key leaves the address, so that it is in no screenshot and no shared screen.
    private static Task Enter(HttpContext context, string cookie, LocalKey key)
    {
        var request = context.Request;
        context.Response.Cookies.Append(
            cookie,
            key.Value,
            new CookieOptions
            {
                HttpOnly = true,
                // A link in another page may lead here; what it leads to changes nothing.
                SameSite = SameSiteMode.Lax,
                MaxAge = Remembered,
                IsEssential = true,
            }
        );
        var rest = new QueryBuilder(request.Query.Where(q => q.Key != LocalKey.InAddress));
        context.Response.Redirect($"{request.PathBase}{request.Path}{rest}");
        return Task.CompletedTask;
    }

    /// <summary>Another site's page may lead here by a link, and do nothing else: no act, no file, no picture, no script.</summary>
    private static bool IsOfAnotherSite(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is "cross-site" or "same-site"
        && (
            request.Headers["Sec-Fetch-Mode"].ToString() != "navigate"
            || !HttpMethods.IsGet(request.Method)
            || request.Headers["Sec-Fetch-Dest"].ToString() is not ("document" or "")
        );
}
