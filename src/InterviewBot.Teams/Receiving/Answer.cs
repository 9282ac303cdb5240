using System.Text.Json.Nodes;

namespace InterviewBot.Teams.Receiving;

/// <summary>What the request is answered with.</summary>
/// <param name="Body">Of an invoke; null: none.</param>
internal sealed record Answer(int Status, JsonObject? Body = null)
{
    /// <summary>Taken: what is said about it follows as a message.</summary>
    public static Answer Taken { get; } = new(202);

    /// <summary>Nothing was committed: send it again.</summary>
    public static Answer Busy { get; } = new(503);

    /// <summary>An invoke the bot does not know.</summary>
    public static Answer Unknown { get; } = new(501);

    public static Answer Empty { get; } = new(200);

    /// <summary>The card takes the place of the pressed one, for who pressed it.</summary>
    public static Answer Card(JsonObject card) =>
        new(
            200,
            new JsonObject
            {
                ["statusCode"] = 200,
                ["type"] = "application/vnd.microsoft.card.adaptive",
                ["value"] = card,
            }
        );

    public static Answer Error(string message) =>
        new(
            400,
            new JsonObject
            {
                ["statusCode"] = 400,
                ["type"] = "application/vnd.microsoft.error",
                ["value"] = new JsonObject { ["code"] = "BadRequest", ["message"] = message },
            }
        );

    public static Answer Dialog(string title, JsonObject attachment) =>
        Task(
            "continue",
            new JsonObject
            {
                ["title"] = title,
                ["height"] = "medium",
                ["width"] = "medium",
                ["card"] = attachment,
            }
        );

    public static Answer DialogSays(string text) => Task("message", JsonValue.Create(text));

    private static Answer Task(string type, JsonNode value) =>
        new(
            200,
            new JsonObject
            {
                ["task"] = new JsonObject { ["type"] = type, ["value"] = value },
            }
        );
}
