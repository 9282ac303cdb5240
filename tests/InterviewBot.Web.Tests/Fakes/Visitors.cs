using InterviewBot.Web;
using Microsoft.AspNetCore.Builder;

namespace InterviewBot.Web.Tests.Fakes;

/// <summary>Who comes to a test's pages has been there with the key before, as after the first visit to the printed address.</summary>
internal static class Visitors
{
    public static LocalKey Key { get; } = new("0123456789abcdef0123456789abcdef");

    public static void HaveTheKey(WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                var cookies = context.Request.Headers.Cookie.ToString();
                var key = $"interviewbot-key-{context.Connection.LocalPort}={Key.Value}";
                context.Request.Headers.Cookie = cookies.Length == 0 ? key : $"{cookies}; {key}";
                return next(context);
            }
        );
}
