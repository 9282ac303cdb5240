using InterviewBot.Interviews.Commands;

namespace InterviewBot.Conversation.Words;

/// <summary>
/// How a word that acted, and was a note, is taken back. Moves and ratings have their own undo; this is for the rest. A code stands in the
/// button, so codes keep their meaning.
/// </summary>
public static class TakingBack
{
    /// <summary>What cannot or need not be taken back: only the line is kept.</summary>
    public const string Nothing = "nothing";

    /// <summary>Null: nothing can be kept afterwards either.</summary>
    public static string? CodeOf(InterviewCommand done) =>
        done switch
        {
            SubmitScorecard => null,
            Pause => "resume",
            Resume => "pause",
            ProposeFinish => "go-on",
            LookBack => "stop-looking",
            HideDetails { Hidden: true } => "show",
            HideDetails => "hide",
            PreviewScorecard { Open: true } => "close-preview",
            _ => Nothing,
        };

    public static InterviewCommand? Command(string code) =>
        code switch
        {
            "resume" => new Resume(),
            "pause" => new Pause(),
            "go-on" => new GoOn(),
            "stop-looking" => new StopLooking(),
            "show" => new HideDetails(false),
            "hide" => new HideDetails(true),
            "close-preview" => new PreviewScorecard(false),
            _ => null,
        };
}
