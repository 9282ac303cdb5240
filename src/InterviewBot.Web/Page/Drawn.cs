using System.Text.Json;
using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Seams;

namespace InterviewBot.Web.Page;

/// <summary>What the bot drew in a message.</summary>
internal static class Drawn
{
    public static Drawing? Of(LocalMessage message)
    {
        if (!message.IsCard || message.DeletedAt is not null)
            return null;
        try
        {
            return DrawingJson.Read(message.Body);
        }
        catch (JsonException)
        {
            return null; // drawn by a newer version of the bot
        }
    }

    /// <summary>Whether it was drawn without the candidate's details.</summary>
    public static bool Hides(LocalMessage message) => Of(message) is Drawing.Shown { Card.Hides: true };
}
