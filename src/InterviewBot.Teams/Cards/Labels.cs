using InterviewBot.Conversation.Cards;
using InterviewBot.Teams.Texts;

namespace InterviewBot.Teams.Cards;

/// <summary>
/// Clients cut the label of a button where it ends, without a way to read the rest. A label that may not fit the narrowest panel stands as a
/// line instead, with a short button beside it.
/// </summary>
internal static class Labels
{
    // A side panel of 320 px leaves some 240 px to a label of 14 px.
    private const double WidestInEms = 14.5;

    public static bool Fits(string label) =>
        label.Length <= WidestInEms * 4 && !label.Contains('\n') && Ems.Of(label) <= WidestInEms;

    /// <summary>The word on the button beside the line.</summary>
    public static string Word(string verb, TeamsTexts texts) =>
        texts[
            verb switch
            {
                Presses.Verbs.Pick => "pick",
                Presses.Verbs.Jump => "jump",
                _ => "choose",
            }
        ];
}
