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
        if (arrival.EnteredTopic && asking.LeadIn is { Length: > 0 } leadIn && Filled(pen, asking, leadIn) is { } own)
            return Line(pen, "bridge.enter", own);
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

    // "We asked a lot of XXX": guides leave a blank for the topic before; in "you mentioned XXX" it is the one that comes now. Nobody talked a
    // lot about the greeting, and what was not mentioned is not said to be: without a topic that fits, the bridge is ours.
    private static string? Filled(Pen pen, AskingView asking, string leadIn)
    {
        if (!Blank().IsMatch(leadIn))
            return leadIn;
        var topic = Mention().IsMatch(leadIn)
            ? Mentioned(pen, asking)
            : pen
                .Interview.Progress.EnteredAt.Where(t => t.Key != asking.TopicKey)
                .OrderByDescending(t => t.Value)
                .Select(t => Subject(pen, t.Key))
                .FirstOrDefault(t => t is not null);
        return topic is null
            ? null
            : Blank().Replace(leadIn, Title(topic).Replace("$", "$$", StringComparison.Ordinal));
    }

    /// <summary>The topic itself, where a note says that the candidate spoke of it.</summary>
    private static string? Mentioned(Pen pen, AskingView asking)
    {
        var title = Title(asking.TopicTitle);
        return pen.Interview.LivingNotes.Any(n => n.Text.Contains(title, StringComparison.OrdinalIgnoreCase))
            ? asking.TopicTitle
            : null;
    }

    /// <summary>The topic's title where it names something: not a greeting, not the closing, not a whole question.</summary>
    private static string? Subject(Pen pen, string topic)
    {
        if (
            pen.Interview.Planned(topic) is not { IsClosing: false } planned
            || !pen.View.Topics.Any(t => t.Key == topic)
        )
            return null;
        var title = Title(planned.Title);
        return Greeting().IsMatch(title) || title.TrimEnd().LastOrDefault() is '?' or '？' ? null : planned.Title;
    }

    [GeneratedRegex(
        "\\b(?:mentioned|mention|brought up|named)\\b|提到|提及|说到|说起|講到|讲到|說到",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Mention();

    [GeneratedRegex(
        @"^(?:(?:hello|hi|hey|welcome|opening|warm[- ]?up|small talk|ice[- ]?breaker|greetings?)\b|(?:introductions?|intro|getting started|start|beginning|agenda)\W*$|你好|您好|欢迎|歡迎|开场|開場|寒暄|暖场|破冰|打招呼|问候|(?:开始|自我介绍|自我介紹|介绍自己)\W*$)",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Greeting();

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
