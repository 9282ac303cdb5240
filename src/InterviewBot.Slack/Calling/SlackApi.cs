using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InterviewBot.Slack.Calling;

/// <summary>
/// Calls Slack's Web API. Two ways: <see cref="Ask"/> for questions, tried again by the client when they fail in passing, and
/// <see cref="Send"/> for what people see, tried once: the lane of the outbox repeats it, in order.
/// </summary>
internal sealed class SlackApi(IHttpClientFactory clients, IOptions<SlackOptions> options, ILogger<SlackApi> logger)
{
    public const string AskingClient = "slack-ask";
    public const string SendingClient = "slack-send";

    // The second is the one for governments.
    private static readonly string[] UploadHosts = ["slack.com", "slack-gov.com"];
    private static readonly TimeSpan UnsaidWait = TimeSpan.FromSeconds(30);

    // Slack's limits are by the minute: what asks for more is a mistake somewhere, and is tried again all the same.
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(10);

    /// <summary>Form encoded: some of these methods read nothing else.</summary>
    public Task<ApiAnswer> Ask(Workspace ours, string method, Dictionary<string, string> form, CancellationToken ct) =>
        Call(AskingClient, method, () => new FormUrlEncodedContent(form), Bearer(ours.Token), ours, ct);

    /// <summary>With a token that belongs to no workspace we know: the app's own, or one whose workspace is to be found out.</summary>
    public Task<ApiAnswer> AskWith(string token, string method, CancellationToken ct) =>
        Call(AskingClient, method, () => new FormUrlEncodedContent([]), Bearer(token), null, ct);

    /// <summary>Tried once: a code is good for one exchange.</summary>
    public Task<ApiAnswer> Exchange(Dictionary<string, string> form, CancellationToken ct)
    {
        var app = Encoding.UTF8.GetBytes($"{options.Value.ClientId}:{options.Value.ClientSecret}");
        var basic = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(app));
        return Call(SendingClient, "oauth.v2.access", () => new FormUrlEncodedContent(form), basic, null, ct);
    }

    public Task<ApiAnswer> Send(Workspace ours, string method, JsonObject body, CancellationToken ct) =>
        Call(
            SendingClient,
            method,
            () => new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
            Bearer(ours.Token),
            ours,
            ct
        );

    /// <summary>The bytes of a file, to the address of a ticket. It is another host than the Web API's and gets no token of ours.</summary>
    public async Task<ApiAnswer> Upload(string address, byte[] bytes, CancellationToken ct)
    {
        const string method = "upload";
        ApiAnswer answer;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var to) || !MayUpload(to))
            answer = new ApiAnswer(default, "upload_url_refused");
        else
        {
            try
            {
                using var content = new ByteArrayContent(bytes);
                content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
                using var response = await clients.CreateClient(SendingClient).PostAsync(to, content, ct);
                answer = response.StatusCode switch
                {
                    HttpStatusCode.OK => new ApiAnswer(default, null),
                    HttpStatusCode.TooManyRequests => new ApiAnswer(default, ApiAnswer.RateLimited, Wait(response)),
                    >= HttpStatusCode.InternalServerError => new ApiAnswer(default, ApiAnswer.Unavailable),
                    var other => new ApiAnswer(default, $"upload_{(int)other}"),
                };
            }
            catch (Exception e) when (e is HttpRequestException or OperationCanceledException)
            {
                // Without the call that completes it, a file is nobody's: it is simply uploaded again.
                logger.CallUnanswered(method, Delivery.Channels.Unanswered.Name(e));
                answer = new ApiAnswer(default, ApiAnswer.Unavailable);
            }
        }
        SlackMetrics.Called(method, answer.Error ?? "ok");
        Note(method, answer, null);
        return answer;
    }

    /// <summary>Slack's own hosts by TLS; this machine only where a server on it stands in Slack's place.</summary>
    private bool MayUpload(Uri to) =>
        (options.Value.ApiBase.IsLoopback && to.IsLoopback && SlackOptionsCheck.IsSafe(to))
        || to.Scheme == Uri.UriSchemeHttps
            && to.IsDefaultPort
            && to.UserInfo.Length == 0
            && UploadHosts.Any(h => to.Host == h || to.Host.EndsWith("." + h, StringComparison.OrdinalIgnoreCase));

    private static AuthenticationHeaderValue Bearer(string token) => new("Bearer", token);

    private async Task<ApiAnswer> Call(
        string client,
        string method,
        Func<HttpContent> content,
        AuthenticationHeaderValue authorization,
        Workspace? ours,
        CancellationToken ct
    )
    {
        if (ours is { IsDead: true })
            return new ApiAnswer(default, ApiAnswer.Dead);
        ApiAnswer answer;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Value.ApiBase, method))
            {
                Content = content(),
            };
            request.Headers.Authorization = authorization;
            using var response = await clients.CreateClient(client).SendAsync(request, ct);
            answer = await Read(response, ct);
        }
        catch (Exception e)
            when (e is HttpRequestException or OperationCanceledException or Polly.Timeout.TimeoutRejectedException)
        {
            logger.CallUnanswered(method, Delivery.Channels.Unanswered.Name(e));
            answer = new ApiAnswer(default, ApiAnswer.Unanswered);
        }
        SlackMetrics.Called(method, answer.Error ?? "ok");
        Note(method, answer, ours);
        return answer;
    }

    private static async Task<ApiAnswer> Read(HttpResponseMessage response, CancellationToken ct)
    {
        if (response.StatusCode == HttpStatusCode.TooManyRequests)
            return new ApiAnswer(default, ApiAnswer.RateLimited, Wait(response));
        if (!response.IsSuccessStatusCode)
            return new ApiAnswer(default, ApiAnswer.Unavailable);
        JsonElement body;
        try
        {
            using var document = JsonDocument.Parse(OddUnicode.Mended(await response.Content.ReadAsByteArrayAsync(ct)));
            body = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return new ApiAnswer(default, ApiAnswer.Unanswered); // a proxy's page: nobody knows what happened behind it
        }
        if (body.IsTrue("ok"))
            return new ApiAnswer(body, null);
        // Some methods are limited with 200 and another spelling.
        return body.Text("error") is not { } error ? new ApiAnswer(body, ApiAnswer.Unanswered)
            : error is "ratelimited" or "rate_limited" or "message_limit_exceeded"
                ? new ApiAnswer(body, ApiAnswer.RateLimited, Wait(response))
            : new ApiAnswer(body, error);
    }

    private static TimeSpan Wait(HttpResponseMessage response) =>
        response.Headers.TryGetValues("Retry-After", out var values)
        && int.TryParse(values.FirstOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? TimeSpan.FromSeconds(Math.Min(seconds, LongestWait.TotalSeconds))
            : UnsaidWait;

    private void Note(string method, ApiAnswer answer, Workspace? ours)
    {
        if (answer.Error is not { } error || answer.Error is ApiAnswer.Unanswered)
            return;
        // The only place that says which block is wrong.
        var details = string.Join(
            "; ",
            answer.Body.At("response_metadata")?.List("messages").Select(m => m.ToString()).Take(5) ?? []
        );
        logger.CallRefused(method, error, details);
        if (error is "missing_scope" or "not_allowed_token_type")
            logger.ScopeMissing(method, answer.Body.Text("needed") ?? error);
        if (ours is not null && Workspace.IsDeadly(error) && ours.Died(error))
            logger.InstallationDead(ours.Id, error);
    }
}
