using InterviewBot.Interviews.Seams;

namespace InterviewBot.Conversation.Cards;

/// <summary>What to do with a surface to show a drawing.</summary>
public enum Placing
{
    /// <summary>It shows that already.</summary>
    Skip,

    /// <summary>In place.</summary>
    Edit,

    /// <summary>Nothing is there yet.</summary>
    Post,

    /// <summary>Anew at the bottom; the old message shrinks to one line.</summary>
    Repost,
    Delete,
}

/// <summary>Where a drawing goes. A note never re-posts a card; another question on it does, when it has scrolled away.</summary>
public static class Placement
{
    /// <summary>So many lines typed below a card put it out of sight on a phone.</summary>
    private const int LinesOutOfSight = 3;

    /// <param name="surface">Null: never shown.</param>
    /// <param name="linesSince">Lines typed in the conversation since the card was posted.</param>
    /// <param name="calledDownSeq">The commit in which the person last asked for the card with the word "card"; 0: none.</param>
    public static Placing Of(Drawing drawing, SurfaceRow? surface, int linesSince, long calledDownSeq)
    {
        if (surface?.Ref is null)
            return drawing is Drawing.Gone ? Placing.Skip : Placing.Post;
        if (drawing is Drawing.Gone)
            return Placing.Delete;
        if (drawing is Drawing.Shown { Card: var card } && (calledDownSeq > surface.DrawnSeq || IsMovedAway(card)))
            return Placing.Repost;
        return surface.DrawnHash == DrawingJson.Hash(drawing) ? Placing.Skip : Placing.Edit;

        bool IsMovedAway(Card card) =>
            linesSince >= LinesOutOfSight
            && card.Turn != surface.DrawnTurn
            && !Turn.EndsLook(surface.DrawnTurn, card.Turn);
    }
}
