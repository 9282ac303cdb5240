using InterviewBot.Conversation.Cards;
using InterviewBot.Conversation.Preparing;

namespace InterviewBot.Conversation.Ending;

/// <summary>Where a scorecard goes: the hiring channel, the recruiter, both, or nobody but the bot's own store. Said as it is, never promised.</summary>
internal static class Receivers
{
    /// <summary>Before it is sent.</summary>
    public static string Planned(Pen pen) => Of(pen, "preview", HasChannel(pen), HasRecruiter(pen));

    /// <summary>Once it is: what has arrived is there, the rest is on its way, and may be for long.</summary>
    public static string Sent(Pen pen)
    {
        var (channel, recruiter) = (HasChannel(pen), HasRecruiter(pen));
        if (!channel && !recruiter)
            return Of(pen, "sent", false, false);
        var (inChannel, atRecruiter) = (
            channel && pen.View.Arrived.InChannel,
            recruiter && pen.View.Arrived.AtRecruiters
        );
        var there = inChannel || atRecruiter ? Of(pen, "sent", inChannel, atRecruiter) : null;
        var (toChannel, toRecruiter) = (channel && !inChannel, recruiter && !atRecruiter);
        var underWay = toChannel || toRecruiter ? Of(pen, "sending", toChannel, toRecruiter) : null;
        return string.Join(' ', new[] { there, underWay }.OfType<string>());
    }

    /// <param name="text">First part of the texts' names.</param>
    private static string Of(Pen pen, string text, bool channel, bool recruiter) =>
        (channel, recruiter) switch
        {
            (true, true) => pen.Text.With($"{text}.to-both", ChannelMenu.Name(pen)),
            (true, false) => pen.Text.With($"{text}.to-channel", ChannelMenu.Name(pen)),
            (false, true) => pen.Text[$"{text}.to-recruiter"],
            (false, false) => pen.Text[$"{text}.to-nobody"],
        };

    private static bool HasChannel(Pen pen) => pen.Interview.Channel is not null;

    private static bool HasRecruiter(Pen pen) => !pen.Interview.Recruiters.IsEmpty;
}
