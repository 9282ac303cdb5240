using System.Text.RegularExpressions;
using InterviewBot.Conversation.Cards;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Asking;

/// <summary>A sentence to say between topics, in the guide's language: against jumps without a lead-in.</summary>
internal static partial class Bridge
{
    public static ItemList? Of(Pen pen, AskingView asking)
    {
        var arrival = pen.Interview.Progress.Arrival;
        if (asking.Looking)
            return null;
        if (arrival.EnteredTopic && asking.LeadIn is { Length: > 0 } leadIn)
            return Line(pen, "bridge.enter", Filled(pen, asking, leadIn));
        if (arrival.EnteredTopic && asking.IsClosing)
            return Line(pen, "bridge.enter", pen.Spoken["say.closing"]);
        // The first topic follows nothing.
        if (arrival.EnteredTopic && pen.Interview.Progress.Topics.Count > 1)
            // Where the title is the question itself, it is about to be said anyway.
            return Line(
                pen,
                "bridge.enter",
                asking.Words == asking.TopicTitle
                    ? pen.Spoken["say.enter-plain"]
                    : pen.Spoken.With("say.enter", Title(asking.TopicTitle))
            );
        if (arrival.ReturnedTopic)
            return Line(pen, "bridge.return", pen.Spoken.With("say.return", Title(asking.TopicTitle)));
        return null;
    }

    private static ItemList Line(Pen pen, string label, string sentence) =>
        new(pen.Text[label], [sentence], Language: pen.GuideLanguage);

    // "We asked a lot of XXX": guides leave a blank for the topic before.
    private static string Filled(Pen pen, AskingView asking, string leadIn)
    {
        if (!Blank().IsMatch(leadIn))
            return leadIn;
        var before = pen
            .Interview.Progress.EnteredAt.Where(t => t.Key != asking.TopicKey)
            .OrderByDescending(t => t.Value)
            .Select(t => pen.Interview.Planned(t.Key)?.Title)
            .FirstOrDefault();
        return Blank()
            .Replace(leadIn, before is null ? "" : Title(before).Replace("$", "$$", StringComparison.Ordinal));
    }

    [GeneratedRegex("(?<![A-Za-z])[Xx]{3,}(?![A-Za-z])|某某|[○〇_]{2,}", RegexOptions.CultureInvariant)]
    private static partial Regex Blank();

    // What is said aloud goes without the guide's remarks and without its "questions about": “redis的问题” is “redis”, “开放式问题” stays.
    private static string Title(string topicTitle)
    {
        var title = Wording.Of(topicTitle).Question;
        var about = QuestionsAbout().Replace(title, "");
        return about.Length == 0 ? title : about;
    }

    [GeneratedRegex("(?:的?相关的?问题|的问题|(?<=[A-Za-z0-9])问题)$", RegexOptions.CultureInvariant)]
    private static partial Regex QuestionsAbout();
}
