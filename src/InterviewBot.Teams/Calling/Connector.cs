using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using InterviewBot.Teams.Cards;
using Microsoft.Extensions.Logging;

namespace InterviewBot.Teams.Calling;

/// <summary>The Connector's REST calls. Answers are values; only a connection that fails throws.</summary>
internal sealed class Connector(IHttpClientFactory clients, TimeProvider clock, ILogger<Connector> logger)
{
    private const int MostPages = 20;
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(7);

    public Task<ConnectorAnswer> Send(
        string serviceUrl,
        string conversation,
        JsonObject activity,
        CancellationToken ct
    ) => Call(HttpMethod.Post, serviceUrl, $"conversations/{Id(conversation)}/activities", activity, ct);

    public Task<ConnectorAnswer> Reply(
        string serviceUrl,
        string conversation,
        string to,
        JsonObject activity,
        CancellationToken ct
    ) => Call(HttpMethod.Post, serviceUrl, $"conversations/{Id(conversation)}/activities/{Id(to)}", activity, ct);

    public Task<ConnectorAnswer> Update(
        string serviceUrl,
        string conversation,
        string activityId,
        JsonObject activity,
        CancellationToken ct
    ) =>
        Call(HttpMethod.Put, serviceUrl, $"conversations/{Id(conversation)}/activities/{Id(activityId)}", activity, ct);

    public Task<ConnectorAnswer> Delete(
        string serviceUrl,
        string conversation,
        string activityId,
        CancellationToken ct
    ) => Call(HttpMethod.Delete, serviceUrl, $"conversations/{Id(conversation)}/activities/{Id(activityId)}", null, ct);

    /// <summary>The direct conversation with a person; the one there is, where there is one.</summary>
    /// <param name="userId">The person's <c>29:…</c> id for this bot.</param>
    public Task<ConnectorAnswer> Open(
        string serviceUrl,
        string botId,
        string userId,
        string tenant,
        CancellationToken ct
    ) =>
        Call(
            HttpMethod.Post,
            serviceUrl,
            "conversations",
            new JsonObject
            {
                ["isGroup"] = false,
                ["bot"] = new JsonObject { ["id"] = botId },
                ["members"] = new JsonArray(new JsonObject { ["id"] = userId }),
                ["tenantId"] = tenant,
                ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = tenant } },
            },
            ct
        );

    /// <summary>Channels of a team; the first one has no name and is General.</summary>
    public Task<ConnectorAnswer> Channels(string serviceUrl, string team, CancellationToken ct) =>
        Call(HttpMethod.Get, serviceUrl, $"teams/{Id(team)}/conversations", null, ct);

    /// <summary>Everybody in a conversation, page by page.</summary>
    public async Task<(ConnectorAnswer Last, IReadOnlyList<Member> Members)> Members(
        string serviceUrl,
        string conversation,
        CancellationToken ct
    )
    {
        var all = new List<Member>();
        string? next = null;
        for (var page = 0; ; page++)
        {
            var query = next is null ? "" : $"&continuationToken={Uri.EscapeDataString(next)}";
            var answer = await Call(
                HttpMethod.Get,
                serviceUrl,
                $"conversations/{Id(conversation)}/pagedmembers?pageSize=500{query}",
                null,
                ct
            );
            if (!answer.IsGood || answer.Body is not { } body)
                return (answer, all);
            all.AddRange(body.List("members").Select(Member.Read).OfType<Member>());
            next = body.Text("continuationToken");
            if (next is null)
                return (answer, all);
            if (page == MostPages)
                return (answer with { Status = 500, Code = "roster-too-long" }, all);
        }
    }

    private async Task<ConnectorAnswer> Call(
        HttpMethod method,
        string serviceUrl,
        string path,
        JsonObject? body,
        CancellationToken ct
    )
    {
        if (!Uri.TryCreate($"{serviceUrl.TrimEnd('/')}/v3/{path}", UriKind.Absolute, out var address))
            return ConnectorAnswer.NotSent;
        using var client = clients.CreateClient(Transport.Connector);
        client.Timeout = Limit;
        client.MaxResponseContentBufferSize = 4_000_000;
        using var request = new HttpRequestMessage(method, address);
        if (body is not null)
            request.Content = new StringContent(
                body.ToJsonString(AdaptiveCard.Json),
                Encoding.UTF8,
                "application/json"
            );
        try
        {
            using var answer = await client.SendAsync(request, ct);
            var json = ConnectorAnswer.Parse(await answer.Content.ReadAsStringAsync(ct));
            var status = (int)answer.StatusCode;
            var code = answer.IsSuccessStatusCode ? "" : ConnectorAnswer.CodeOf(json);
            TeamsMetrics.Called(method.Method, status);
            if (!answer.IsSuccessStatusCode)
                logger.CallRefused(method.Method, status, code);
            return new ConnectorAnswer(status, code, json, After(answer.Headers.RetryAfter));
        }
        catch (UntrustedAddress)
        {
            return ConnectorAnswer.NotSent;
        }
        catch (NoToken)
        {
            return ConnectorAnswer.WithoutToken;
        }
    }

    private TimeSpan? After(RetryConditionHeaderValue? header) =>
        header switch
        {
            { Delta: { } wait } => wait,
            { Date: { } date } when date > clock.GetUtcNow() => date - clock.GetUtcNow(),
            _ => null,
        };

    // A segment of dots alone would climb the path, escaped or not.
    private static string Id(string id) => id.All(c => c == '.') ? "_" : Uri.EscapeDataString(id);
}
