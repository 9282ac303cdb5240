using System.Collections.Immutable;
using InterviewBot.Guides.Documents;
using InterviewBot.Guides.Flows;

namespace InterviewBot.Guides.Linting;

/// <summary>
/// A card is read in two seconds, on a phone, beside somebody who is talking: about 420 characters in all. Lengths are UTF-16 units; what
/// is longer still works, as every channel shortens it.
/// </summary>
internal static class PartSizes
{
    private const int LongestSay = 200;
    private const int LongestPoint = 80;
    private const int LongestRest = 200;
    private const int FewestPoints = 2;
    private const int MostPoints = 6;

    public static void Give(Advice advice, (int, int) at, FlowNode node, QuestionNotes notes)
    {
        Length(advice, at, node, Part.Say, notes.Say, LongestSay);
        Length(advice, at, node, Part.ListenFor, notes.ListenFor, LongestPoint);
        Length(advice, at, node, Part.FollowUp, notes.FollowUp, LongestRest);
        Length(advice, at, node, Part.RedFlags, notes.RedFlags, LongestRest);
        Length(advice, at, node, Part.Anchors, notes.Anchors, LongestRest);
        if (notes.Say.Length == 1)
            advice.Info(
                "one-wording",
                at,
                $"{QuestionAdvice.Name(node)} can be said in one way only",
                "a second, simpler Say is what the button Simpler words shows"
            );
        if (notes.ListenFor.Length is > 0 and < FewestPoints or > MostPoints)
            advice.Info(
                "listen-for-count",
                at,
                $"{QuestionAdvice.Name(node)} has {notes.ListenFor.Length} point{(notes.ListenFor.Length == 1 ? "" : "s")} to listen for",
                "three to six concrete points can be taken in at a glance; divide them by · or as a list"
            );
    }

    private static void Length(
        Advice advice,
        (int, int) at,
        FlowNode node,
        Part part,
        ImmutableArray<string> texts,
        int most
    )
    {
        if (texts.FirstOrDefault(t => t.Length > most) is { } longest)
            advice.Info(
                "too-long",
                at,
                $"{part.Name()} of {QuestionAdvice.Name(node)} has {longest.Length} characters; more than {most} are no glance",
                "shorten it, or divide it"
            );
    }
}
