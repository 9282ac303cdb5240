using InterviewBot.Conversation.Speaking;
using InterviewBot.Interviews.State;
using InterviewBot.Interviews.Views;

namespace InterviewBot.Conversation.Cards;

/// <summary>What every card of one interview is drawn with: its view, the texts in the person's and in the guide's language, times in the person's zone.</summary>
/// <param name="now">When a card is drawn; what shows only for a while looks at it. Null: such things do not show.</param>
internal sealed class Pen(InterviewView view, DateTimeOffset? now = null)
{
    private readonly WallTime _time = new(view.Interview.Zone);

    public DateTimeOffset? Now { get; } = now;

    public InterviewView View { get; } = view;

    public Interview Interview => View.Interview;

    /// <summary>The bot's own words.</summary>
    public Texts Text { get; } = Texts.In(view.Interview.Language);

    /// <summary>What is to be said to the candidate.</summary>
    public Texts Spoken { get; } = Texts.In(view.Interview.GuideLanguage);

    public string Language => Text.Language;

    public string GuideLanguage => Interview.GuideLanguage;

    /// <summary>The candidate's name, or words for one; neither when details are hidden.</summary>
    public string Who => Interview.Hidden ? Text["candidate.hidden"] : Interview.Candidate ?? Text["candidate.unnamed"];

    public string At(DateTimeOffset time) => _time.At(time);

    public string Day(DateTimeOffset time) => _time.Day(time, Text);

    /// <summary>A press that is good at any time.</summary>
    public Press Press(string verb, string? argument = null) => new(Interview.Id, verb, null, argument);

    /// <summary>A press that goes stale with the next move.</summary>
    public Press Move(string verb, string? argument = null) => new(Interview.Id, verb, Interview.Step, argument);

    public ButtonAction Button(string text, Press press, ButtonStyle style = ButtonStyle.Default) =>
        new(Text[text], press, style);

    public static string Dots(params IEnumerable<string?> parts) =>
        string.Join(" · ", parts.Where(p => !string.IsNullOrEmpty(p)));

    public Card Card(string fallback, IEnumerable<CardPart?> parts, IEnumerable<CardAction?> actions) =>
        new(fallback, Language, [.. parts.OfType<CardPart>()], [.. actions.OfType<CardAction>()], Turn.Of(Interview))
        {
            Hides = Interview.Hidden,
        };
}
