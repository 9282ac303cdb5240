using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace InterviewBot.Teams.Calling;

/// <summary>The one place that attaches the bot's token, and so the one that looks where a request goes.</summary>
internal sealed class TokenHandler(
    TrustedHosts hosts,
    IOptions<TeamsOptions> options,
    Lazy<IBotToken> token,
    ILogger<TokenHandler> logger
) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        if (request.RequestUri is not { } address || !hosts.Allows(address))
        {
            logger.UntrustedHost(request.RequestUri?.Host ?? "?");
            throw new UntrustedAddress();
        }
        if (options.Value.Anonymous)
            return await base.SendAsync(request, ct);
        var first = await Token(null, ct);
        var answer = await With(request, first, ct);
        if (answer.StatusCode != HttpStatusCode.Unauthorized)
            return answer;
        answer.Dispose();
        return await With(request, await Token(first, ct), ct);
    }

    private async Task<string> Token(string? refused, CancellationToken ct)
    {
        try
        {
            return await token.Value.Get(refused, ct);
        }
        catch (NoToken why)
        {
            logger.NoToken(why.InnerException is { } inner ? Delivery.Channels.Unanswered.Name(inner) : "?", why.Code);
            throw;
        }
    }

    private Task<HttpResponseMessage> With(HttpRequestMessage request, string bearer, CancellationToken ct)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", bearer);
        return base.SendAsync(request, ct);
    }
}

/// <summary>The address is none of Teams': nothing was sent.</summary>
internal sealed class UntrustedAddress : Exception;
