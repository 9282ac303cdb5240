using System.Net;
using Microsoft.Extensions.Options;

namespace InterviewBot.Slack;

/// <summary>What one workspace wants.</summary>
public class WorkspaceOptions
{
    /// <summary>Id (<c>C…</c>) of the hiring channel proposed when a person has used none before.</summary>
    public string? HiringChannel { get; set; }

    /// <summary>The name people know it by, without #.</summary>
    public string? HiringChannelName { get; set; }

    /// <summary>User ids (<c>U…</c>) of the recruiters who get a message about each loop.</summary>
    public IList<string> Recruiters { get; } = [];

    /// <summary>The organisation the workspace belongs to; default: it is its own.</summary>
    public string? Organisation { get; set; }
}

/// <summary>
/// Section <c>Slack</c>. Slack is on when <see cref="BotToken"/> (one workspace) or <see cref="ClientId"/> (many, by OAuth) is set; both may be. What is
/// set here for one workspace belongs to that of <see cref="BotToken"/>.
/// </summary>
public sealed class SlackOptions : WorkspaceOptions
{
    public const string Section = "Slack";

    /// <summary>The workspace's bot token, <c>xoxb-…</c>.</summary>
    public string BotToken { get; set; } = "";

    /// <summary>App-level token <c>xapp-…</c> with <c>connections:write</c>: with it the bot connects by Socket Mode and needs no public address.</summary>
    public string AppToken { get; set; } = "";

    /// <summary>Needed without <see cref="AppToken"/>: Slack's requests to <c>/slack/events</c> are checked by it.</summary>
    public string SigningSecret { get; set; } = "";

    /// <summary>With <see cref="ClientSecret"/>: workspaces install the app themselves at <c>/slack/install</c>.</summary>
    public string ClientId { get; set; } = "";

    public string ClientSecret { get; set; } = "";

    /// <summary>The address of <c>/slack/oauth</c> as Slack knows it; default: the first one in the app's settings.</summary>
    public string? RedirectUrl { get; set; }

    /// <summary>What workspaces other than that of <see cref="BotToken"/> want, by their id (<c>T…</c>; <c>E…</c> when installed across an organisation).</summary>
    public IDictionary<string, WorkspaceOptions> Workspaces { get; } = new Dictionary<string, WorkspaceOptions>();

    /// <summary>Another server in Slack's place; http only on loopback.</summary>
    public string ApiBaseUrl { get; set; } = "https://slack.com/api/";

    /// <summary>Lets boards and summaries go to channels that are shared with other organisations.</summary>
    public bool AllowExternalChannels { get; set; }

    public bool UsesSockets => AppToken.Length > 0;

    public bool TakesInstallations => ClientId.Length > 0;

    /// <summary>With a slash at its end, so that method names can be appended.</summary>
    public Uri ApiBase => new(ApiBaseUrl.EndsWith('/') ? ApiBaseUrl : ApiBaseUrl + "/");
}

/// <summary>Checked at start: what is missing stops the host and switches nothing off.</summary>
internal sealed class SlackOptionsCheck : IValidateOptions<SlackOptions>
{
    public ValidateOptionsResult Validate(string? name, SlackOptions options)
    {
        var wrong = Wrong(options).ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    /// <summary>TLS, or this machine. What goes there carries a token.</summary>
    public static bool IsSafe(Uri address) =>
        address.Scheme is "https" or "wss"
        || (
            address.Scheme is "http" or "ws"
            && (
                address.Host == "localhost"
                || (IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip))
            )
        );

    private static IEnumerable<string> Wrong(SlackOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.BotToken) && string.IsNullOrWhiteSpace(options.ClientId))
            yield return "Slack needs Slack:BotToken (one workspace) or Slack:ClientId (many, by OAuth); both are empty.";
        if (string.IsNullOrWhiteSpace(options.ClientId) != string.IsNullOrWhiteSpace(options.ClientSecret))
            yield return "Slack:ClientId and Slack:ClientSecret go together; one of them is empty.";
        if (string.IsNullOrWhiteSpace(options.AppToken) && string.IsNullOrWhiteSpace(options.SigningSecret))
            yield return "Slack needs Slack:AppToken (Socket Mode) or Slack:SigningSecret (requests over HTTP); both are empty.";
        if (!Uri.TryCreate(options.ApiBaseUrl, UriKind.Absolute, out var address))
            yield return "Slack:ApiBaseUrl is no absolute address.";
        else if (address.Scheme is not ("https" or "http") || !IsSafe(address))
            yield return "Slack:ApiBaseUrl must be https; http only for this machine.";
        if (
            options.RedirectUrl is { Length: > 0 } redirect
            && (!Uri.TryCreate(redirect, UriKind.Absolute, out var back) || !IsSafe(back))
        )
            yield return "Slack:RedirectUrl must be an absolute https address.";
    }
}
