using InterviewBot.Interviews.State;

namespace InterviewBot.Conversation.Cards;

/// <summary>
/// A number for what an interview's card asks. It is another one after each move, and when the card pauses, asks whether to finish, looks
/// back, or turns to the scorecard or its preview; notes, ratings and offers leave it. Placement and screen readers go by it.
/// </summary>
public static class Turn
{
    private const int Looking = 4;

    public static int Of(Interview interview)
    {
        ArgumentNullException.ThrowIfNull(interview);
        return (interview.Step * 64)
            + ((int)interview.Phase * 8)
            + (interview.FinishOpen ? 1 : 0)
            + (interview.PreviewOpen ? 2 : 0)
            + (interview.Looking is null ? 0 : Looking);
    }

    /// <summary>Back from a look at an earlier question the card asks nothing new.</summary>
    public static bool EndsLook(int shown, int drawn) => (shown & Looking) != 0 && shown - Looking == drawn;
}
