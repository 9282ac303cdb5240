using InterviewBot.Teams.Calling;
using Microsoft.IdentityModel.Protocols;

namespace InterviewBot.Teams.Guarding;

/// <summary>Fetches the metadata and the keys it names: by https, or from this machine; at most a megabyte each.</summary>
internal sealed class MetadataDocuments(IHttpClientFactory clients) : IDocumentRetriever
{
    private const int Longest = 1_000_000;

    public async Task<string> GetDocumentAsync(string address, CancellationToken cancel)
    {
        var uri = new Uri(address, UriKind.Absolute);
        if (uri.Scheme != Uri.UriSchemeHttps && !TeamsOptionsCheck.IsLoopback(uri.Host))
            throw new IOException("Keys are fetched by https only.");
        using var client = clients.CreateClient(Transport.Metadata);
        client.MaxResponseContentBufferSize = Longest;
        using var answer = await client.GetAsync(uri, cancel);
        if (!answer.IsSuccessStatusCode)
            throw new IOException($"Keys: HTTP {(int)answer.StatusCode}.");
        return await answer.Content.ReadAsStringAsync(cancel);
    }
}
