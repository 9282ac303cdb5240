using System.Globalization;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Words;

/// <summary>
/// What a line that is kept as a note may have been meant for: offered once, privately, and done only when pressed. Read from the note's
/// text, when it is typed and once more when it is pressed.
/// </summary>
public abstract record Meant
{
    /// <summary>Longest line that may be a name.</summary>
    private const int LongestName = 100;

    private Meant() { }

    /// <summary>A line that may be a name: "candidate …".</summary>
    public sealed record Name(string Text) : Meant;

    /// <summary>A slip of a word: "nxet". <paramref name="Line"/> is what was meant, a command or a question.</summary>
    public sealed record Word(string Line, WordReading Reading) : Meant;

    /// <summary>"rate", "rate 5": a rating from 1 to 4.</summary>
    public sealed record Rating(QuestionId? Question) : Meant;

    /// <summary>"pick 1" where there is no such question to pick.</summary>
    public sealed record Picking(bool HasList) : Meant;

    /// <summary>"start … for …" while another interview runs.</summary>
    public sealed record Starting(string GuideQuery, string? Candidate) : Meant;

    /// <summary>Null: it is nothing but a note.</summary>
    public static Meant? Of(string text, WordsContext context)
    {
        if (context.Current is not { } view)
            return null;
        foreach (var typed in TypedCommand.Readings(text))
        {
            if (Of(typed, view, context) is { } meant)
                return meant;
        }
        return
            NearMiss.Corrected(text) is { } line
            && Words.Acts(line, context) is { } reading and (WordReading.Command or WordReading.Ask)
            ? new Word(line, reading)
            : null;
    }

    /// <summary>A name as it is kept: without what ends a sentence.</summary>
    internal static string Clean(string name) => name.TrimEnd('.', '。', '!', '！', ' ');

    private static Meant? Of(TypedCommand typed, InterviewView view, WordsContext context) =>
        typed.Row.Form switch
        {
            Form.Name => NameIn(typed.Argument, view.Interview),
            _ when typed.AfterColon => null,
            Form.OneToFour when IsNumberOrNothing(typed.Argument) && view.Interview.Phase is not Phase.Preparing =>
                new Rating(view.Interview.AtHand),
            Form.Number when IsNumberOrNothing(typed.Argument) => new Picking(!view.Choices.IsEmpty),
            Form.Guide when typed.Argument.Length > 0 => StartWords.Read(typed.Argument, context.Guides, mustFit: true)
                is { } start
                ? new Starting(start.GuideQuery, start.Candidate)
                : null,
            _ => null,
        };

    private static Name? NameIn(string argument, Interview interview)
    {
        if (argument.Length is 0 or > LongestName)
            return null;
        var name = Clean(argument);
        // With a name set a sentence is a note like any other; without one it may be a name that reads oddly.
        return
            name.Length == 0
            || name == interview.Candidate
            || (interview.Candidate is not null && !CandidateName.Looks(argument))
            ? null
            : new Name(name);
    }

    private static bool IsNumberOrNothing(string argument) =>
        argument.Length == 0
        || int.TryParse(Folded.Command(argument), NumberStyles.None, CultureInfo.InvariantCulture, out _);
}
