using System.Net.Http.Json;
using System.Text.Json;

namespace InterviewBot.Web.Tests.Fakes;

/// <summary>What the page's script sends, without a browser.</summary>
public sealed class ChatClient : IDisposable
{
    public static CancellationToken Soon => new CancellationTokenSource(TimeSpan.FromSeconds(60)).Token;

    private string? _token;

    public ChatClient(Uri address) => Http = new HttpClient { BaseAddress = address };

    public HttpClient Http { get; }

    public async Task<HttpResponseMessage> Act(string person, string act, object body)
    {
        _token ??= await Http.GetStringAsync("/local/token");
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/local/{person}/{act}")
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Add("RequestVerificationToken", _token);
        request.Headers.Add("Sec-Fetch-Site", "same-origin");
        return await Http.SendAsync(request);
    }

    public Task<HttpResponseMessage> Say(
        string person,
        string text,
        string? conversation = null,
        string delivery = "delivery-1",
        long? thread = null
    ) =>
        Act(
            person,
            "say",
            new
            {
                conversation = conversation ?? $"dm-{person}",
                text,
                delivery,
                thread = thread?.ToString(System.Globalization.CultureInfo.InvariantCulture),
            }
        );

    public static async Task<string> Html(HttpResponseMessage response) =>
        (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("html").GetString()!;

    /// <summary>Reads a live stream until it has seen so many messages; id and HTML of each.</summary>
    public async Task<IReadOnlyList<(string Id, string Html)>> Live(
        string person,
        int messages,
        long after = 0,
        string? lastEventId = null,
        TaskCompletionSource? onFirst = null
    )
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/local/{person}/live?after={after}");
        if (lastEventId is not null)
            request.Headers.Add("Last-Event-ID", lastEventId);
        using var response = await Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, Soon);
        response.EnsureSuccessStatusCode();
        var seen = new List<(string, string)>();
        await foreach (
            var item in System
                .Net.ServerSentEvents.SseParser.Create(await response.Content.ReadAsStreamAsync())
                .EnumerateAsync(Soon)
        )
        {
            if (item.EventType == "message")
            {
                seen.Add((item.EventId!, item.Data));
                onFirst?.TrySetResult();
            }
            if (seen.Count >= messages)
                break;
        }
        return seen;
    }

    public void Dispose() => Http.Dispose();
}
