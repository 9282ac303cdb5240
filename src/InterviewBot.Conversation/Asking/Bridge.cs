using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Asking;

/// <summary>A sentence to say between topics, in the guide's language: against jumps without a lead-in.</summary>
internal static class Bridge
{
    public static ItemList? Of(Pen pen, string topicTitle, AskingView? asking)
    {
        var arrival = pen.Interview.Progress.Arrival;
        if (asking is { Looking: true })
            return null;
        if (arrival.EnteredTopic && asking?.LeadIn is { Length: > 0 } leadIn)
            return Line(pen, "bridge.enter", leadIn);
        if (asking is { IsClosing: true } && arrival.EnteredTopic)
            return Line(pen, "bridge.enter", pen.Spoken["say.closing"]);
        // The first topic follows nothing.
        if (arrival.EnteredTopic && pen.Interview.Progress.Order.Count > 0)
            return Line(pen, "bridge.enter", pen.Spoken.With("say.enter", Title(topicTitle)));
        if (arrival.ReturnedTopic)
            return Line(pen, "bridge.return", pen.Spoken.With("say.return", Title(topicTitle)));
        return null;
    }

    private static ItemList Line(Pen pen, string label, string sentence) =>
        new(pen.Text[label], [sentence], Language: pen.GuideLanguage);

    // What is said aloud goes without the guide's remarks and its "questions about".
    private static string Title(string topicTitle) => Wording.Of(topicTitle).Question;
}
