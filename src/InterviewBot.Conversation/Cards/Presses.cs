using System.Collections.Immutable;
using System.Globalization;
using InterviewBot.Conversation.Words;
using InterviewBot.Interviews.Commands;
using InterviewBot.Interviews.Dialogs;
using InterviewBot.Interviews.Identity;

namespace InterviewBot.Conversation.Cards;

/// <summary>What buttons, menus and fields mean. A press of a stranger's making reads as null, never as an exception.</summary>
public static class Presses
{
    /// <summary>Verbs of presses; they stand on cards that live for weeks, so a verb keeps its meaning.</summary>
    public static class Verbs
    {
        public const string Begin = "begin";
        public const string NoShow = "no-show";
        public const string Cancel = "cancel";

        /// <summary>Argument: minutes.</summary>
        public const string Minutes = "minutes";

        /// <summary>Argument: + or - and the topic's key.</summary>
        public const string Plan = "plan";

        /// <summary>Text: the name.</summary>
        public const string Candidate = "candidate";

        /// <summary>Argument: "none", or channel and installation as <c>web:local</c>; then the text names the conversation, and the value is its id where that is another.</summary>
        public const string Channel = "channel";

        public const string Next = "next";

        /// <summary>Argument: "answered", "not-now" or "rest". Text: a reason.</summary>
        public const string Skip = "skip";

        /// <summary>Argument: y or n for each fork on the card.</summary>
        public const string Fork = "fork";

        /// <summary>Argument: the topic's key.</summary>
        public const string Jump = "jump";

        /// <summary>Argument: the question's id.</summary>
        public const string Pick = "pick";
        public const string LeavePool = "leave-pool";
        public const string Undo = "undo";

        /// <summary>Text: a reason.</summary>
        public const string WrapUp = "wrap-up";

        /// <summary>Argument: the question's id; none: the one before.</summary>
        public const string LookBack = "look-back";
        public const string StopLooking = "stop-looking";

        /// <summary>Argument: the question's id.</summary>
        public const string Simpler = "simpler";

        /// <summary>Argument: 1-4 (0: not rated), a space, the question's id. As a field the chosen value is the number, the argument the id.</summary>
        public const string Rate = "rate";

        /// <summary>The same with a topic's key.</summary>
        public const string RateTopic = "rate-topic";

        /// <summary>Argument: the note's id, a space, the question's id.</summary>
        public const string MoveNote = "move-note";

        public const string Pause = "pause";
        public const string Resume = "resume";

        /// <summary>Argument: minutes from now.</summary>
        public const string ChangeEnd = "change-end";
        public const string ProposeFinish = "propose-finish";
        public const string GoOn = "go-on";

        /// <summary>Argument: a reason's code; or text: the reason.</summary>
        public const string Finish = "finish";
        public const string Reopen = "reopen";

        /// <summary>Value: a <see cref="Recommendation"/>, or "".</summary>
        public const string Recommend = "recommend";

        /// <summary>Value: the comment.</summary>
        public const string Comment = "comment";

        /// <summary>Argument: "open" or "close".</summary>
        public const string Preview = "preview";
        public const string Submit = "submit";

        /// <summary>Argument: the note's id. Value: "true" keeps it private.</summary>
        public const string KeepNote = "keep-note";

        /// <summary>Argument: "on" keeps all notes private, "off" lets all in.</summary>
        public const string KeepAll = "keep-all";

        /// <summary>Argument: "on" or "off".</summary>
        public const string Hide = "hide";

        /// <summary>Brings the card down and makes its interview the current one.</summary>
        public const string Card = "card";

        /// <summary>Argument: an <see cref="AskKind"/>. Answered privately; see <see cref="Asks"/>.</summary>
        public const string Ask = "ask";

        /// <summary>"It was a note": takes the move of a typed word back. Argument: the note's id it should have had. See <see cref="ItWasANote"/>.</summary>
        public const string WasNote = "was-note";

        /// <summary>"It was a note", for words that are no moves. Argument: a code of <see cref="TakingBack"/>, a space, the note's id.</summary>
        public const string NoteAfterAll = "note-after-all";

        /// <summary>Does what a kept note was meant for. Argument: the note's id; for a rating a space and the number.</summary>
        public const string Meant = "meant";

        /// <summary>Keeps a line there that was typed while no interview was current, and makes that interview the current one. Argument: the note's id.</summary>
        public const string BelongsTo = "belongs-to";

        /// <summary>The note stays a note. Argument: its id.</summary>
        public const string KeepAsNote = "keep-as-note";

        /// <summary>Takes a naming back. Argument: which of all namings it was, and a note's id when the line is kept as a note then.</summary>
        public const string NameBack = "name-back";
    }

