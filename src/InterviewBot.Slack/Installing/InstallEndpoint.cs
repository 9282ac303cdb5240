using System.Text;
using System.Text.Encodings.Web;
using InterviewBot.Interviews.Identity;
using InterviewBot.Interviews.Seams;
using InterviewBot.Slack.Calling;
using InterviewBot.Slack.Receiving;
using InterviewBot.Slack.Texts;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InterviewBot.Slack.Installing;

/// <summary><c>/slack/install</c> sends a browser to Slack's consent page; <c>/slack/oauth</c> is where it comes back with a code, which is exchanged for a token.</summary>
internal sealed class InstallEndpoint(
    InstallState states,
    SlackApi api,
    Workspaces workspaces,
    CatchingUp catchingUp,
    IOutbox outbox,
    SlackHouse house,
    IOptions<SlackOptions> options,
    TimeProvider clock,
    ILogger<InstallEndpoint> logger
)
{
    /// <summary>What the app asks for, each for the reason that stands beside it in <c>deploy/slack/manifest.yaml</c>.</summary>
    public static readonly IReadOnlyList<string> Scopes =
    [
        "app_mentions:read",
        "channels:read",
        "chat:write",
        "commands",
        "files:write",
        "groups:read",
        "im:history",
        "im:write",
        "reactions:write",
        "users:read",
    ];

    private const string Cookie = "slack-install";

    public IResult Begin(HttpContext context)
    {
        var (state, secret) = states.Begin();
        context.Response.Cookies.Append(Cookie, secret, CookieFor(context));
        context.Response.Headers.CacheControl = "no-store";
        var query = new Dictionary<string, string?>
        {
            ["client_id"] = options.Value.ClientId,
            ["scope"] = string.Join(',', Scopes),
            ["state"] = state,
            ["redirect_uri"] = Redirect,
        };
        var consent = new Uri(options.Value.ApiBase, "../oauth/v2/authorize").ToString();
        return TypedResults.Redirect(QueryHelpers.AddQueryString(consent, query.Where(q => q.Value is not null)));
    }

    public async Task<IResult> Finish(HttpContext context)
    {
        var texts = SlackTexts.In(context.Request.Headers.AcceptLanguage.ToString());
        var query = context.Request.Query;
        var secret = context.Request.Cookies[Cookie];
        context.Response.Cookies.Delete(Cookie, CookieFor(context));
        if (!await states.Use(query["state"], secret))
            return Refuse(context, "state", texts["install-again"], StatusCodes.Status400BadRequest);
        if (query["code"] is not [{ Length: > 0 } code])
            return Refuse(context, "declined", texts["install-declined"], StatusCodes.Status400BadRequest);
        var form = new Dictionary<string, string> { ["code"] = code };
        if (Redirect is { } redirect)
            form["redirect_uri"] = redirect;
        // What Slack has begun to give us we take, even when the browser leaves.
        var answer = await api.Exchange(form, CancellationToken.None);
        if (!answer.Ok || answer.Body.Text("access_token") is not { } token)
            return Refuse(context, "exchange", texts["install-failed"], StatusCodes.Status502BadGateway);
        var (workspace, _) = await workspaces.Recognise(token, clock.GetUtcNow(), CancellationToken.None);
        var expected = answer.Body.IsTrue("is_enterprise_install")
            ? answer.Body.Text("enterprise", "id")
            : answer.Body.Text("team", "id");
        if (workspace is null || workspace.Id != expected)
            return Refuse(context, "unknown-token", texts["install-failed"], StatusCodes.Status502BadGateway);
        await workspaces.Install(workspace);
        await GoOn(workspace);
        var name = answer.Body.Text("team", "name") ?? answer.Body.Text("enterprise", "name") ?? workspace.Id;
        return Page(context, texts.With("installed", name), StatusCodes.Status200OK);
    }

    private string? Redirect => options.Value.RedirectUrl is { Length: > 0 } url ? url : null;

    // Installed again: what waited for its people is shown now, not at the lanes' next look.
    private async Task GoOn(Workspace workspace)
    {
        foreach (var (user, _) in await catchingUp.Talking(workspace, CancellationToken.None))
            await outbox.Revive(house.Dm(new PersonId(SlackHouse.ChannelName, workspace.Id, user)).Lane);
    }

    private ContentHttpResult Refuse(HttpContext context, string why, string words, int status)
    {
        SlackMetrics.Refused($"install-{why}");
        logger.NotInstalled(why);
        return Page(context, words, status);
    }

    private static ContentHttpResult Page(HttpContext context, string words, int status)
    {
        // The address holds the code.
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'";
        var text = HtmlEncoder.Default.Encode(words);
        return TypedResults.Text(
            $"<!doctype html><meta charset=\"utf-8\"><title>InterviewBot</title><p>{text}</p>",
            "text/html",
            Encoding.UTF8,
            status
        );
    }

    private static CookieOptions CookieFor(HttpContext context) =>
        new()
        {
            HttpOnly = true,
            // Slack leads back by a link from its own site.
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            Path = "/slack",
            MaxAge = InstallState.Lives,
        };
}
