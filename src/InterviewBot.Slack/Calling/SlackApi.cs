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
internal sealed class SlackApi(
    IHttpClientFactory clients,
    IOptions<SlackOptions> options,
    Installation installation,
    ILogger<SlackApi> logger
)
{
    public const string AskingClient = "slack-ask";
    public const string SendingClient = "slack-send";

    private static readonly TimeSpan UnsaidWait = TimeSpan.FromSeconds(30);

    /// <summary>Form encoded: some of these methods read nothing else.</summary>
    public Task<ApiAnswer> Ask(
        string method,
        Dictionary<string, string> form,
        CancellationToken ct,
        string? token = null
    ) => Call(AskingClient, method, () => new FormUrlEncodedContent(form), token ?? options.Value.BotToken, ct);

    public Task<ApiAnswer> Send(string method, JsonObject body, CancellationToken ct) =>
        Call(
            SendingClient,
            method,
            () => new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json"),
            options.Value.BotToken,
            ct
        );

    private async Task<ApiAnswer> Call(
        string client,
        string method,
        Func<HttpContent> content,
        string token,
        CancellationToken ct
    )
    {
        ApiAnswer answer;
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(options.Value.ApiBase, method))
            {
                Content = content(),
            };
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
            using var response = await clients.CreateClient(client).SendAsync(request, ct);
            answer = await Read(response, ct);
        }
        catch (Exception e)
            when (e is HttpRequestException or OperationCanceledException or Polly.Timeout.TimeoutRejectedException)
        {
            logger.CallUnanswered(method, e.GetType().Name);
            answer = new ApiAnswer(default, ApiAnswer.Unanswered);
        }
        SlackMetrics.Called(method, answer.Error ?? "ok");
        Note(method, answer, token);
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
            await using var stream = await response.Content.ReadAsStreamAsync(ct);
            using var document = await JsonDocument.ParseAsync(stream, cancellationToken: ct);
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
            ? TimeSpan.FromSeconds(seconds)
            : UnsaidWait;

    private void Note(string method, ApiAnswer answer, string token)
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
        if (Installation.IsDeadly(error) && token == options.Value.BotToken)
            installation.Died(error);
    }
}
