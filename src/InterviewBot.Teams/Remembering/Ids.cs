namespace InterviewBot.Teams.Remembering;

/// <summary>
/// Ids of Entra are GUIDs, and who copies one into the configuration may get it in capitals; as a part of our own ids it is one text only.
/// Ids of the Playground are none, and stay as they are.
/// </summary>
internal static class Ids
{
    public static string OfEntra(string id) => Guid.TryParseExact(id.Trim(), "D", out var guid) ? guid.ToString() : id;
}
