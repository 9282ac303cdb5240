namespace InterviewBot.Interviews.Deciding;

/// <summary>A note typed right after a move was often meant for the question before: for a while the card offers to file it there.</summary>
public static class LateThoughts
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(20);

    public static bool MayBe(DateTimeOffset saidAt, DateTimeOffset movedAt) =>
        saidAt >= movedAt && saidAt - movedAt <= Grace;

    /// <summary>So long there is time to press; from then on the card is drawn without the offer.</summary>
    public static DateTimeOffset OfferEnds(DateTimeOffset saidAt) => saidAt + Grace;
}
