using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Panel;

/// <summary>The recruiter's one message about the loop. Before Begin she hears nothing, except of a candidate who did not come.</summary>
internal static class RecruiterCard
{
    public static Card? Of(LoopView loop)
    {
        var told = loop
            .Interviews.Where(i => i.Interview.BegunAt is not null || i.Interview.Phase == Phase.NoShow)
            .ToList();
        if (told.Count == 0)
            return null;
        var pen = new Pen(told[0]);
        return new Card(
            pen.Text["recruiter.fallback"],
            pen.Language,
            [.. told.SelectMany(i => Parts(new Pen(i), loop))],
            [],
            Turn: 0
        );
    }

    private static IEnumerable<CardPart> Parts(Pen pen, LoopView loop) =>
        pen.Interview.Phase == Phase.NoShow
            ? [SummaryCard.Title(pen, loop), new TextLine(pen.Text["recruiter.no-show"], Tone.Notice)]
            : SummaryCard.Parts(pen, loop);
}
