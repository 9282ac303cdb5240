using InterviewBot.Conversation.Cards;

namespace InterviewBot.Conversation.Ending;

/// <summary>Where a scorecard goes: the hiring channel, the recruiter, both, or nobody but the bot's own store. Said as it is, never promised.</summary>
internal static class Receivers
{
    /// <param name="text">First part of the texts' names: <c>preview</c> or <c>sent</c>.</param>
    public static string Of(Pen pen, string text) =>
        (pen.Interview.Channel is not null, !pen.Interview.Recruiters.IsEmpty) switch
        {
            (true, true) => pen.Text.With($"{text}.to-both", Preparing.ChannelMenu.Name(pen)),
            (true, false) => pen.Text.With($"{text}.to-channel", Preparing.ChannelMenu.Name(pen)),
            (false, true) => pen.Text[$"{text}.to-recruiter"],
            (false, false) => pen.Text[$"{text}.to-nobody"],
        };
}