    /// <param name="value">The chosen option or the changed field's value.</param>
    /// <param name="text">A line that an option with <see cref="MenuOption.TextArgument"/> asked for.</param>
    /// <returns>Null: no command of an interview (perhaps <see cref="Asks"/> knows it).</returns>
    public static InterviewCommand? Read(Press press, string? value, string? text)
    {
        var step = press.Step;
        var argument = press.Argument ?? "";
        var line = string.IsNullOrWhiteSpace(text) ? null : text.Trim();
        return press.Verb switch
        {
            Verbs.Begin => new BeginInterview(step, null),
            Verbs.NoShow => new RecordNoShow(step),
            Verbs.Cancel => new CancelInterview(step),
            Verbs.Minutes => Number(argument) is { } minutes ? new ChangeMinutes(minutes) : null,
            Verbs.Plan => argument.Length > 1 && argument[0] is '+' or '-'
                ? new PlanTopic(argument[1..], argument[0] == '+')
                : null,
            Verbs.Candidate => (line ?? value?.Trim()) is { Length: > 0 } name ? new NameCandidate(name) : null,
            Verbs.Channel => Channel(argument, value, line),
            Verbs.Next => new Next(step, null),
            Verbs.Skip => Skip(argument, line, step),
            Verbs.Fork => Fork(argument, step),
            Verbs.Jump => argument.Length > 0 ? new JumpTo(argument, step, null) : null,
            Verbs.Pick => QuestionId.Parse(argument) is { } pick ? new PickQuestion(pick, step, null) : null,
            Verbs.LeavePool => new LeavePool(step, null),
            Verbs.Undo or Verbs.WasNote => new Undo(step, null),
            Verbs.WrapUp => new WrapUp(line, step, null),
            Verbs.LookBack => new LookBack(QuestionId.Parse(argument)),
            Verbs.StopLooking => new StopLooking(),
            Verbs.Simpler => QuestionId.Parse(argument) is { } simple ? new SimplerWords(simple) : null,
            Verbs.Rate => Rate(
                argument,
                value,
                (id, rating) => QuestionId.Parse(id) is { } question ? new RateQuestion(question, rating) : null
            ),
            Verbs.RateTopic => Rate(argument, value, (topic, rating) => new RateTopic(topic, rating)),
            Verbs.MoveNote => argument.Split(' ', 2) is [var note, var to] && QuestionId.Parse(to) is { } place
                ? new MoveNote(note, place)
                : null,
            Verbs.Pause => new Pause(),
            Verbs.Resume => new Resume(),
            Verbs.ChangeEnd => Number(argument) is { } fromNow ? new ChangeEnd(fromNow) : null,
            Verbs.ProposeFinish => new ProposeFinish(),
            Verbs.GoOn => new GoOn(),
            Verbs.Finish => new Finish(line ?? (argument.Length > 0 ? argument : null)),
            Verbs.Reopen => new Reopen(),
            Verbs.Recommend => Recommend(value),
            Verbs.Comment => new WriteComment(value ?? text ?? ""),
            Verbs.Preview => new PreviewScorecard(argument != "close"),
            Verbs.Submit => new SubmitScorecard(),
            Verbs.KeepNote => argument.Length > 0 ? new KeepNotePrivate(argument, value == "true") : null,
            Verbs.KeepAll => new KeepAllPrivate(argument != "off"),
            Verbs.Hide => new HideDetails(argument != "off"),
            Verbs.Card => new BringCardDown(),
            _ => null,
        };
    }

    /// <summary>What a press asks the bot to tell privately; null when it asks nothing.</summary>
    public static AskKind? Asks(Press press) =>
        press.Verb == Verbs.Ask && Enum.TryParse<AskKind>(press.Argument, out var kind) && Enum.IsDefined(kind)
            ? kind
            : null;

    /// <summary>The two orders behind [It was a note]: back, and the line kept as a note after all. The text is the message's, fetched by the channel.</summary>
    public static ImmutableArray<InterviewCommand> ItWasANote(Press press, string text, DateTimeOffset saidAt) =>
        press.Verb == Verbs.WasNote && press.Argument is { Length: > 0 } note
            ? [new Undo(press.Step, null), new TakeNote(note, text, saidAt)]
            : [];

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ChooseChannel? Channel(string argument, string? id, string? line)
    {
        if (argument == "none")
            return new ChooseChannel(null, null);
        var name = line?.TrimStart('#').Trim();
        return argument.Split(':', 2) is [var channel, var installation] && name is { Length: > 0 }
            ? new ChooseChannel(new Place(channel, installation, string.IsNullOrEmpty(id) ? name : id), "#" + name)
            : null;
    }

    private static Skip? Skip(string kind, string? reason, int? step) =>
        kind switch
        {
            "answered" => new Skip(SkipKind.AlreadyAnswered, reason, step, null),
            "not-now" => new Skip(SkipKind.NotNow, reason, step, null),
            "rest" => new Skip(SkipKind.RestOfTopic, reason, step, null),
            _ => null,
        };

    private static AnswerFork? Fork(string answers, int? step) =>
        answers.Length > 0 && answers.All(c => c is 'y' or 'n')
            ? new AnswerFork([.. answers.Select(c => c == 'y')], step, null)
            : null;

    private static InterviewCommand? Rate(string argument, string? value, Func<string, int?, InterviewCommand?> rate)
    {
        // A field sends the number as its value; a button carries it.
        var (number, about) =
            value is not null ? (value, argument)
            : argument.Split(' ', 2) is [var n, var rest] ? (n, rest)
            : ("?", "");
        if (about.Length == 0)
            return null;
        return number is "" or "0" ? rate(about, null)
            : Number(number) is { } rating ? rate(about, rating)
            : null;
    }

    private static Recommend? Recommend(string? value) =>
        string.IsNullOrEmpty(value) ? new Recommend(null)
        : Enum.TryParse<Recommendation>(value, out var chosen) && Enum.IsDefined(chosen) ? new Recommend(chosen)
        : null;
}
