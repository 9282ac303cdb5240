using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http;

namespace InterviewBot.Web.Guarding;

/// <summary>Acts come from our own page only: what the browser says about the sender, and a token that only our page can read.</summary>
internal static class SameOrigin
{
    /// <summary>The answer to a stale token (the process was restarted without its keys): the page fetches a new one and tries again.</summary>
    public const string StaleToken = "stale-token";

    public static async ValueTask<object?> Filter(EndpointFilterInvocationContext call, EndpointFilterDelegate next)
    {
        var context = call.HttpContext;
        if (!IsOurPage(context.Request))
            return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
        var antiforgery = (IAntiforgery)context.RequestServices.GetService(typeof(IAntiforgery))!;
        if (!await antiforgery.IsRequestValidAsync(context))
            return TypedResults.Problem(StaleToken, statusCode: StatusCodes.Status400BadRequest, title: StaleToken);
        return await next(call);
    }

    public static bool IsOurPage(HttpRequest request) =>
        (request.Headers["Sec-Fetch-Site"].ToString() is "" or "same-origin")
        && (
            request.Headers.Origin.ToString() is var origin
            && (
                origin.Length == 0
                || string.Equals(origin, $"{request.Scheme}://{request.Host}", StringComparison.OrdinalIgnoreCase)
            )
        );
}
