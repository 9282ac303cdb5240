using System.Net;
using System.Net.Http.Json;
using InterviewBot.Conversation.Cards;

namespace InterviewBot.EndToEnd;

/// <summary>The page's acts without a browser, as its script sends them.</summary>
public sealed class LocalChatClient : IDisposable
{
    private readonly HttpClient _http;
    private readonly Uri _address;
    private readonly string _user;
    private int _sent;
    private string _token = "";

    /// <param name="address">With the key in it.</param>
    public LocalChatClient(Uri address, string user = "interviewer")
    {
        (_user, _address) = (user, address);
        _http = new HttpClient { BaseAddress = address, Timeout = TimeSpan.FromSeconds(10) };
    }

    public async Task Open()
    {
        using var _ = await _http.GetAsync(_address);
        _token = await _http.GetStringAsync(new Uri("/local/token", UriKind.Relative));
    }

    public Task<HttpStatusCode> Say(string text, string delivery, string conversation = "dm-interviewer") =>
        Post(
            "say",
            new
            {
                conversation,
                thread = (long?)null,
                text,
                delivery,
            }
        );

    public Task<HttpStatusCode> Press(long message, Press press, string delivery) =>
        Post(
            "press",
            new
            {
                card = $"{message}",
                press,
                delivery,
            }
        );

    public Task<HttpStatusCode> Start(string guide, string candidate, string delivery) =>
        Post(
            "start",
            new
            {
                guide,
                candidate,
                minutes = 60,
                delivery,
            }
        );

    public string NewDelivery(string what) => $"{what}-{Environment.ProcessId}-{GetHashCode()}-{++_sent}";

    public void Dispose() => _http.Dispose();

    private async Task<HttpStatusCode> Post(string act, object body)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"/local/{_user}/{act}", UriKind.Relative))
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Add("RequestVerificationToken", _token);
        using var answer = await _http.SendAsync(request);
        return answer.StatusCode;
    }
}
