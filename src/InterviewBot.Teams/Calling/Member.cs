using System.Text.Json;
using InterviewBot.Teams.Remembering;

namespace InterviewBot.Teams.Calling;

/// <summary>Somebody in a conversation's roster.</summary>
/// <param name="Id">For this bot: <c>29:…</c></param>
/// <param name="User">Entra object id, where there is one.</param>
internal sealed record Member(string Id, string? User, string? Tenant, bool IsGuest)
{
    public static Member? Read(JsonElement json) =>
        json.Text("id") is { } id
            ? new Member(
                id,
                (json.Text("aadObjectId") ?? json.Text("objectId")) is { } user ? Ids.OfEntra(user) : null,
                json.Text("tenantId"),
                json.Text("userRole") is "guest" or "anonymous"
                    || json.Text("userPrincipalName")?.Contains("#EXT#", StringComparison.OrdinalIgnoreCase) == true
            )
            : null;
}
