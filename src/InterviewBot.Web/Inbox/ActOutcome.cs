using InterviewBot.Delivery.Receiving;

namespace InterviewBot.Web.Inbox;

/// <summary>How an act on the page ended.</summary>
internal abstract record ActOutcome
{
    /// <summary>Stored and worked on; the reply is private to who acted.</summary>
    public sealed record Done(Reply? Reply) : ActOutcome;

    /// <summary>Nothing was taken and nothing is kept of it: the same may be sent again as something new.</summary>
    public sealed record Busy(string? Text) : ActOutcome;

    /// <summary>Not this person's to do, or the page is wrong about what there is.</summary>
    public sealed record NotYours : ActOutcome;

    public static ActOutcome Of(Reply reply) => reply.Accepted ? new Done(reply) : new Busy(reply.Text);
}
