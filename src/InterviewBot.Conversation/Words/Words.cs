using System.Collections.Immutable;
using System.Globalization;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Words;

/// <summary>
/// Reads typed lines. A command is the whole message and nothing else; what fails as a command is a note and never refused. Never throws on text.
/// </summary>
public static class Words
{
    public static WordReading Read(string text, WordsContext context)
    {
        if (string.IsNullOrWhiteSpace(text))
            return new WordReading.Hint(HintKind.Empty);
        if (Acts(text, context) is { } acting)
            return acting;
        return context.Current is { } view && TakesNotes(view.Interview.Phase)
            ? NoteWords.Read(text, view) with
            {
                Meant = Meant.Of(text, context),
            }
            : new WordReading.Hint(HintKind.NothingRunning);
    }

    /// <summary>What the line does or asks; null when it is no command.</summary>
    internal static WordReading? Acts(string text, WordsContext context)
    {
        var reads = context.Current is { } view && TakesNotes(view.Interview.Phase);
        foreach (var typed in TypedCommand.Readings(text))
        {
            if (typed.Row.Form == Form.Guide)
            {
                if (Start(typed, context) is { } start)
                    return start;
            }
            else if (Asked(typed) is { } ask)
                return ask;
            else if (reads && Order(typed, context.Current!, context.SaidAt) is { } order)
                return order;
        }
        return null;
    }

    /// <summary>The whole line is a command word, whatever it would do now: then it was no note.</summary>
    public static bool IsBareWord(string text) => TypedCommand.Readings(text).Any(typed => typed.Argument.Length == 0);

    /// <summary>Reads the new text of an edited message: always a note, as an edited note never becomes a command.</summary>
    public static WordReading.Note ReadEdit(string text, InterviewView? view) =>
        view is null ? new WordReading.Note(text.Trim(), null) : NoteWords.Read(text, view);

    private static bool TakesNotes(Phase phase) =>
        phase is Phase.Preparing or Phase.Running or Phase.Paused or Phase.Finished;

    private static WordReading? Start(TypedCommand typed, WordsContext context)
    {
        var phase = context.Current?.Interview.Phase ?? Phase.None;
        if (phase is Phase.Running or Phase.Paused)
            return null;
        if (typed.Argument.Length > 0)
            return StartWords.Read(typed.Argument, context.Guides, mustFit: TakesNotes(phase));
        return phase == Phase.Preparing
            ? new WordReading.Command(new BeginInterview(null, context.SaidAt), typed.Did)
            : new WordReading.Start("", null);
    }

    private static WordReading.Ask? Asked(TypedCommand typed) =>
        typed.Row.Key switch
        {
            "help" => new WordReading.Ask(AskKind.Help),
            "status" => new WordReading.Ask(AskKind.Status),
            "list" => new WordReading.Ask(AskKind.List),
            "history" => new WordReading.Ask(AskKind.History),
            "switch" => new WordReading.Ask(AskKind.Switch),
            "channel" => new WordReading.Ask(AskKind.Channel),
            "reveal" => new WordReading.Ask(AskKind.Reveal),
            "join" => new WordReading.Ask(AskKind.Join),
            _ => null,
        };

    private static WordReading.Command? Order(TypedCommand typed, InterviewView view, DateTimeOffset at)
    {
        var order = Alone(typed, view, at) ?? WithArgument(typed, view, at);
        return order is null ? null : new WordReading.Command(order, typed.Did);
    }

    private static InterviewCommand? Alone(TypedCommand typed, InterviewView view, DateTimeOffset at) =>
        typed.Argument.Length > 0
            ? null
            : typed.Row.Key switch
            {
                "begin" => new BeginInterview(null, at),
                "next" => new Next(null, at),
                "yes" or "no" => Fork(view, typed.Row.Key == "yes", at),
                "skip" => new Skip(SkipKind.NotNow, null, null, at),
                "undo" => new Undo(null, at),
                "previous" => new LookBack(null),
                "pause" => new Pause(),
                "resume" => new Resume(),
                "wrap-up" => new WrapUp(null, null, at),
                "finish" => new ProposeFinish(),
                "submit" => view.Interview.PreviewOpen ? new SubmitScorecard() : new PreviewScorecard(true),
                "card" => new BringCardDown(),
                "hide" => new HideDetails(true),
                "show" => new HideDetails(false),
                _ => null,
            };

    private static InterviewCommand? WithArgument(TypedCommand typed, InterviewView view, DateTimeOffset at)
    {
        if (typed.Argument.Length == 0)
            return null;
        // Only a reason and a name may follow a colon.
        return typed.Row.Form switch
        {
            Form.AloneOrReason => typed.AfterColon ? new Skip(SkipKind.NotNow, typed.Argument, null, at) : null,
            Form.Name => view.Interview.Candidate is null && CandidateName.Looks(typed.Argument)
                ? new NameCandidate(Meant.Clean(typed.Argument))
                : null,
            _ when typed.AfterColon => null,
            Form.OneToFour => Number(typed) is >= 1 and <= 4 and var value ? new RateCurrent(value) : null,
            Form.Number => Pick(view, Number(typed), at),
            Form.Topic => TopicSearch.Find(view.Topics, typed.Argument) is { } topic
                ? new JumpTo(topic.Key, null, at)
                : null,
            _ => null,
        };
    }

    private static AnswerFork? Fork(InterviewView view, bool yes, DateTimeOffset at) =>
        Shows(view, SpotKind.Fork) ? new AnswerFork(ImmutableArray.Create(yes), null, at) : null;

    private static PickQuestion? Pick(InterviewView view, int number, DateTimeOffset at) =>
        Shows(view, SpotKind.Pool) && number >= 1 && number <= view.Choices.Length
            ? new PickQuestion(view.Choices[number - 1].Question, null, at)
            : null;

    // The card itself, not the Finish card or an earlier question in its place.
    private static bool Shows(InterviewView view, SpotKind kind) =>
        view.Interview is { Phase: Phase.Running, FinishOpen: false, Looking: null } interview
        && interview.Spot.Kind == kind;

    private static int Number(TypedCommand typed) =>
        int.TryParse(Folded.Command(typed.Argument), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : 0;
}
