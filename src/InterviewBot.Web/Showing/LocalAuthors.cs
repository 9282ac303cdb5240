namespace InterviewBot.Web.Showing;

/// <summary>Authors of local messages are the people's user ids, and the bot.</summary>
public static class LocalAuthors
{
    public const string Bot = "bot";
}
