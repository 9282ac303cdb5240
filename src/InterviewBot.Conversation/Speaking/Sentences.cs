using InterviewBot.Conversation.Words;
using InterviewBot.Interviews.Deciding;

namespace InterviewBot.Conversation.Speaking;

/// <summary>Private answers to one person, in their language ("en" or "zh-CN"). Never stored.</summary>
public static class Sentences
{
    public static string For(Refusal why, string language) => Texts.In(language)[$"refusal.{why}"];

    public static string For(HintKind why, string language) => Texts.In(language)[$"hint.{why}"];

    public static string NothingRunning(string language) => For(HintKind.NothingRunning, language);

    /// <summary>A stored interview that cannot be read: nothing can be done to it, all else goes on.</summary>
    public static string Unreadable(string language) => Texts.In(language)["unreadable"];

    /// <summary>Nothing was written: press or type it again.</summary>
    public static string Busy(string language) => Texts.In(language)["busy"];

    /// <summary>A defect of ours; the log holds the rest under this reference.</summary>
    public static string WentWrong(string reference, string language) =>
        Texts.In(language).With("went-wrong", reference);

    /// <summary>A typed word acted: "did: next".</summary>
    public static string Did(string word, string language) => Texts.In(language).With("did", word);

    public static string Help(string language) => string.Join('\n', HelpText.Lines(Texts.In(language)));

    /// <summary>Where what was typed in the meantime cannot be read.</summary>
    public static string Away(DateTimeOffset from, DateTimeOffset until, string zone, string language)
    {
        var time = new WallTime(zone);
        return Texts.In(language).With("away", time.At(from), time.At(until));
    }

    /// <summary>An interview became the current one and the other was paused. Null: that one has no name yet.</summary>
    public static string SetAside(string? now, string? paused, string language)
    {
        var text = Texts.In(language);
        return text.With("set-aside", now ?? text["candidate.unnamed"], paused ?? text["candidate.unnamed"]);
    }

    public static string UnknownGuide(string query, IEnumerable<GuideName> nearest, string language)
    {
        var text = Texts.In(language);
        var names = Names(nearest);
        return names.Length == 0 ? text["guide.none"] : text.With("guide.unknown", Glance.Of(query, 60), names);
    }

    public static string AmbiguousGuide(string query, IEnumerable<GuideName> fitting, string language) =>
        Texts.In(language).With("guide.ambiguous", Glance.Of(query, 60), Names(fitting));

    /// <summary>"start" without a guide.</summary>
    public static string WhichGuide(IEnumerable<GuideName> all, string language)
    {
        var text = Texts.In(language);
        var names = Names(all);
        return names.Length == 0 ? text["guide.none"] : text.With("guide.which", names);
    }

    /// <summary>A card could not be shown, as its channel is gone or closed to the bot. <paramref name="reason"/> is a code of the channel.</summary>
    public static string PlaceTrouble(string reason, string language) => Trouble("place-trouble", reason, language);

    /// <summary>The interviewer's own chat with the bot does not take its cards.</summary>
    public static string ChatTrouble(string reason, string language) => Trouble("chat-trouble", reason, language);

    /// <summary>A recruiter's chat with the bot does not take its messages.</summary>
    public static string RecruiterTrouble(string reason, string language) =>
        Trouble("recruiter-trouble", reason, language);

    private static string Trouble(string whose, string reason, string language)
    {
        var text = Texts.In(language);
        // Some have a remedy that can be told.
        return text.Keys.Contains($"{whose}.{reason}") ? text[$"{whose}.{reason}"] : text.With(whose, reason);
    }

    /// <summary>What a loop's card becomes where it no longer lives.</summary>
    public static string CardMoved(string language) => Texts.In(language)["card-moved"];

    /// <summary>The line of a "where does it belong" is not known any more.</summary>
    public static string WordsLost(string language) => Texts.In(language)["belongs.lost"];

    public static string StaysANote(string language) => Texts.In(language)["meant.stays"];

    public static string Reveal(string language) => Texts.In(language)["reveal"];

    public static string Join(string language) => Texts.In(language)["join"];

    private static string Names(IEnumerable<GuideName> guides) =>
        string.Join('\n', guides.Select(g => g.Name == g.Title ? g.Name : $"{g.Name} ({g.Title})"));
}
